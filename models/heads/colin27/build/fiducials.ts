import type { Vec3 } from '../../../../src/core/vec3';
import { closestSurfacePoint, indexSurface } from '../../../../src/head/surfaceDistance';
import { planeLoops } from './sectionPath';
import type { TriangleMesh } from './triangleMesh';

/** Heights of inion and preauricular points and their distance from the midline in the published electrode set for this head, mm. */
export const PUBLISHED = {
  nasion: [0.0083, 86.811, -39.983],
  inion: [0.0045, -118.565, -23.078],
  leftPreauricular: [-86.0761, -19.9897, -47.986],
  rightPreauricular: [85.7939, -20.0093, -48.031],
  F3: [-50.2438, 53.1112, 42.192],
  F4: [51.8362, 54.3048, 40.814],
  Cz: [0.4009, -9.167, 100.244],
  Fz: [0.3122, 58.512, 66.462],
  F7: [-70.2629, 42.4743, -11.42],
} as const satisfies Record<string, Vec3>;

export interface Fiducials {
  readonly nasion: Vec3;
  readonly inion: Vec3;
  readonly leftPreauricular: Vec3;
  readonly rightPreauricular: Vec3;
}

/**
 * Nasion: the bottom of the hollow of the midline profile between brow and nose. The others cannot be read off a skin surface alone; they are the
 * points of this scalp nearest to those of the published electrode set for the same head.
 */
export function findFiducials(scalp: TriangleMesh): Fiducials {
  const index = indexSurface(scalp);
  const nearest = (point: Vec3): Vec3 => closestSurfacePoint(index, point).position;
  return {
    nasion: profileNasion(scalp),
    inion: nearest(PUBLISHED.inion),
    leftPreauricular: nearest(PUBLISHED.leftPreauricular),
    rightPreauricular: nearest(PUBLISHED.rightPreauricular),
  };
}

/**
 * The place where the midline profile (y as a function of z) between brow and nose is least. The hollow is shallow, so the vertex of a
 * parabola fitted within 9 mm of the least point is taken, which single voxels hardly move.
 */
function profileNasion(scalp: TriangleMesh): Vec3 {
  const profile = planeLoops(scalp, [0, 0, 0], [1, 0, 0])
    .flat()
    .filter(([, y, z]) => y > 50 && z > -54 && z < -24);
  const least = profile.reduce((a, b) => (b[1] < a[1] ? b : a));
  const near = profile.filter(([, , z]) => Math.abs(z - least[2]) < 9);
  const z = least[2] + parabolaVertex(near.map((p) => [p[2] - least[2], p[1]]));
  return profile.reduce((a, b) => (Math.abs(b[2] - z) < Math.abs(a[2] - z) ? b : a));
}

/** Position of the extremum of the parabola fitted to (t, value) pairs by least squares. */
function parabolaVertex(pairs: number[][]): number {
  const moment = (power: number): number => pairs.reduce((sum, [t]) => sum + t ** power, 0);
  const load = (power: number): number => pairs.reduce((sum, [t, value]) => sum + value * t ** power, 0);
  const [s0, s1, s2, s3, s4] = [0, 1, 2, 3, 4].map(moment);
  const [b0, b1, b2] = [0, 1, 2].map(load);
  const linear = s0 * (b1 * s4 - s3 * b2) - b0 * (s1 * s4 - s3 * s2) + s2 * (s1 * b2 - b1 * s2);
  const square = s0 * (s2 * b2 - b1 * s3) - s1 * (s1 * b2 - b1 * s2) + b0 * (s1 * s3 - s2 * s2);
  return -linear / (2 * square);
}
