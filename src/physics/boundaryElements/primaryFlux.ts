import { MU0_OVER_4PI } from '../../core/constants';
import type { Dipoles } from '../dipoles';
import type { ConductorShell } from './conductorShell';

/** The edges of all shells and how the facets are bounded by them. */
export interface FluxEdges {
  /** Six numbers per edge: its two ends [m]. */
  readonly ends: Float64Array;
  /** Three per facet, in the order of `collectFacets`: edge index + 1, negative where the facet runs along the edge backward. */
  readonly facetEdges: Int32Array;
}

export function collectFluxEdges(shells: readonly ConductorShell[]): FluxEdges {
  const facetEdges = new Int32Array(shells.reduce((sum, shell) => sum + shell.triangles.length, 0));
  const ends: number[] = [];
  let next = 0;
  for (const { vertices, triangles } of shells) {
    const known = new Map<number, number>();
    const vertexCount = vertices.length / 3;
    for (let i = 0; i < triangles.length; i++) {
      const from = triangles[i];
      const to = triangles[i % 3 === 2 ? i - 2 : i + 1];
      const key = Math.min(from, to) * vertexCount + Math.max(from, to);
      let edge = known.get(key);
      if (edge === undefined) {
        edge = ends.length / 6;
        known.set(key, edge);
        const low = 3 * Math.min(from, to);
        const high = 3 * Math.max(from, to);
        ends.push(vertices[low], vertices[low + 1], vertices[low + 2], vertices[high], vertices[high + 1], vertices[high + 2]);
      }
      facetEdges[next++] = from < to ? edge + 1 : -edge - 1;
    }
  }
  return { ends: Float64Array.from(ends), facetEdges };
}

/**
 * Flux of the primary field through every facet per unit rate of the coil current [V·m per A/s], exact for magnetic dipoles.
 *
 * A = μ0/4π Σ m×r/|r|³ is the curl of μ0/4π Σ m/|r|, so its flux through a facet is the circulation of m/|r| along the facet's edges, and along
 * a straight edge ∫ dl/|r| = ln((R₁+R₂+L)/(R₁+R₂-L)). Neighbors share the edge value, so the net flux through a closed shell is zero to
 * rounding: a 3-point rule needs a correction for that, or a resistive skull multiplies the net charge by 1/(1-K).
 * E_primary = -A per unit rate. A dipole on an edge is singular: there the gap is held at 1e-12 of the edge.
 */
export function primaryFlux(edges: FluxEdges, dipoles: Dipoles, out: Float64Array): Float64Array {
  const circulation = edgeCirculation(edges.ends, dipoles);
  for (let facet = 0; facet < out.length; facet++) {
    let sum = 0;
    for (let i = 3 * facet; i < 3 * facet + 3; i++) {
      const edge = edges.facetEdges[i];
      sum += edge > 0 ? circulation[edge - 1] : -circulation[-edge - 1];
    }
    out[facet] = -sum;
  }
  return out;
}

/** μ0/4π Σ ∫ (m/|r|)·dl along each edge [T·m² per A]. */
export function edgeCirculation(ends: Float64Array, dipoles: Dipoles): Float64Array {
  const { positions, moments } = dipoles;
  const out = new Float64Array(ends.length / 6);
  for (let e = 0; e < out.length; e++) {
    const [ax, ay, az, bx, by, bz] = ends.subarray(6 * e, 6 * e + 6);
    const length = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2 + (bz - az) ** 2);
    const tx = (bx - ax) / length;
    const ty = (by - ay) / length;
    const tz = (bz - az) / length;
    const floor = 1e-12 * length;
    let sum = 0;
    for (let d = 0; d < positions.length; d += 3) {
      const x = positions[d];
      const y = positions[d + 1];
      const z = positions[d + 2];
      const r =
        Math.sqrt((ax - x) * (ax - x) + (ay - y) * (ay - y) + (az - z) * (az - z)) +
        Math.sqrt((bx - x) * (bx - x) + (by - y) * (by - y) + (bz - z) * (bz - z));
      sum += (moments[d] * tx + moments[d + 1] * ty + moments[d + 2] * tz) * Math.log((r + length) / Math.max(r - length, floor));
    }
    out[e] = MU0_OVER_4PI * sum;
  }
  return out;
}
