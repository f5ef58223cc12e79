import type { Surface } from '../../head/surface';
import { magnitudes } from '../measures/summaryMeasures';
import type { FieldResult } from '../simulation/fieldMessages';
import type { FieldGrid } from './fieldGrid';
import { sampleGrid } from './sampleGrid';

const _known = new WeakMap<FieldResult, Float32Array>();

/**
 * Magnitude of a field at every vertex of the cortex, per unit source: what the worker's summary was made from, sampled again by the same
 * rule where a table or a comparison asks for it. Kept with the field, so that several readers share it.
 */
export function cortexMagnitude(cortex: Surface, grid: FieldGrid, field: FieldResult): Float32Array {
  const known = _known.get(field);
  if (known) return known;
  const vectors = sampleGrid(grid, field.values, cortex.positions, new Float32Array(cortex.positions.length));
  const magnitude = magnitudes(vectors, new Float32Array(cortex.positions.length / 3));
  _known.set(field, magnitude);
  return magnitude;
}
