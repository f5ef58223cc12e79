import { coilCasing } from '../../src/coil/coilCasing';
import { COIL_IDS, coilById } from '../../src/coil/coilLibrary';
import { transformPoint } from '../../src/core/rigidTransform';
import { at, normalize, type Vec3 } from '../../src/core/vec3';
import { seededRandom } from '../../src/dose/seededRandom';
import { coilPose } from '../../src/placement/coilPose';
import { createSurfaceQueries } from '../../src/placement/scalpQueries';
import { radialPoint } from '../../src/placement/scalpWalk';
import { readShippedHead } from '../readShippedHead';
import type { ValidationCase } from './validationCase';

export const title = 'Contact of the casing with the scalp';

const POSES = 150;
const degree = Math.PI / 180;
/** What is set and what is found may differ by this, in metres. */
const TOLERANCE = 5e-4;

/** The gap that is found beside the gap that is set, on the shipped head, over random places above the ears, angles, tilts and gaps. */
export async function contactCases(): Promise<readonly ValidationCase[]> {
  const head = await readShippedHead();
  const scalp = createSurfaceQueries(head.scalp);
  const smooth = createSurfaceQueries(head.shells.scalp);
  return COIL_IDS.map((id) => {
    const casing = coilCasing(coilById(id)).facePoints;
    const random = seededRandom(20);
    const between = (least: number, most: number): number => least + (most - least) * random.uniform();
    let worst = 0;
    let sum = 0;
    for (let n = 0; n < POSES; n++) {
      const direction: Vec3 = normalize([between(-1, 1), between(-1, 1), between(0.15, 1)]);
      const hold = {
        handleAngle: between(-180, 180) * degree,
        tiltPitch: between(-30, 30) * degree,
        tiltRoll: between(-30, 30) * degree,
        coilDistance: between(0, 0.04),
      };
      const place = radialPoint(smooth, head.sphere.center, direction);
      const pose = coilPose(scalp, casing, place, hold);
      let gap = Infinity;
      for (let p = 0; p < casing.length / 3; p++) gap = Math.min(gap, scalp.closest(transformPoint(pose, at(casing, p))).distance);
      const error = Math.abs(gap - hold.coilDistance);
      worst = Math.max(worst, error);
      sum += error;
    }
    const mean = `mean ${((1e3 * sum) / POSES).toFixed(4)} mm`;
    return {
      case: `${coilById(id).name}: worst difference between the gap that is set and found over ${POSES} random poses (${mean})`,
      expected: 0,
      computed: worst * 1e3,
      unit: 'mm',
      relativeError: worst / TOLERANCE,
      tolerance: 1,
      source: 'distance of every sample of the casing to the scalp; error in units of the tolerance of 0.5 mm',
    };
  });
}
