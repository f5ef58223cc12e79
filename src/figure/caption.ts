import { formatField, formatQuantity } from '../core/format';
import type { Readouts } from '../field/measures/readouts';
import type { SimulationSnapshot } from '../field/simulation/sceneSnapshot';
import type { Choices, FieldModel } from '../state/choices';
import { PARAMETERS, type ParameterId } from '../state/parameters';
import { viewSentence } from './viewSentence';

/** What each rung of the model ladder is, in the words of a methods section. */
export const MODEL_NAMES: Record<FieldModel, string> = {
  magneticFluxDensity: 'magnetic flux density of the coil in air, at peak current',
  primaryField: 'primary electric field alone (not the field in the brain)',
  sphere: 'total electric field in the best-fitting conducting sphere (exact)',
  modes: 'total electric field in the three-shell head (boundary elements)',
};

/** Caption of a picture: what is seen, then how it was made. */
export function captionLines(snapshot: SimulationSnapshot, choices: Choices, shown: Readouts | null, version: string): string[] {
  const write = (id: ParameterId): string => formatQuantity(choices[id], PARAMETERS[id].display);
  const { coil, target } = snapshot;
  const title = shown
    ? `${formatField(shown.atTarget, shown.unit)} at ${target.label}; peak ${formatField(shown.peak, shown.unit)}`
    : `${coil.name} over ${target.label}`;
  const view = viewSentence(choices, shown);
  const limit = shown?.unit === 'T' ? write('fluxLimit') : write('fieldLimit');
  return [
    title,
    `${coil.name}, ${target.label}; handle ${write('handleAngle')}, casing ${write('coilDistance')} above the scalp, ${write('offsetForward')} forward, ${write('offsetRight')} right.`,
    `dI/dt ${write('dIdt')}, ${choices.pulseShape} pulse; model: ${MODEL_NAMES[choices.fieldModel]}; color scale ${choices.fieldComponent === 'normal' ? `\u2212${limit}` : '0'} to ${limit}. Head: Colin27 (MNI).`,
    ...(view ? [view] : []),
    `Coilscope ${version}. Teaching model, not for clinical use; models of one coil differ by about 15 %.`,
  ];
}
