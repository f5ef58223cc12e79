import type { Choices } from '../../state/choices';
import { type ColorScale, createColorScale } from './colorScale';

/** The choices that the color scale follows from. */
export type ScaleChoices = Pick<
  Choices,
  'colorMap' | 'fieldLimit' | 'fluxLimit' | 'fieldComponent' | 'logScale' | 'greyBelowThreshold' | 'thresholdField'
>;

/** The color scale as chosen, for the unit that is shown. A threshold is a field; where tesla are shown there is none. */
export function chosenColorScale(choices: ScaleChoices, unit: 'V/m' | 'T'): ColorScale {
  return createColorScale(choices.colorMap, unit === 'T' ? choices.fluxLimit : choices.fieldLimit, unit, {
    signed: choices.fieldComponent === 'normal',
    logarithmic: choices.logScale,
    greyBelow: choices.greyBelowThreshold && unit === 'V/m' ? choices.thresholdField : undefined,
  });
}

/** The last scale, handed out again while nothing that it follows from changed: intensity changes ask for it with every step. */
export function createScaleKeeper(): (choices: ScaleChoices, unit: 'V/m' | 'T') => ColorScale {
  let key = '';
  let kept: ColorScale | null = null;
  return (choices, unit) => {
    const { colorMap, fieldLimit, fluxLimit, fieldComponent, logScale, greyBelowThreshold, thresholdField } = choices;
    const now = `${unit} ${colorMap} ${fieldLimit} ${fluxLimit} ${fieldComponent} ${logScale} ${greyBelowThreshold} ${thresholdField}`;
    if (!kept || now !== key) kept = chosenColorScale(choices, unit);
    key = now;
    return kept;
  };
}
