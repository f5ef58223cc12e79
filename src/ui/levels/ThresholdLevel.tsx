import { useState } from 'react';
import { norm } from '../../core/vec3';
import { unitOfModel } from '../../field/readouts';
import { useChoice, useSnapshot } from '../appContext';
import { ActivationPart } from './ActivationPart';
import { DepthPart } from './DepthPart';
import { OutputPart } from './OutputPart';
import './threshold.css';
import { ThresholdBotPart } from './ThresholdBotPart';
import { ThresholdHunt } from './ThresholdHunt';
import { useThreshold } from './thresholdMemory';

/** From a percentage on the machine to a threshold in a muscle, and back to a field. */
export function ThresholdLevel() {
  const [useCoupling, setUseCoupling] = useState(false);
  const seed = useThreshold((state) => state.seed);
  const field = useSnapshot('field');
  const overMotor = useChoice((choices) => choices.targetId.startsWith('m1-'));
  const electric = field !== null && unitOfModel(field.model) === 'V/m';
  const perRate = electric ? norm(field.summary.atTarget) : null;
  const coupling =
    electric && overMotor && field.summary.maximum > 0 ? Math.min(1, norm(field.summary.atTarget) / field.summary.maximum) : null;
  return (
    <div className="level-screen level-columns">
      <div>
        <ThresholdHunt coupling={coupling} useCoupling={useCoupling} onUseCoupling={setUseCoupling} />
        <ThresholdBotPart seed={seed} />
      </div>
      <div>
        <OutputPart perRate={perRate} />
        <DepthPart perRate={perRate} />
        <ActivationPart />
      </div>
    </div>
  );
}
