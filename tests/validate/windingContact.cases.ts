import { coilCasing } from '../../src/coil/coilCasing';
import type { CoilDescription } from '../../src/coil/coilDescription';
import { coilById } from '../../src/coil/coilLibrary';
import { coilWindingPaths } from '../../src/coil/windings/coilWindingPaths';
import { wingFrame } from '../../src/coil/windings/wingFrame';
import { transformPoint } from '../../src/core/rigidTransform';
import { at, normalize, type Vec3 } from '../../src/core/vec3';
import { seededRandom } from '../../src/dose/seededRandom';
import { coilPose } from '../../src/placement/coilPose';
import { createSurfaceQueries, type SurfaceQueries } from '../../src/placement/scalpQueries';
import { radialPoint } from '../../src/placement/scalpWalk';
import { readShippedHead } from '../readShippedHead';
import type { ValidationCase } from './validationCase';

export const title = 'Contact of the windings of bent coils with the scalp';

/** The bent coils, and the flat one beside them. */
const COILS = ['magventure-d-b80', 'magstim-double-cone', 'deymed-120bfv', 'magventure-mc-b70', 'magventure-cool-b70', 'magstim-d70'];
const POSES = 60;
const GAP = 0.004;
const degree = Math.PI / 180;
/** Beyond the copper's depth behind the face [m]: a plate touches with its middle or its rim, where no copper lies; most for the wide ring of the double cone. */
const FLOAT = 0.009;
/** The casing meets the scalp with samples up to 11 mm apart; between them the scalp may come nearer [mm]. */
const TOLERANCE = 1;
/** Every so many points of a turn: 5 to 10 mm on the largest. */
const STRIDE = 2;

/** How far the front of the nearest copper is from the scalp, beside the gap that is set for the casing and the copper's depth behind it. */
export async function windingContactCases(): Promise<readonly ValidationCase[]> {
  const head = await readShippedHead();
  const scalp = createSurfaceQueries(head.scalp);
  const smooth = createSurfaceQueries(head.shells.scalp);
  return COILS.flatMap((id) => {
    const coil = coilById(id);
    const casing = coilCasing(coil).facePoints;
    const copper = copperFront(coil);
    const random = seededRandom(21);
    const between = (least: number, most: number): number => least + (most - least) * random.uniform();
    const excesses = Array.from({ length: POSES }, () => {
      const place = radialPoint(smooth, head.sphere.center, normalize([between(-1, 1), between(-1, 1), between(0.15, 1)]));
      const hold = { handleAngle: between(-180, 180) * degree, tiltPitch: between(-10, 10) * degree, tiltRoll: between(-10, 10) * degree };
      const pose = coilPose(scalp, casing, place, { ...hold, coilDistance: GAP });
      return nearest(scalp, copper, (point) => transformPoint(pose, point)) - GAP;
    });
    const least = Math.min(...excesses);
    const most = Math.max(...excesses);
    const mean = excesses.reduce((sum, value) => sum + value, 0) / POSES;
    const source = `${POSES} random poses tilted up to 10°, gap ${1e3 * GAP} mm; mean ${(1e3 * mean).toFixed(2)} mm`;
    const depth = copperDepth(coil);
    return [
      row(`${coil.name}: nearest copper beyond the gap, least`, '≥', depth, least, Math.max(0, depth - least), source),
      row(`${coil.name}: nearest copper beyond the gap, most`, '≤', depth + FLOAT, most, Math.max(0, most - depth - FLOAT), source),
    ];
  });
}

const row = (name: string, sign: string, limit: number, found: number, excess: number, source: string): ValidationCase => ({
  case: name,
  expected: `${sign} ${Number((1e3 * limit).toFixed(2))}`,
  computed: 1e3 * found,
  unit: 'mm',
  relativeError: 1e3 * excess,
  tolerance: TOLERANCE,
  source: `${source}; error in mm`,
});

/** From the face of the casing to the front of the copper [m], the same in every wing. */
function copperDepth(coil: CoilDescription): number {
  const [{ layers }] = coil.wings;
  const middle = layers.reduce((sum, { depth }) => sum + depth.value, 0) / layers.length;
  return -middle - coil.conductor.height.value / 2;
}

/** Points on the side of the copper that faces the head, coil frame. */
function copperFront(coil: CoilDescription): Vec3[] {
  return coilWindingPaths(coil).flatMap(({ points, stripHeight, wing }) => {
    const { z } = wingFrame(coil.wings[wing]);
    const out: Vec3[] = [];
    for (let n = 0; n < points.length / 3; n += STRIDE) {
      const [x, y, height] = at(points, n);
      out.push([x + (z[0] * stripHeight) / 2, y + (z[1] * stripHeight) / 2, height + (z[2] * stripHeight) / 2]);
    }
    return out;
  });
}

function nearest(scalp: SurfaceQueries, points: readonly Vec3[], place: (point: Vec3) => Vec3): number {
  let least = Number.POSITIVE_INFINITY;
  for (const point of points) least = Math.min(least, scalp.closest(place(point)).distance);
  return least;
}
