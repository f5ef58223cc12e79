import { corticalAreas } from '../../head/corticalAreas';
import type { Surface } from '../../head/surface';

const _areas = new WeakMap<Surface, Float32Array>();

/** Area that each vertex of the cortex stands for [m²], computed at the first use. */
export function cortexAreas(cortex: Surface): Float32Array {
  const known = _areas.get(cortex);
  if (known) return known;
  const areas = corticalAreas(cortex);
  _areas.set(cortex, areas);
  return areas;
}
