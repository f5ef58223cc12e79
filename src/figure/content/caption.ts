import { modelDifference } from '../../coil/modelDifference';
import { formatField, formatNumber, formatQuantity, formatSignificant, formatUnit } from '../../core/format';
import type { Coloring } from '../../field/color/coloring';
import type { ColorScale } from '../../field/color/colorScale';
import type { Readouts } from '../../field/measures/readouts';
import { anchorWords, underPhrase, underWords } from '../../field/measures/underCoil';
import { rungOf } from '../../field/simulation/modelLadder';
import type { SimulationSnapshot } from '../../field/simulation/sceneSnapshot';
import { TARGET_ANCHOR } from '../../head/coilPlace';
import type { Choices } from '../../state/choices';
import { PARAMETERS, type ParameterId } from '../../state/parameters';
import { viewSentence } from './viewSentence';

/** What a caption tells of: the scene, how it was colored, and its numbers. */
export interface CaptionFacts {
  readonly snapshot: Pick<SimulationSnapshot, 'coil' | 'target' | 'place' | 'under' | 'blocks'>;
  /** As the picture takes them (`pictureChoices`). */
  readonly choices: Choices;
  readonly coloring: Coloring;
  readonly shown: Readouts;
  /** The field under the coil, as shown. */
  readonly underCoil: number;
}

/** Caption as a methods section needs it: what is seen, then how it was made. */
export function captionLines(
  { snapshot, choices, coloring, shown, underCoil }: CaptionFacts,
  version: string,
  more: readonly string[] = [],
): string[] {
  const write = (id: ParameterId): string => formatQuantity(choices[id], PARAMETERS[id].display);
  const { coil, target, under } = snapshot;
  const at = (value: number, place: string): string => `${formatField(value, shown.unit)} at ${place}`;
  const view = viewSentence(choices, coloring, snapshot.blocks);
  return [
    `${under.nearTarget ? at(shown.atTarget, target.label) : `${formatField(underCoil, shown.unit)} ${underPhrase(snapshot)}; ${at(shown.atTarget, `the target, ${target.label}`)}`}; peak ${formatField(shown.peak, shown.unit)}`,
    `${coil.name}${choices.currentReversed ? ' (current reversed)' : ''}, ${under.nearTarget ? target.label : `over ${underWords(snapshot)}`}; handle ${write('handleAngle')}, casing ${write('coilDistance')} above the scalp, ${write('offsetForward')} forward, ${write('offsetRight')} right${choices.anchorId === TARGET_ANCHOR ? '' : ` of ${anchorWords(choices)}`}.`,
    `dI/dt ${write('dIdt')}, ${choices.pulseShape} pulse; model: ${rungOf(coloring.model).inMethods}; ${scaleWords(coloring)}. Head: Colin27 (MNI).`,
    ...(view ? [view] : []),
    ...more,
    `Coilscope ${version}. Teaching model, not for clinical use. ${modelDifference(coil)}`,
  ];
}

/** `color scale 0 to 110 V/m`, `logarithmic color scale 1.1 V/m to 110 V/m`. */
export function scaleWords({ scale, unit }: { readonly scale: ColorScale; readonly unit: Coloring['unit'] }): string {
  const top = formatQuantity(scale.limit, PARAMETERS[unit === 'T' ? 'fluxLimit' : 'fieldLimit'].display);
  if (scale.logarithmic) return `logarithmic color scale ${formatSignificant(scale.lowest, 2)}${formatUnit(unit)} to ${top}`;
  return `color scale ${scale.signed ? `\u2212${top}` : formatNumber(0)} to ${top}`;
}
