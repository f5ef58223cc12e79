import { CENTROID_SHARE, type ChargeDistribution, CORNER_SHARE } from './chargeDistribution';
import type { Facets } from './facets';
import { linearTriangleField } from './linearTriangleField';

const OVER_4PI = 1 / (4 * Math.PI);

/** Facets closer than this many of their longest edge are taken as charged triangles, the others as point charges. */
export const NEAR_EDGES = 2;

/**
 * Adds the field of the charges to `out` [V/m per A/s]: Σ Q (x-x')/(4π|x-x'|³) over the point charges of the distribution, and near
 * facets by the field of the charged triangle. A point on a facet gets the mean of both sides.
 *
 * @param points stride 3 [m]
 */
export function addChargeField(facets: Facets, distribution: ChargeDistribution, points: ArrayLike<number>, out: Float64Array): void {
  const reach = nearReach(facets);
  const { cornerDensities, centroidCharges, vertexCharges } = distribution;
  for (let p = 0; p < points.length; p += 3) {
    addPointCharges(facets.centroids, centroidCharges, points, p, out);
    addPointCharges(facets.vertices, vertexCharges, points, p, out);
    forNearFacets(facets, reach, points[p], points[p + 1], points[p + 2], (facet, field) => {
      for (let k = 0; k < 3; k++) {
        const density = cornerDensities[3 * facet + k];
        for (let axis = 0; axis < 3; axis++) out[p + axis] += density * field[3 * k + axis];
      }
    });
  }
}

/** Square of the distance from the centroid within which a facet counts as near. */
export const nearReach = (facets: Facets): Float64Array => facets.edges.map((edge) => (NEAR_EDGES * edge) ** 2);

/**
 * Calls `visit(facet, field)` for each facet near the point; `field` (reused between calls) is, for unit density at each of the three corners, the field
 * of the charged triangle less that of the point charges that stand for it, over 4π.
 */
export function forNearFacets(
  facets: Facets,
  reach: Float64Array,
  x: number,
  y: number,
  z: number,
  visit: (facet: number, field: Float64Array) => void,
): void {
  const { count, centroids, corners, areas } = facets;
  for (let j = 0; j < count; j++) {
    const rx = x - centroids[3 * j];
    const ry = y - centroids[3 * j + 1];
    const rz = z - centroids[3 * j + 2];
    const squared = rx * rx + ry * ry + rz * rz;
    if (squared >= reach[j]) continue;
    linearTriangleField(corners, 9 * j, x, y, z, _field);
    const central = (CENTROID_SHARE / 3) * areas[j] * inverseCube(squared);
    for (let k = 0; k < 3; k++) {
      const o = 9 * j + 3 * k;
      const cx = x - corners[o];
      const cy = y - corners[o + 1];
      const cz = z - corners[o + 2];
      const corner = CORNER_SHARE * areas[j] * inverseCube(cx * cx + cy * cy + cz * cz);
      _field[3 * k] = OVER_4PI * (_field[3 * k] - central * rx - corner * cx);
      _field[3 * k + 1] = OVER_4PI * (_field[3 * k + 1] - central * ry - corner * cy);
      _field[3 * k + 2] = OVER_4PI * (_field[3 * k + 2] - central * rz - corner * cz);
    }
    visit(j, _field);
  }
}

const _field = new Float64Array(9);

/** 1/|r|³; 0 on the charge itself, where the point charge is replaced by the triangle anyway. */
const inverseCube = (squared: number): number => (squared > 0 ? 1 / (squared * Math.sqrt(squared)) : 0);

function addPointCharges(positions: Float64Array, charges: Float64Array, points: ArrayLike<number>, p: number, out: Float64Array): void {
  const x = points[p];
  const y = points[p + 1];
  const z = points[p + 2];
  let ex = 0;
  let ey = 0;
  let ez = 0;
  for (let j = 0; j < charges.length; j++) {
    const rx = x - positions[3 * j];
    const ry = y - positions[3 * j + 1];
    const rz = z - positions[3 * j + 2];
    const weight = charges[j] * inverseCube(rx * rx + ry * ry + rz * rz);
    ex += weight * rx;
    ey += weight * ry;
    ez += weight * rz;
  }
  out[p] += OVER_4PI * ex;
  out[p + 1] += OVER_4PI * ey;
  out[p + 2] += OVER_4PI * ez;
}
