/** A closed triangulated interface between two conductivities. */
export interface ConductorShell {
  /** Used in messages; shells without a name are called by their index. */
  readonly name?: string;
  /** Head frame, stride 3, metres. */
  readonly vertices: ArrayLike<number>;
  /** Vertex indices, stride 3, counter-clockwise seen from outside. */
  readonly triangles: ArrayLike<number>;
  /** S/m, directly inside the interface. */
  readonly conductivityInside: number;
  /** S/m, directly outside the interface; 0 for the surface of the head. */
  readonly conductivityOutside: number;
}

/** The name of a shell in messages. */
export const shellName = (shell: ConductorShell, index: number): string => shell.name ?? `shells[${index}]`;
