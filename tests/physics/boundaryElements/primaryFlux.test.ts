import { describe, expect, it } from 'vitest';
import { collectFacets } from '../../../src/physics/boundaryElements/facets';
import { collectFluxEdges, edgeCirculation, primaryFlux } from '../../../src/physics/boundaryElements/primaryFlux';
import { primaryField } from '../../../src/physics/primaryField';
import { icosphere } from './icosphere';
import { relativeError } from './relativeError';

const shell = icosphere(0.085, 2, 0.33, 0);
const facets = collectFacets([shell]);
const edges = collectFluxEdges([shell]);
const dipoles = { positions: Float64Array.of(0.01, 0.02, 0.1, -0.03, 0.01, 0.11), moments: Float64Array.of(1, 2, -1, 0.5, -0.2, 1.5) };

/** Flux by the midpoint rule on parts² subtriangles. */
function byQuadrature(facet: number, parts: number): number {
  const [ax, ay, az, bx, by, bz, cx, cy, cz] = facets.corners.subarray(9 * facet, 9 * facet + 9);
  const u = [bx - ax, by - ay, bz - az];
  const w = [cx - ax, cy - ay, cz - az];
  const normal = [u[1] * w[2] - u[2] * w[1], u[2] * w[0] - u[0] * w[2], u[0] * w[1] - u[1] * w[0]].map((v) => v / 2 / parts ** 2);
  let sum = 0;
  for (let i = 0; i < parts; i++) {
    for (let j = 0; j < parts - i; j++) {
      for (const third of i + j < parts - 1 ? [1 / 3, 2 / 3] : [1 / 3]) {
        const [s, t] = [(i + third) / parts, (j + third) / parts];
        const e = primaryField(
          dipoles,
          [ax + s * u[0] + t * w[0], ay + s * u[1] + t * w[1], az + s * u[2] + t * w[2]],
          new Float64Array(3),
        );
        sum += e[0] * normal[0] + e[1] * normal[1] + e[2] * normal[2];
      }
    }
  }
  return sum;
}

describe('flux of the primary field through facets', () => {
  const flux = primaryFlux(edges, dipoles, new Float64Array(facets.count));

  it('is the limit of quadrature: the error of the midpoint rule falls by four when the parts are halved', () => {
    const chosen = Array.from({ length: 20 }, (_, i) => 16 * i);
    const exact = chosen.map((facet) => flux[facet]);
    const error = (parts: number): number =>
      relativeError(
        chosen.map((facet) => byQuadrature(facet, parts)),
        exact,
      );
    expect(error(16)).toBeLessThan(2e-3);
    expect(error(8) / error(16)).toBeGreaterThan(3.6);
    expect(error(8) / error(16)).toBeLessThan(4.4);
  });

  it('has no net flux through the closed surface', () => {
    const net = flux.reduce((sum, value) => sum + value, 0);
    const gross = flux.reduce((sum, value) => sum + Math.abs(value), 0);
    expect(Math.abs(net) / gross).toBeLessThan(1e-14);
  });

  it('counts every edge once for its two facets', () => {
    expect(edgeCirculation(edges.ends, dipoles)).toHaveLength((3 * facets.count) / 2);
    expect(edges.ends.length / 6).toBe((3 * facets.count) / 2);
  });
});
