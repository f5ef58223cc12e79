import type { Surface } from '../../head/surface';

/** Visibility from which a vertex counts as lying on a crown; see `_OCCLUSION` of the manifest. */
const OPEN = 0.6;

/**
 * Vertices spread evenly over the crowns of the cortex: in each cube of a lattice of `spacing` [m] the one that lies most open, if it lies open
 * at all. Indices in rising order.
 */
export function sparseCrowns(cortex: Pick<Surface, 'positions' | 'attributes'>, spacing: number): Uint32Array {
  const { positions, attributes } = cortex;
  const openness = attributes._OCCLUSION;
  const best = new Map<string, number>();
  for (let n = 0; n < positions.length / 3; n++) {
    if (openness && openness[n] < OPEN) continue;
    const cell = [0, 1, 2].map((axis) => Math.floor(positions[3 * n + axis] / spacing)).join();
    const known = best.get(cell);
    if (known === undefined || (openness && openness[n] > openness[known])) best.set(cell, n);
  }
  return Uint32Array.from(best.values()).sort();
}
