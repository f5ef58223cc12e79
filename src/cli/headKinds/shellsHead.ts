import { z } from 'zod';
import { inputError } from '../../core/inputError';
import { readInput } from '../../core/readInput';
import { insideSurface } from '../../head/insideSurface';
import {
  boundaryElementField,
  createBoundaryElementModel,
  FACET_LIMIT,
  solveCharges,
} from '../../physics/boundaryElements/boundaryElementModel';
import { checkShells } from '../../physics/boundaryElements/checkShells';
import type { ConductorShell } from '../../physics/boundaryElements/conductorShell';
import type { Dipoles } from '../../physics/dipoles';
import type { HeadField } from './headKind';

const MOST_SHELLS = 100;
const coordinate = z.number().min(-10).max(10);
const index = z.number().int().nonnegative();
const conductivity = z.number().nonnegative().max(1e9);
const schema = z.strictObject({
  kind: z.literal('shells'),
  shells: z
    .array(
      z.strictObject({
        vertices: z
          .array(z.tuple([coordinate, coordinate, coordinate]))
          .min(4)
          .max(2 * FACET_LIMIT),
        triangles: z
          .array(z.tuple([index, index, index]))
          .min(4)
          .max(200_000),
        conductivityInside: conductivity,
        conductivityOutside: conductivity,
      }),
    )
    .min(1)
    .max(MOST_SHELLS),
});

/** Any number of closed nested shells, given in the scene. */
export function shellsHead(head: unknown): HeadField {
  const { shells } = readInput(schema, head, 'head', 'head');
  return boundaryElementHead(
    shells.map(({ vertices, triangles, ...conductivities }, i) => ({
      name: `head.shells[${i}]`,
      vertices: Float64Array.from(vertices.flat()),
      triangles: Uint32Array.from(triangles.flat()),
      ...conductivities,
    })),
  );
}

/** The field of shells by boundary elements; the coil must lie outside the conductor. */
export function boundaryElementHead(shells: readonly ConductorShell[]): HeadField {
  const model = createBoundaryElementModel(shells);
  const [outermost] = checkShells(shells);
  return {
    electricField(dipoles, points) {
      refuseDipolesInside({ positions: shells[outermost].vertices, triangles: shells[outermost].triangles }, dipoles);
      return boundaryElementField(model.facets, solveCharges(model, dipoles), dipoles, points);
    },
  };
}

/** The equations hold for sources outside the conductor. */
export function refuseDipolesInside(scalp: { positions: ArrayLike<number>; triangles: ArrayLike<number> }, { positions }: Dipoles): void {
  const first = insideSurface(scalp, positions).indexOf(1);
  if (first >= 0) throw inputError('coil', 'lie outside the head', `dipole ${first} inside it`);
}
