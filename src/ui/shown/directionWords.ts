import type { Vec3 } from '../../core/vec3';

/** A second or third direction is named from this share of the largest. */
const ALSO = 0.5;
/** Closer to the midline than this [m], left and right say more than medial and lateral. */
const MIDLINE = 0.008;

/**
 * Where a vector points at a place of the brain, in anatomical words: `posterior-medial`. At most two words, the larger component first;
 * across the body medial and lateral of the hemisphere of `place`, near the midline left and right.
 */
export function directionWords(vector: Vec3, place: Vec3): string {
  const across = Math.abs(place[0]) < MIDLINE ? ['right', 'left'] : place[0] < 0 ? ['medial', 'lateral'] : ['lateral', 'medial'];
  const words = [across, ['anterior', 'posterior'], ['superior', 'inferior']];
  const parts = vector.map((value, axis) => ({ size: Math.abs(value), word: words[axis][value < 0 ? 1 : 0] }));
  parts.sort((a, b) => b.size - a.size);
  if (parts[0].size === 0) return 'nowhere';
  return parts[1].size >= ALSO * parts[0].size ? `${parts[0].word}-${parts[1].word}` : parts[0].word;
}
