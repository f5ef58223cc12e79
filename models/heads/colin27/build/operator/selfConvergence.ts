import { insideSurface } from '../../../../../src/head/insideSurface';
import {
  boundaryElementField,
  createBoundaryElementModel,
  solveCharges,
} from '../../../../../src/physics/boundaryElements/boundaryElementModel';
import { headConductorShells, type ShellSurface } from '../../../../../src/physics/boundaryElements/headConductorShells';
import type { Dipoles } from '../../../../../src/physics/dipoles';
import { icosphere } from '../icosphere';
import { SHELL_PARAMETERS } from '../shells';
import type { HeadSurfaces } from './headShells';
import { corticalWeights } from './measureErrors';
import { type MeanAndWorst, relativeErrors } from './relativeErrors';

/** Estimated discretization error of the shipped shells. */
export interface SelfConvergence {
  readonly poses: number;
  readonly deep: MeanAndWorst;
  readonly cortex: MeanAndWorst;
}

/** Level of the coarse shells: 1280 facets each. */
const COARSE = 3;

/**
 * The error of the 5120-facet shells from the difference to 1280-facet ones through every fourth vertex. Halving the edge divides the error by four (measured on
 * spheres), so the difference is three times the error of the finer shells.
 *
 * @param fine direct fields at the cortical vertices, row-major, `columns` wide, of which the chosen columns are compared
 */
export function selfConvergence(
  surfaces: HeadSurfaces,
  sets: readonly Dipoles[],
  fine: Float32Array,
  columns: number,
  chosen: readonly number[],
): SelfConvergence {
  const shells = headConductorShells({
    scalp: coarseShell(surfaces.scalp),
    outerSkull: coarseShell(surfaces.outerSkull),
    innerSkull: coarseShell(surfaces.innerSkull),
  });
  const model = createBoundaryElementModel(shells);
  const points = surfaces.cortex.positions;
  const coarseFields = new Float32Array(points.length * chosen.length);
  const fineFields = new Float32Array(points.length * chosen.length);
  chosen.forEach((column, c) => {
    const field = boundaryElementField(model.facets, solveCharges(model, sets[column]), sets[column], points);
    for (let i = 0; i < points.length; i++) {
      coarseFields[i * chosen.length + c] = field[i];
      fineFields[i * chosen.length + c] = fine[i * columns + column];
    }
  });
  // The coarse shell cuts corners: what it leaves outside cannot be compared.
  const inside = insideSurface({ positions: shells[2].vertices, triangles: shells[2].triangles }, points);
  const { whole, deep } = corticalWeights(surfaces);
  inside.forEach((yes, v) => {
    if (!yes) whole[v] = deep[v] = 0;
  });
  const third = ({ mean, worst }: MeanAndWorst): MeanAndWorst => ({ mean: mean / 3, worst: worst / 3 });
  return {
    poses: chosen.length,
    deep: third(relativeErrors(coarseFields, fineFields, chosen.length, deep)),
    cortex: third(relativeErrors(coarseFields, fineFields, chosen.length, whole)),
  };
}

/** The shell through the vertices in the directions of the coarse icosphere: those of the fine shell include them. */
function coarseShell(shell: ShellSurface): ShellSurface {
  const { positions: directions, triangles } = icosphere(COARSE);
  const center = SHELL_PARAMETERS.center.map((millimeters) => millimeters * 1e-3);
  const positions = new Float64Array(directions.length);
  for (let v = 0; v < directions.length; v += 3) {
    let best = -1;
    let closest = -1;
    for (let p = 0; p < shell.positions.length; p += 3) {
      const [x, y, z] = center.map((c, axis) => shell.positions[p + axis] - c);
      const cosine = (x * directions[v] + y * directions[v + 1] + z * directions[v + 2]) / Math.sqrt(x * x + y * y + z * z);
      if (cosine > closest) [closest, best] = [cosine, p];
    }
    for (let axis = 0; axis < 3; axis++) positions[v + axis] = shell.positions[best + axis];
  }
  return { positions, triangles };
}
