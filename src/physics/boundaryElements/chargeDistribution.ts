import type { Facets } from './facets';

/**
 * The facet charges spread as a density that is linear on each facet. It keeps the charge of every facet; its slope comes from the
 * area-weighted means of the density at the vertices.
 */
export interface ChargeDistribution {
  /** Density at the three corners of each facet, in units of ε0 [V/m per A/s]. */
  readonly cornerDensities: Float64Array;
  /** Point charges at the centroids and at the vertices that have the same moments up to second order [V·m per A/s]. */
  readonly centroidCharges: Float64Array;
  readonly vertexCharges: Float64Array;
}

/** Share of a facet at its centroid and at each of its corners: the rule that integrates quadratic functions exactly. */
export const CENTROID_SHARE = 3 / 4;
export const CORNER_SHARE = 1 / 12;

/**
 * Why not the charges as they are: with a smooth density the errors of point charges and of uniformly charged facets are of second order and
 * opposite in sign, and a change from one to the other at some distance is worse than both. Sphere of 85 mm, 1280 facets, points at 70 mm: point
 * charges 0.54 %, uniform facets 1.05 %, uniform within two edges and points beyond 1.30 %, linear density 0.39 %.
 */
export function distributeCharges(facets: Facets, charges: ArrayLike<number>): ChargeDistribution {
  const { count, areas, vertices, vertexIndices } = facets;
  const means = vertexDensities(facets, charges);
  const cornerDensities = new Float64Array(3 * count);
  const vertexCharges = new Float64Array(vertices.length / 3);
  const centroidCharges = new Float64Array(count);
  for (let j = 0; j < count; j++) {
    const i = 3 * j;
    const shift = charges[j] / areas[j] - (means[vertexIndices[i]] + means[vertexIndices[i + 1]] + means[vertexIndices[i + 2]]) / 3;
    for (let k = i; k < i + 3; k++) {
      cornerDensities[k] = means[vertexIndices[k]] + shift;
      vertexCharges[vertexIndices[k]] += CORNER_SHARE * areas[j] * cornerDensities[k];
    }
    centroidCharges[j] = CENTROID_SHARE * charges[j];
  }
  return { cornerDensities, centroidCharges, vertexCharges };
}

function vertexDensities(facets: Facets, charges: ArrayLike<number>): Float64Array {
  const { count, areas, vertices, vertexIndices } = facets;
  const sums = new Float64Array(vertices.length / 3);
  const weights = new Float64Array(vertices.length / 3);
  for (let k = 0; k < 3 * count; k++) {
    sums[vertexIndices[k]] += charges[Math.floor(k / 3)];
    weights[vertexIndices[k]] += areas[Math.floor(k / 3)];
  }
  return sums.map((sum, v) => (weights[v] > 0 ? sum / weights[v] : 0));
}
