import { formatField, formatQuantity } from '../../core/format';
import type { Coloring } from '../../field/color/coloring';
import { insideWords } from '../../field/simulation/modelLadder';
import type { Choices } from '../../state/choices';
import { CUT_PLANES } from '../../state/cutPlanes';
import { PARAMETERS } from '../../state/parameters';

const COMPONENTS = {
  magnitude: '',
  normal: 'field along the outward normal of the cortex (positive out of it)',
  tangential: 'field along the surface of the cortex',
} as const;

/** How the field is shown, where that differs from plain colors of the magnitude; empty where it does not. */
export function viewSentence(
  choices: Choices,
  { model, component, unit, lines }: Pick<Coloring, 'model' | 'component' | 'unit' | 'lines'>,
  blocks: object | null,
): string {
  const parts: string[] = [COMPONENTS[component]];
  if (choices.greyBelowThreshold && unit === 'V/m') parts.push(`gray below ${formatField(choices.thresholdField, 'V/m')}`);
  if (lines) {
    const { halfPeak, threshold } = lines;
    parts.push(`white line at 50 % of the peak (${formatField(halfPeak, unit)})`);
    if (threshold !== null) parts.push(`dark line at ${formatField(threshold, 'V/m')}`);
  }
  if (choices.showArrows) parts.push('arrows where the field is at least 40 % of the peak');
  if (choices.showFluxLines) parts.push('lines of the magnetic field in air');
  const cuts = CUT_PLANES.filter(({ shown: on }) => choices[on]).map(
    ({ place, axis }) => `${axis} = ${formatQuantity(choices[place], PARAMETERS[place].display)}`,
  );
  const inside = insideWords(model, blocks);
  if (cuts.length > 0)
    parts.push(
      `cut at ${cuts.join(', ')} with anatomy drawn from the surfaces of the head model${inside ? `, the field on the cut by ${inside}` : ''}`,
    );
  const sentence = parts.filter((part) => part !== '').join('; ');
  return sentence === '' ? '' : `${sentence[0].toUpperCase()}${sentence.slice(1)}.`;
}
