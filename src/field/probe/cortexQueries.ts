import type { Surface } from '../../head/surface';
import { createSurfaceQueries, type MeshQueries } from '../../placement/scalpQueries';

const _queries = new WeakMap<Surface, MeshQueries>();

/** Geometric questions about a cortex; its bounding volumes are built at the first call and shared from then on. */
export function cortexQueries(cortex: Surface): MeshQueries {
  const known = _queries.get(cortex);
  if (known) return known;
  const built = createSurfaceQueries(cortex);
  _queries.set(cortex, built);
  return built;
}
