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
 * Nasion: the deepest point of the midline profile between brow and nose. The others cannot be read off a skin surface alone; they are the
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

/** The point of the midline profile farthest behind the chord from the brow to the bridge of the nose. */
function profileNasion(scalp: TriangleMesh): Vec3 {
  const profile = planeLoops(scalp, [0, 0, 0], [1, 0, 0])
    .flat()
    .filter(([, y, z]) => y > 50 && z > -62 && z < 20);
  const foremost = (low: number, high: number): Vec3 =>
    profile.filter(([, , z]) => z >= low && z <= high).reduce((a, b) => (b[1] > a[1] ? b : a));
  const brow = foremost(-15, 20);
  const nose = foremost(-62, -45);
  const depth = ([, y, z]: Vec3): number => {
    const t = (z - nose[2]) / (brow[2] - nose[2]);
    return t < 0 || t > 1 ? -1 : nose[1] + t * (brow[1] - nose[1]) - y;
  };
  return profile.reduce((a, b) => (depth(b) > depth(a) ? b : a));
}
