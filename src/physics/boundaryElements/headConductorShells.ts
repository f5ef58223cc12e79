import type { ConductorShell } from './conductorShell';
import { HEAD_CONDUCTIVITIES } from './headConductivities';

/** A triangulated surface: positions [m, stride 3] and vertex indices. */
export interface ShellSurface {
  readonly positions: ArrayLike<number>;
  readonly triangles: ArrayLike<number>;
}

/** Scalp, outer skull and inner skull with the conductivities of the head. */
export function headConductorShells(surfaces: Record<'scalp' | 'outerSkull' | 'innerSkull', ShellSurface>): ConductorShell[] {
  const { scalp, skull, brain } = HEAD_CONDUCTIVITIES;
  const shell = (name: 'scalp' | 'outerSkull' | 'innerSkull', conductivityInside: number, conductivityOutside: number): ConductorShell => {
    const { positions: vertices, triangles } = surfaces[name];
    return { name, vertices, triangles, conductivityInside, conductivityOutside };
  };
  return [shell('scalp', scalp.value, 0), shell('outerSkull', skull.value, scalp.value), shell('innerSkull', brain.value, skull.value)];
}
