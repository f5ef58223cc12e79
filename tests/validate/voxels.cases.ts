import { readKernels } from '../../src/physics/wasm/readKernels';
import { errorInGrey, HEAD_RADII, shelledSphere } from '../physics/voxels/shelledSphere';
import { expectSmall, type ValidationCase } from './validationCase';

export const title = 'Five tissues in voxels against the closed form of a sphere';
/** The finest grid has 11 million nodes. */
export const long = true;

const SOURCE = 'Heller & van Hulsteyn 1992; spheres of 68/71/74/80/85 mm, conductivities of the five tissues, two coils';
/** Voxels [mm], samples along their edges, and the largest error. */
const GRIDS = [
  [2, 2, 0.06],
  [1, 2, 0.02],
  [0.75, 2, 0.015],
] as const;

export async function voxelsCases(): Promise<ValidationCase[]> {
  const out: ValidationCase[] = [];
  const means: number[] = [];
  for (const [spacing, samples, tolerance] of GRIDS) {
    const { errors, iterations } = await errorInGrey(shelledSphere(HEAD_RADII, spacing / 1000, samples), readKernels('voxelKernels'));
    means.push(Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length));
    const worst = Math.max(...errors);
    out.push(
      expectSmall(`middle of grey matter, voxels of ${spacing} mm, ${iterations} iterations, relative L2`, worst, tolerance, SOURCE),
    );
  }
  const order = Math.log(means[0] / means[2]) / Math.log(GRIDS[0][0] / GRIDS[2][0]);
  out.push({
    case: 'order of convergence from 2 to 0.75 mm',
    expected: 'at least 1',
    computed: Number(order.toPrecision(3)),
    relativeError: Math.max(0, 1 - order),
    tolerance: 0,
    source: SOURCE,
  });
  return out;
}
