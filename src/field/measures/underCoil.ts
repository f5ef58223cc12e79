import { formatQuantity } from '../../core/format';
import { distance } from '../../core/vec3';
import { anatomicalDirection } from '../../head/anatomicalDirection';
import { TARGET_ANCHOR } from '../../head/coilPlace';
import type { Surface } from '../../head/surface';
import type { Choices } from '../../state/choices';
import { cortexVectorAt } from '../grid/cortexField';
import { componentOf } from '../grid/fieldComponents';
import type { SimulationSnapshot } from '../simulation/sceneSnapshot';
import { sourceAmplitude } from './readouts';

const millimeters = { unit: 'mm', factor: 1e3, decimals: 0 };
/** Nearer to a 10-20 position than this the coil is over it, in metres; a placement by hand is no better. */
const OVER = 0.01;

/** The chosen component of the field at the cortex under the coil's center, as shown [V/m or T]; null until a field is there. */
export function fieldUnderCoil(
  { field, grid, under }: Pick<SimulationSnapshot, 'field' | 'grid' | 'under'>,
  cortex: Surface,
  choices: Choices,
): number | null {
  if (!field || !grid) return null;
  const vector = cortexVectorAt(cortex, grid, field, under.cortex);
  return componentOf(choices.fieldComponent, vector, under.normal) * sourceAmplitude(field.model, choices);
}

/** What the coil is over: `C3, left primary motor cortex`, `22 mm posterior of F3, left premotor and supplementary motor cortex`. */
export function underWords({ place, under }: Pick<SimulationSnapshot, 'place' | 'under'>): string {
  const { electrode, region, cortex } = under;
  const away = distance(electrode.position, place.position);
  const position =
    away <= OVER
      ? electrode.label
      : `${formatQuantity(away, millimeters)} ${anatomicalDirection(electrode.position, place.position)} of ${electrode.label}`;
  if (!region) return position;
  const name = region.name[0].toLowerCase() + region.name.slice(1);
  return `${position}, ${cortex[0] < 0 ? 'left' : 'right'} ${name}`;
}

/** `under C3, left primary motor cortex`, and where no 10-20 position is so near, `under the coil, 22 mm posterior of F3, …`. */
export function underPhrase(place: Pick<SimulationSnapshot, 'place' | 'under'>): string {
  const words = underWords(place);
  return words.startsWith(place.under.electrode.label) ? `under ${words}` : `under the coil, ${words}`;
}

/** One sentence for a coil that can go no farther, or null. */
export const limitSentence = ({ limit }: SimulationSnapshot['under']): string | null =>
  limit && `The coil stops here: below is the ${limit}.`;

/** What the offsets are measured from; a 10-20 position is called by its id. */
export const anchorWords = ({ anchorId }: Pick<Choices, 'anchorId'>): string =>
  anchorId === TARGET_ANCHOR ? 'the target’s scalp point' : anchorId;
