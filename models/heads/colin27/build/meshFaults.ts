import { crowdedEdges, largestPiece, type TriangleMesh } from './triangleMesh';

/** Vertices where a mesh is no connected manifold: on edges without exactly two triangles, at pinched vertices, on all pieces but the largest. */
export function meshFaults(mesh: TriangleMesh): number[] {
  const kept = new Uint8Array(mesh.positions.length / 3);
  for (const vertex of largestPiece(mesh).kept) kept[vertex] = 1;
  const crumbs = Array.from(kept.keys()).filter((vertex) => kept[vertex] === 0);
  return [...crowdedEdges(mesh).flat(), ...pinchedVertices(mesh), ...crumbs];
}

/** Vertices whose triangles form more than one fan. */
function pinchedVertices({ positions, triangles }: TriangleMesh): number[] {
  const spokes: [number, number][][] = Array.from({ length: positions.length / 3 }, () => []);
  for (let i = 0; i < triangles.length; i += 3) {
    const [a, b, c] = triangles.subarray(i, i + 3);
    spokes[a].push([b, c]);
    spokes[b].push([c, a]);
    spokes[c].push([a, b]);
  }
  return spokes.flatMap((fan, vertex) => (fan.length > 0 && aroundOnce(fan) < fan.length ? [vertex] : []));
}

/** How many triangles are met by walking once around a vertex. */
function aroundOnce(fan: readonly [number, number][]): number {
  const next = new Map(fan);
  const [first] = fan[0];
  let count = 0;
  for (let at: number | undefined = first; at !== undefined && count <= fan.length; ) {
    at = next.get(at);
    count++;
    if (at === first) break;
  }
  return count;
}
