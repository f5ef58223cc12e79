import type { Vec3 } from '../../core/vec3';
import { nearestVertex } from '../../head/nearestVertex';
import type { Surface } from '../../head/surface';
import { cortexAreas } from '../measures/cortexAreas';
import type { FieldResult } from '../simulation/fieldMessages';
import { cortexMagnitude } from './cortexField';
import type { FieldGrid } from './fieldGrid';

/**
 * A target is read as the mean over the cortex within this distance [m] of its point: the region of interest of published field analyses (spheres of 10 mm), and about what a group
 * coordinate is worth. One vertex of a folded cortex may lie in a sulcus, where the field is half of that on the crown beside it.
 */
export const TARGET_RADIUS = 0.01;

/** The cortex around a target: vertices and the share of the area that each stands for; shares add up to 1. */
export interface TargetPatch {
  readonly vertices: Uint32Array;
  readonly weights: Float32Array;
}

const _last = new WeakMap<Surface, { readonly point: Vec3; readonly patch: TargetPatch }>();

/** The patch around a point [m, head frame]: the vertices within `TARGET_RADIUS`, at least the nearest. Targets change rarely, so the last answer is kept. */
export function targetPatch(cortex: Surface, point: Vec3): TargetPatch {
  const last = _last.get(cortex);
  if (last?.point.every((x, axis) => x === point[axis])) return last.patch;
  const patch = findPatch(cortex, point);
  _last.set(cortex, { point, patch });
  return patch;
}

function findPatch(cortex: Surface, [x, y, z]: Vec3): TargetPatch {
  const { positions } = cortex;
  const near: number[] = [];
  for (let v = 0, p = 0; p < positions.length; v++, p += 3)
    if (Math.hypot(positions[p] - x, positions[p + 1] - y, positions[p + 2] - z) <= TARGET_RADIUS) near.push(v);
  if (near.length === 0) near.push(nearestVertex(positions, [x, y, z]));
  const areas = cortexAreas(cortex);
  const total = near.reduce((sum, v) => sum + areas[v], 0);
  return { vertices: Uint32Array.from(near), weights: Float32Array.from(near, (v) => (total > 0 ? areas[v] / total : 1 / near.length)) };
}

/** Mean over the patch of one number per vertex of the cortex. */
export function patchMean({ vertices, weights }: TargetPatch, values: ArrayLike<number>): number {
  let sum = 0;
  for (let n = 0; n < vertices.length; n++) sum += weights[n] * values[vertices[n]];
  return sum;
}

/** Mean vector over the patch of one vector per vertex of the cortex, stride 3. */
export function patchMeanVector({ vertices, weights }: TargetPatch, vectors: ArrayLike<number>): Vec3 {
  const sum = [0, 0, 0];
  for (let n = 0; n < vertices.length; n++) for (let axis = 0; axis < 3; axis++) sum[axis] += weights[n] * vectors[3 * vertices[n] + axis];
  return [sum[0], sum[1], sum[2]];
}

/** Mean magnitude around a point, per unit source, from what colors the cortex: what a target there reads. */
export const meanAround = (cortex: Surface, grid: FieldGrid, field: FieldResult, point: Vec3): number =>
  patchMean(targetPatch(cortex, point), cortexMagnitude(cortex, grid, field));
