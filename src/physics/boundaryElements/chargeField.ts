import { addChargedTriangleField } from './chargedTriangleField';
import type { Facets } from './facets';

const OVER_4PI = 1 / (4 * Math.PI);

/** Facets closer than this many of their longest edge are taken as uniformly charged triangles, the others as point charges. */
export const NEAR_EDGES = 2;

/**
 * Adds the field of the facet charges to `out` [V/m per A/s]: Σ Q_j (x-c_j)/(4π|x-c_j|³), near facets by the analytic field of the charged triangle.
 * A point on a facet gets the mean of both sides.
 *
 * @param charges one per facet, in units of ε0
 * @param points stride 3 [m]
 */
export function addChargeField(facets: Facets, charges: Float64Array, points: ArrayLike<number>, out: Float64Array): void {
  const { count, corners, centroids, areas, edges } = facets;
  const reach = edges.map((edge) => (NEAR_EDGES * edge) ** 2);
  for (let p = 0; p < points.length; p += 3) {
    const x = points[p];
    const y = points[p + 1];
    const z = points[p + 2];
    let ex = 0;
    let ey = 0;
    let ez = 0;
    for (let j = 0; j < count; j++) {
      const rx = x - centroids[3 * j];
      const ry = y - centroids[3 * j + 1];
      const rz = z - centroids[3 * j + 2];
      const squared = rx * rx + ry * ry + rz * rz;
      if (squared < reach[j]) {
        addChargedTriangleField(corners, 9 * j, x, y, z, (charges[j] * OVER_4PI) / areas[j], out, p);
      } else {
        const weight = charges[j] / (squared * Math.sqrt(squared));
        ex += weight * rx;
        ey += weight * ry;
        ez += weight * rz;
      }
    }
    out[p] += ex * OVER_4PI;
    out[p + 1] += ey * OVER_4PI;
    out[p + 2] += ez * OVER_4PI;
  }
}
