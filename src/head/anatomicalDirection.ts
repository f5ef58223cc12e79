import { subtract, type Vec3 } from '../core/vec3';

const AXES: readonly (readonly [positive: string, negative: string])[] = [
  ['right', 'left'],
  ['anterior', 'posterior'],
  ['superior', 'inferior'],
];
/** A second direction is named from this share of the first. */
const ALSO = 0.5;

/** Where `point` lies as seen from `origin`, in anatomical words: `posterior`, `anterior and left`. */
export function anatomicalDirection(origin: Vec3, point: Vec3): string {
  const parts = subtract(point, origin)
    .map((value, axis) => ({ size: Math.abs(value), word: AXES[axis][value < 0 ? 1 : 0] }))
    .sort((a, b) => b.size - a.size);
  return parts[1].size >= ALSO * parts[0].size ? `${parts[0].word} and ${parts[1].word}` : parts[0].word;
}
