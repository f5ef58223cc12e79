import { coilCasing } from '../../coil/coilCasing';
import { transformPoint } from '../../core/rigidTransform';
import type { HeadModel } from '../../head/loadHead';
import type { Surface } from '../../head/surface';
import type { Staging } from '../../scene/Stage';

/** Every so many vertices of a surface are enough to frame it. */
const STRIDE = 11;
/** Below this height the scan ends and the scalp is hardly drawn any more (`scanFade.glsl`) [m]. */
const LOWEST_SCALP = -0.062;

const _points = new WeakMap<HeadModel, Map<boolean, readonly number[]>>();

/** Points of the head as it is drawn, stride 3 [m]. */
export function headPoints(head: HeadModel, { choices }: Pick<Staging, 'choices'>): readonly number[] {
  const withScalp = choices.showScalp && choices.scalpOpacity > 0;
  const known = _points.get(head) ?? new Map<boolean, readonly number[]>();
  _points.set(head, known);
  const points = known.get(withScalp) ?? gather(head, withScalp);
  known.set(withScalp, points);
  return points;
}

function gather(head: HeadModel, withScalp: boolean): readonly number[] {
  const points: number[] = [];
  const add = ({ positions }: Surface, lowest: number): void => {
    for (let n = 0; n + 2 < positions.length; n += 3 * STRIDE)
      if (positions[n + 2] > lowest) points.push(positions[n], positions[n + 1], positions[n + 2]);
  };
  for (const surface of [head.cortex, head.context]) add(surface, Number.NEGATIVE_INFINITY);
  if (withScalp) add(head.scalp, LOWEST_SCALP);
  return points;
}

/** Points of the coil's casing, stride 3 [m, head frame]; none where it is not drawn. Handle and cable may leave the frame. */
export function coilPoints({ snapshot: { coil, pose }, choices }: Pick<Staging, 'snapshot' | 'choices'>): number[] {
  if (!choices.showCoil) return [];
  const { plates, thickness } = coilCasing(coil);
  return plates.flatMap(({ frame, outline }) => {
    const points: number[] = [];
    for (let n = 0; n + 1 < outline.length; n += 2) {
      for (const z of [0, -thickness]) points.push(...transformPoint(pose, transformPoint(frame, [outline[n], outline[n + 1], z])));
    }
    return points;
  });
}
