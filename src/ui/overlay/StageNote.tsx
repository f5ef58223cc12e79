import { formatNumber, formatQuantity } from '../../core/format';
import { pulsePhase } from '../../field/pulse/pulsePhase';
import { rungOf } from '../../field/simulation/modelLadder';
import { showsActivation } from '../../field/simulation/pictureChoices';
import { PARAMETERS } from '../../state/parameters';
import { shownMoment } from '../../state/viewStore';
import { useApp, useChoice, usePulse, useShownModel, useView } from '../appContext';

/** What the picture shows while a level stands beside it, in one line over the stage. */
export function StageNote() {
  const level = useView((view) => view.level);
  if (level === 'pulse') return <ArrowNote />;
  if (level === 'threshold') return <ActivationNote />;
  return null;
}

function ArrowNote() {
  const { store } = useApp().simulation;
  const moment = useView(shownMoment) ?? 0;
  const pulse = usePulse();
  const flux = rungOf(useShownModel()).follows === 'current';
  const time = Math.min(moment, pulse.duration);
  const { rateShare, currentShare } = pulsePhase(store.getState(), time);
  const share = flux ? currentShare : rateShare;
  return (
    <p className="stage-note">
      Arrows: {flux ? 'B' : 'E'} at {formatQuantity(time, PARAMETERS.pulseWidth.display)}, {formatNumber(100 * share)}
      {'\u202f%'} of the peak. Colors: peak.
    </p>
  );
}

function ActivationNote() {
  const model = useShownModel();
  const shows = useChoice(({ fieldComponent }) => showsActivation(model, fieldComponent));
  return (
    <p className="stage-note">{shows ? 'Colored: activated. Gray: not.' : 'The rule of activation is about |E|, which is not shown.'}</p>
  );
}
