import type { RigidTransform } from '../../core/rigidTransform';
import { add, scale } from '../../core/vec3';
import type { DepthCurve } from '../simulation/fieldMessages';
import type { SimulationSnapshot } from '../simulation/sceneSnapshot';
import { tissueFieldAt } from './tissueField';

const _known = new WeakMap<object, DepthCurve>();

/**
 * The field along the coil's axis: for the folded cortex from the blocks where they are there (fluid, grey and white matter, with their jumps), else as the worker computed it. Null
 * until there is a field.
 */
export function depthCurveOf({
  field,
  grid,
  blocks,
  pose,
}: Pick<SimulationSnapshot, 'field' | 'grid' | 'blocks' | 'pose'>): DepthCurve | null {
  if (!field) return null;
  if (field.model !== 'folded' || !blocks || !grid) return field.depthCurve;
  const known = _known.get(field);
  if (known) return known;
  const { distance, fluxDensity } = field.depthCurve;
  const vectors = tissueFieldAt(blocks, grid, field.values, axisPoints(pose, distance));
  const magnitude = Float32Array.from(distance, (_, n) => Math.hypot(vectors[3 * n], vectors[3 * n + 1], vectors[3 * n + 2]));
  const curve = { distance, magnitude, fluxDensity };
  _known.set(field, curve);
  return curve;
}

/** Points at distances along the coil's axis, stride 3. */
export function axisPoints(pose: RigidTransform, distance: Float32Array): Float64Array {
  const points = new Float64Array(3 * distance.length);
  distance.forEach((d, n) => {
    points.set(add(pose.origin, scale(pose.z, d)), 3 * n);
  });
  return points;
}
