import type { Choices } from '../../state/choices';
import type { FieldUnit } from '../simulation/modelLadder';
import { type ColorScale, createColorScale } from './colorScale';

/** The choices that the color scale follows from. */
export type ScaleChoices = Pick<
  Choices,
  'colorMap' | 'fieldLimit' | 'fluxLimit' | 'fieldComponent' | 'logScale' | 'greyBelowThreshold' | 'thresholdField'
>;

/** More scales than are looked at together: those of A and B, of what a level lends, of a search. */
const KEPT = 16;
const _scales = new Map<string, ColorScale>();

/**
 * The color scale as chosen, for the unit that is shown. A threshold is a field; where tesla are shown there is none. Whoever asks for the same
 * scale gets the same object: surface, legend, plots and exported picture.
 */
export function chosenColorScale(choices: ScaleChoices, unit: FieldUnit): ColorScale {
  const signed = choices.fieldComponent === 'normal';
  const logarithmic = choices.logScale && !signed;
  const limit = unit === 'T' ? choices.fluxLimit : choices.fieldLimit;
  const greyBelow = choices.greyBelowThreshold && unit === 'V/m' ? choices.thresholdField : undefined;
  const key = `${unit} ${choices.colorMap} ${limit} ${signed} ${logarithmic} ${greyBelow}`;
  const scale = _scales.get(key) ?? createColorScale(choices.colorMap, limit, unit, { signed, logarithmic, greyBelow });
  // The one that was asked for last stays longest.
  _scales.delete(key);
  _scales.set(key, scale);
  for (const oldest of _scales.keys()) {
    if (_scales.size <= KEPT) break;
    _scales.delete(oldest);
  }
  return scale;
}
