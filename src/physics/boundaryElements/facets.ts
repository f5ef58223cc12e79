import type { ConductorShell } from './conductorShell';

/** All facets of all shells, one after the other, with what the equations need of each. */
export interface Facets {
  readonly count: number;
  /** Nine numbers per facet [m]. */
  readonly corners: Float64Array;
  /** Vertices of all shells, stride 3 [m]. */
  readonly vertices: Float64Array;
  /** Three indices into `vertices` per facet. */
  readonly vertexIndices: Uint32Array;
  /** Stride 3 [m]. */
  readonly centroids: Float64Array;
  /** [m²]. */
  readonly areas: Float64Array;
  /** Longest edge [m]. */
  readonly edges: Float64Array;
  /** (σ_in - σ_out)/(σ_in + σ_out) of the facet's shell. */
  readonly contrasts: Float64Array;
  /** Facet index at which each shell begins; one entry more than shells. */
  readonly shellStarts: Uint32Array;
}

export function collectFacets(shells: readonly ConductorShell[]): Facets {
  const shellStarts = new Uint32Array(shells.length + 1);
  shells.forEach((shell, s) => {
    shellStarts[s + 1] = shellStarts[s] + shell.triangles.length / 3;
  });
  const count = shellStarts[shells.length];
  const vertices = Float64Array.from(shells.flatMap((shell) => Array.from(shell.vertices)));
  const vertexIndices = new Uint32Array(3 * count);
  const contrasts = new Float64Array(count);
  let vertexStart = 0;
  shells.forEach((shell, s) => {
    const { triangles, conductivityInside: inside, conductivityOutside: outside } = shell;
    for (let i = 0; i < triangles.length; i++) vertexIndices[3 * shellStarts[s] + i] = vertexStart + triangles[i];
    contrasts.fill((inside - outside) / (inside + outside), shellStarts[s], shellStarts[s + 1]);
    vertexStart += shell.vertices.length / 3;
  });
  const corners = new Float64Array(9 * count);
  for (let i = 0; i < 9 * count; i++) corners[i] = vertices[3 * vertexIndices[Math.floor(i / 3)] + (i % 3)];
  return { count, corners, vertices, vertexIndices, contrasts, shellStarts, ...measureFacets(corners, count) };
}

function measureFacets(corners: Float64Array, count: number): Pick<Facets, 'centroids' | 'areas' | 'edges'> {
  const centroids = new Float64Array(3 * count);
  const areas = new Float64Array(count);
  const edges = new Float64Array(count);
  const edgeLength = (o: number, i: number, j: number): number =>
    Math.sqrt(
      (corners[o + 3 * i] - corners[o + 3 * j]) ** 2 +
        (corners[o + 3 * i + 1] - corners[o + 3 * j + 1]) ** 2 +
        (corners[o + 3 * i + 2] - corners[o + 3 * j + 2]) ** 2,
    );
  for (let f = 0; f < count; f++) {
    const o = 9 * f;
    for (let axis = 0; axis < 3; axis++) centroids[3 * f + axis] = (corners[o + axis] + corners[o + 3 + axis] + corners[o + 6 + axis]) / 3;
    const ux = corners[o + 3] - corners[o];
    const uy = corners[o + 4] - corners[o + 1];
    const uz = corners[o + 5] - corners[o + 2];
    const vx = corners[o + 6] - corners[o];
    const vy = corners[o + 7] - corners[o + 1];
    const vz = corners[o + 8] - corners[o + 2];
    areas[f] = 0.5 * Math.sqrt((uy * vz - uz * vy) ** 2 + (uz * vx - ux * vz) ** 2 + (ux * vy - uy * vx) ** 2);
    edges[f] = Math.max(edgeLength(o, 0, 1), edgeLength(o, 1, 2), edgeLength(o, 2, 0));
  }
  return { centroids, areas, edges };
}
