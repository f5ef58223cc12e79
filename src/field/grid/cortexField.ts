import { at, type Vec3 } from '../../core/vec3';
import type { Surface } from '../../head/surface';
import { magnitudes } from '../measures/summaryMeasures';
import { cortexQueries } from '../probe/cortexQueries';
import type { FieldResult } from '../simulation/fieldMessages';
import type { FieldGrid } from './fieldGrid';
import { sampleGrid } from './sampleGrid';

/*
 * What the cortex is read from. A model with a field of its own at the vertices (the folded cortex) is linear over each triangle, as it is drawn; every other is sampled from the
 * grid where the point lies.
 */

/** One field vector at a point of the cortex, per unit source. */
export function cortexVectorAt(cortex: Surface, grid: FieldGrid, field: Pick<FieldResult, 'values' | 'onCortex'>, point: Vec3): Vec3 {
  if (field.onCortex) return cortexQueries(cortex).valueAt(field.onCortex, point);
  return at(sampleGrid(grid, field.values, point, new Float32Array(3)), 0);
}

/** The field vector at every vertex of the cortex, stride 3, per unit source. */
export const cortexVectors = (cortex: Surface, grid: FieldGrid, field: Pick<FieldResult, 'values' | 'onCortex'>): Float32Array =>
  field.onCortex ?? sampleGrid(grid, field.values, cortex.positions, new Float32Array(cortex.positions.length));

/** The same at some vertices only, written to `out` (stride 3). `points`: where they are [m], stride 3. */
export function vectorsAtVertices(
  grid: FieldGrid,
  { values, onCortex }: Pick<FieldResult, 'values' | 'onCortex'>,
  vertices: Uint32Array,
  points: Float32Array,
  out: Float32Array,
): Float32Array {
  if (!onCortex) return sampleGrid(grid, values, points, out);
  vertices.forEach((vertex, n) => {
    out.set(onCortex.subarray(3 * vertex, 3 * vertex + 3), 3 * n);
  });
  return out;
}

const _known = new WeakMap<FieldResult, Float32Array>();

/**
 * Magnitude of a field at every vertex of the cortex, per unit source: what the worker's summary was made from, where a table or a comparison asks for it. Kept with the field, so
 * that several readers share it.
 */
export function cortexMagnitude(cortex: Surface, grid: FieldGrid, field: FieldResult): Float32Array {
  const known = _known.get(field);
  if (known) return known;
  const magnitude = magnitudes(cortexVectors(cortex, grid, field), new Float32Array(cortex.positions.length / 3));
  _known.set(field, magnitude);
  return magnitude;
}
