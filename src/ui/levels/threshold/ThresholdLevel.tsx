import { unitOfModel } from '../../../field/simulation/modelLadder';
import { useMaximumRate, useSnapshot } from '../../appContext';
import { NoPercentage } from '../../bound/NoPercentage';
import { ActivationPart } from './ActivationPart';
import { DepthPart } from './DepthPart';
import { OpenQuestionsPart } from './OpenQuestionsPart';
import { OutputPart } from './OutputPart';
import { PairedPulsesPart } from './PairedPulsesPart';
import { PeoplePart } from './PeoplePart';
import './paired.css';
import './threshold.css';
import { ThresholdBotPart } from './ThresholdBotPart';
import { ThresholdHunt } from './ThresholdHunt';
import { useCriterion } from './useCriterion';
import { useMotorField } from './useMotorField';

/** From a percentage on the machine to a threshold in a muscle, and back to a field. */
export function ThresholdLevel() {
  const field = useSnapshot('field');
  const perRate = field !== null && unitOfModel(field.model) === 'V/m' ? field.summary.atTarget.magnitude : null;
  const motor = useMotorField();
  const criterion = useCriterion();
  const full = useMaximumRate();
  if (full === null) {
    return (
      <div className="level-screen level-columns">
        <div>
          <section className="level-block">
            <h3>Find the motor threshold</h3>
            <NoPercentage />
          </section>
          <ActivationPart criterion={criterion} />
          <PairedPulsesPart />
        </div>
        <div>
          <PeoplePart />
          <ThresholdBotPart />
          <OpenQuestionsPart />
        </div>
      </div>
    );
  }
  return (
    <div className="level-screen level-columns">
      <div>
        <ThresholdHunt motor={motor} criterion={criterion} />
        <ActivationPart criterion={criterion} />
        <PairedPulsesPart />
      </div>
      <div>
        <OutputPart perRate={perRate} />
        <DepthPart perRate={perRate} motor={motor} />
        <PeoplePart />
        <ThresholdBotPart />
        <OpenQuestionsPart />
      </div>
    </div>
  );
}
