import type { Vec3 } from '../core/vec3';
import type { SurfaceQueries } from './scalpQueries';

/** Distance between the nodes of the lattice, in metres: on a head the trilinear rule is then off by some hundredths of a millimeter. */
const SPACING = 0.004;
/** The same for the lattice that answers from afar. */
const COARSE_SPACING = 0.012;
/** Half the width of the cube about the head that is covered, in metres. */
const HALF_WIDTH = 0.24;
/** Farther in than this the sign of the distance is not trusted and the point counts as outside, in metres. */
const SIGNED_BAND = 0.02;

/** The distance to a surface [m, positive outside], read from lattices whose nodes are computed when they are first asked for. */
export interface DistanceLattice {
  /** The distance interpolated between nodes; where it is surely above `enough`, a lower bound above `enough` instead. */
  distance(x: number, y: number, z: number, enough: number): number;
}

/**
 * Some fifty times faster than the exact query once its nodes are there. Meant for points outside the surface or within `SIGNED_BAND` of it;
 * the cube about `center` must hold everything that is asked for, else the value at its face is given.
 */
export function createDistanceLattice(surface: SurfaceQueries, center: Vec3): DistanceLattice {
  const origin = center.map((c) => c - HALF_WIDTH) as unknown as Vec3;
  const coarse = lazyNodes(surface, origin, COARSE_SPACING);
  const fine = lazyNodes(surface, origin, SPACING);
  const { count, node } = fine;
  const top = coarse.count - 1;
  const highest = count - 2;
  return {
    distance(x, y, z, enough) {
      const u = Math.min(Math.max((x - origin[0]) / SPACING, 0), count - 1);
      const v = Math.min(Math.max((y - origin[1]) / SPACING, 0), count - 1);
      const w = Math.min(Math.max((z - origin[2]) / SPACING, 0), count - 1);
      // A distance changes by no more than the way walked, so that the nearest coarse node gives a bound.
      const ratio = SPACING / COARSE_SPACING;
      const [ci, cj, ck] = [
        Math.min((u * ratio + 0.5) | 0, top),
        Math.min((v * ratio + 0.5) | 0, top),
        Math.min((w * ratio + 0.5) | 0, top),
      ];
      const bound =
        coarse.node(ci, cj, ck) -
        length(u * SPACING - ci * COARSE_SPACING, v * SPACING - cj * COARSE_SPACING, w * SPACING - ck * COARSE_SPACING);
      if (bound > enough) return bound;
      const i = Math.min(u | 0, highest);
      const j = Math.min(v | 0, highest);
      const k = Math.min(w | 0, highest);
      const fu = u - i;
      const fv = v - j;
      const fw = w - k;
      const low = (1 - fv) * mix(node(i, j, k), node(i + 1, j, k), fu) + fv * mix(node(i, j + 1, k), node(i + 1, j + 1, k), fu);
      const high =
        (1 - fv) * mix(node(i, j, k + 1), node(i + 1, j, k + 1), fu) + fv * mix(node(i, j + 1, k + 1), node(i + 1, j + 1, k + 1), fu);
      return mix(low, high, fw);
    },
  };
}

function lazyNodes(surface: SurfaceQueries, origin: Vec3, spacing: number) {
  const count = Math.round((2 * HALF_WIDTH) / spacing) + 1;
  const nodes = new Float32Array(count ** 3).fill(Number.NaN);
  return {
    count,
    node(i: number, j: number, k: number): number {
      const index = i + count * (j + count * k);
      const known = nodes[index];
      if (!Number.isNaN(known)) return known;
      const { distance } = surface.closest([origin[0] + i * spacing, origin[1] + j * spacing, origin[2] + k * spacing]);
      nodes[index] = distance < -SIGNED_BAND ? -distance : distance;
      return nodes[index];
    },
  };
}

const length = (x: number, y: number, z: number): number => Math.sqrt(x * x + y * y + z * z);
const mix = (a: number, b: number, t: number): number => a + t * (b - a);
