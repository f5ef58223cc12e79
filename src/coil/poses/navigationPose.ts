import type { RigidTransform } from '../../core/rigidTransform';
import { scale, type Vec3 } from '../../core/vec3';

/** Programs that write coil poses. */
export type PoseProgram = 'simnibs' | 'brainsight' | 'localite';

/** How each program's coil axes stand to those here (z into the head, handle toward -y), for the person who compares. */
export const AXES: Readonly<Record<PoseProgram, string>> = {
  simnibs: 'SimNIBS: z into the head, handle toward -y, as here.',
  brainsight: 'Brainsight: z out of the head, handle toward -y, x to the other side than here.',
  localite: 'Localite: x into the head, handle toward +y, z along the x axis here.',
};

const minus = (v: Vec3): Vec3 => scale(v, -1);

/** A pose with the axes of another program as one with the axes here. Each of these maps is its own inverse (SimNIBS documentation of both). */
export function turnAxes({ x, y, z, origin }: RigidTransform, program: PoseProgram): RigidTransform {
  if (program === 'brainsight') return { x: minus(x), y, z: minus(z), origin };
  if (program === 'localite') return { x: z, y: minus(y), z: x, origin };
  return { x, y, z, origin };
}
