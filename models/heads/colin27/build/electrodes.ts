import { add, distance, scale, type Vec3 } from '../../../../src/core/vec3';
import type { Fiducials } from './fiducials';
import { pathLength, pointAtShare, type SurfacePath, sectionPath, shareAt } from './sectionPath';
import type { TriangleMesh } from './triangleMesh';

export interface Electrodes {
  /** Positions by 10-20 name, mm. */
  readonly positions: Readonly<Record<string, Vec3>>;
  /** Tape measures over the scalp, mm. */
  readonly tape: { readonly nasionInion: number; readonly preauricular: number; readonly circumference: number };
}

/**
 * The 21 positions of the 10-20 system by the percent rule along plane sections of the scalp: nasion-Cz-inion and left-Cz-right in
 * 10/20/20/20/20/10 %, the circumference through Fpz, T7, Oz and T8 in tenths, F3, F4, P3 and P4 halfway on the coronal sections.
 */
export function electrodePositions(scalp: TriangleMesh, fiducials: Fiducials): Electrodes {
  const { sagittal, coronal, cz } = centralCurves(scalp, fiducials);
  const on = (path: SurfacePath, share: number): Vec3 => pointAtShare(path, share);
  const midline = { Fpz: on(sagittal, 0.1), Fz: on(sagittal, 0.3), Cz: cz, Pz: on(sagittal, 0.7), Oz: on(sagittal, 0.9) };
  const row = { T7: on(coronal, 0.1), C3: on(coronal, 0.3), C4: on(coronal, 0.7), T8: on(coronal, 0.9) };
  const left = sectionPath(scalp, midline.Fpz, row.T7, midline.Oz);
  const right = sectionPath(scalp, midline.Fpz, row.T8, midline.Oz);
  const ring = (path: SurfacePath, temporal: Vec3, names: string[]): Record<string, Vec3> => {
    const share = shareAt(path, temporal);
    const shares = [0.2 * share, 0.6 * share, share + 0.4 * (1 - share), share + 0.8 * (1 - share)];
    return Object.fromEntries(names.map((name, i) => [name, on(path, shares[i])]));
  };
  const side = { ...ring(left, row.T7, ['Fp1', 'F7', 'P7', 'O1']), ...ring(right, row.T8, ['Fp2', 'F8', 'P8', 'O2']) };
  const halves = (from: Vec3, middle: Vec3, to: Vec3): [Vec3, Vec3] => {
    const path = sectionPath(scalp, from, middle, to);
    const share = shareAt(path, middle);
    return [on(path, share / 2), on(path, (1 + share) / 2)];
  };
  const [F3, F4] = halves(side.F7, midline.Fz, side.F8);
  const [P3, P4] = halves(side.P7, midline.Pz, side.P8);
  return {
    positions: { ...midline, ...row, ...side, F3, F4, P3, P4 },
    tape: {
      nasionInion: pathLength(sagittal),
      preauricular: pathLength(coronal),
      circumference: pathLength(left) + pathLength(right),
    },
  };
}

/** Cz halves both the curve from nasion to inion and the one from ear to ear; found by alternating between the two. */
function centralCurves(scalp: TriangleMesh, f: Fiducials): { sagittal: SurfacePath; coronal: SurfacePath; cz: Vec3 } {
  let cz: Vec3 = [0, -15, 103];
  for (let round = 0; ; round++) {
    const sagittal = sectionPath(scalp, f.nasion, cz, f.inion);
    const onSagittal = pointAtShare(sagittal, 0.5);
    const coronal = sectionPath(scalp, f.leftPreauricular, onSagittal, f.rightPreauricular);
    const next = pointAtShare(coronal, 0.5);
    const moved = distance(next, cz);
    cz = scale(add(next, onSagittal), 0.5);
    if (moved < 0.005 || round === 60) return { sagittal, coronal, cz };
  }
}
