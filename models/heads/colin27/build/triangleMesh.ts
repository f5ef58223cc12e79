import { surfaceNormals } from '../../../../src/head/surface';

/** Triangles in the MNI-152 frame; positions in mm, stride 3, outward facing (counterclockwise from outside). */
export interface TriangleMesh {
  readonly positions: Float64Array;
  readonly triangles: Uint32Array;
}

/** Neighbors of every vertex in compressed rows: those of `i` are `list[start[i]]` to `list[start[i + 1] - 1]`. */
export interface Neighbors {
  readonly start: Uint32Array;
  readonly list: Uint32Array;
}

export function vertexNeighbors(mesh: TriangleMesh): Neighbors {
  const count = mesh.positions.length / 3;
  const sets: number[][] = Array.from({ length: count }, () => []);
  const link = (a: number, b: number): void => {
    if (!sets[a].includes(b)) sets[a].push(b);
    if (!sets[b].includes(a)) sets[b].push(a);
  };
  const t = mesh.triangles;
  for (let i = 0; i < t.length; i += 3) {
    link(t[i], t[i + 1]);
    link(t[i + 1], t[i + 2]);
    link(t[i + 2], t[i]);
  }
  const start = new Uint32Array(count + 1);
  for (let i = 0; i < count; i++) start[i + 1] = start[i] + sets[i].length;
  const list = new Uint32Array(start[count]);
  for (let i = 0; i < count; i++) list.set(sets[i], start[i]);
  return { start, list };
}

/** Unit vertex normals, area weighted. */
export const vertexNormals = ({ positions, triangles }: TriangleMesh): Float64Array =>
  surfaceNormals(positions, triangles, new Float64Array(positions.length));

/** Keeps the given triangles and only the vertices that they use; `kept` lists the old index of every new vertex. */
export function compactMesh(mesh: TriangleMesh, triangles: Uint32Array): TriangleMesh & { readonly kept: Uint32Array } {
  const renamed = new Int32Array(mesh.positions.length / 3).fill(-1);
  const kept: number[] = [];
  const renumbered = triangles.map((old) => {
    if (renamed[old] < 0) renamed[old] = kept.push(old) - 1;
    return renamed[old];
  });
  const positions = new Float64Array(3 * kept.length);
  for (let i = 0; i < kept.length; i++) positions.set(mesh.positions.subarray(3 * kept[i], 3 * kept[i] + 3), 3 * i);
  return { positions, triangles: renumbered, kept: Uint32Array.from(kept) };
}

/** The connected part with the most triangles; `kept` lists the old index of every vertex. */
export function largestPiece(mesh: TriangleMesh): TriangleMesh & { readonly kept: Uint32Array } {
  const parent = Int32Array.from({ length: mesh.positions.length / 3 }, (_, i) => i);
  const root = (i: number): number => {
    let r = i;
    while (parent[r] !== r) r = parent[r] = parent[parent[r]];
    return r;
  };
  const t = mesh.triangles;
  for (let i = 0; i < t.length; i += 3) {
    parent[root(t[i])] = root(t[i + 1]);
    parent[root(t[i + 1])] = root(t[i + 2]);
  }
  const size = new Map<number, number>();
  for (let i = 0; i < t.length; i += 3) size.set(root(t[i]), (size.get(root(t[i])) ?? 0) + 1);
  const best = [...size.entries()].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
  const kept: number[] = [];
  for (let i = 0; i < t.length; i += 3) if (root(t[i]) === best) kept.push(t[i], t[i + 1], t[i + 2]);
  return compactMesh(mesh, Uint32Array.from(kept));
}

/** How many triangles use every edge; the key is the smaller vertex times the vertex count plus the larger. */
function edgeCounts(mesh: { positions: ArrayLike<number>; triangles: ArrayLike<number> }): Map<number, number> {
  const edges = new Map<number, number>();
  const vertices = mesh.positions.length / 3;
  const t = mesh.triangles;
  for (let i = 0; i < t.length; i += 3) {
    for (let e = 0; e < 3; e++) {
      const a = t[i + e];
      const b = t[i + ((e + 1) % 3)];
      const key = Math.min(a, b) * vertices + Math.max(a, b);
      edges.set(key, (edges.get(key) ?? 0) + 1);
    }
  }
  return edges;
}

/** The edges, as pairs of vertices, that do not join exactly two triangles. */
export function crowdedEdges(mesh: TriangleMesh): [number, number][] {
  const vertices = mesh.positions.length / 3;
  return [...edgeCounts(mesh)].filter(([, count]) => count !== 2).map(([key]) => [Math.floor(key / vertices), key % vertices]);
}

/** Euler characteristic, and how many edges do not join exactly two triangles. */
export function topology(mesh: { positions: ArrayLike<number>; triangles: ArrayLike<number> }): { euler: number; openEdges: number } {
  const edges = edgeCounts(mesh);
  let openEdges = 0;
  for (const count of edges.values()) if (count !== 2) openEdges++;
  return { euler: mesh.positions.length / 3 - edges.size + mesh.triangles.length / 3, openEdges };
}
