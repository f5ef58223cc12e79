import { nearPoints } from './nearPoints';

/** Wire segments as files list them: a point and the direction times the length, stride 3, m. */
export interface WireEnds {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** What the file's points are: the middles of the segments or their starts. */
  readonly rule: 'middle' | 'start';
  /** For each segment the number of the connected piece of wire that it belongs to. */
  readonly pieces: Int32Array;
  readonly pieceCount: number;
  /** Ends at which no other segment begins. */
  readonly openEnds: number;
}

/** Share of the segments that may end openly before all are taken as one piece. */
const MOST_OPEN = 0.2;

/**
 * Segments with their ends joined to pieces of wire. Published descriptions call the points starts, the programs that write and read such files take
 * them as middles; here the rule is taken under which the ends meet better, and middles where both are alike. What counts as meeting follows
 * from the gaps that the better rule leaves, so that rounded files join. Order does not matter; linear time.
 */
export function wireEnds(points: Float64Array, directions: Float64Array): WireEnds {
  const reach = 0.5 * medianLength(directions);
  const middle = joinedBy(points, directions, 0.5, reach);
  const start = joinedBy(points, directions, 0, reach);
  const rule = start.cost < 0.98 * middle.cost ? 'start' : 'middle';
  const { starts, ends, next, gaps } = rule === 'start' ? start : middle;
  // Joining too much only moves the point that a surface is spanned from; joining too little loses the wire.
  const tolerance = Math.min(reach, Math.max(1e-6, 4 * median(gaps), 0.2 * reach));
  const parent = Int32Array.from(next, (_, i) => i);
  let openEnds = 0;
  for (let i = 0; i < next.length; i++) {
    if (next[i] >= 0 && gaps[i] <= tolerance) unite(parent, i, next[i]);
    else openEnds++;
  }
  // Pieces that never meet, such as every other segment of a wire, still make one coil.
  if (openEnds > MOST_OPEN * next.length) for (let i = 1; i < next.length; i++) unite(parent, 0, i);
  const numbers = new Map<number, number>();
  const pieces = Int32Array.from(parent, (_, i) => {
    const root = rootOf(parent, i);
    if (!numbers.has(root)) numbers.set(root, numbers.size);
    return numbers.get(root) as number;
  });
  return { starts, ends, rule, pieces, pieceCount: numbers.size, openEnds };
}

interface Joined {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** The segment whose start is closest to each end, -1 where none is in reach, and how far it is. */
  readonly next: Int32Array;
  readonly gaps: Float64Array;
  readonly cost: number;
}

function joinedBy(points: Float64Array, directions: Float64Array, share: number, reach: number): Joined {
  const starts = points.map((value, i) => value - share * directions[i]);
  const ends = points.map((value, i) => value + (1 - share) * directions[i]);
  const { nearest, distances } = nearPoints(starts, ends, reach);
  // The sum of squares would let one open lead decide; clipped gaps count each end once.
  return { starts, ends, next: nearest, gaps: distances, cost: distances.reduce((sum, gap) => sum + Math.min(gap, reach), 0) };
}

function medianLength(directions: Float64Array): number {
  return median(Float64Array.from({ length: directions.length / 3 }, (_, i) => Math.hypot(...directions.subarray(3 * i, 3 * i + 3))));
}

function median(values: Float64Array): number {
  const sorted = values.slice().sort();
  return sorted[Math.floor(sorted.length / 2)];
}

function rootOf(parent: Int32Array, i: number): number {
  let root = i;
  while (parent[root] !== root) {
    parent[root] = parent[parent[root]];
    root = parent[root];
  }
  return root;
}

function unite(parent: Int32Array, a: number, b: number): void {
  parent[rootOf(parent, a)] = rootOf(parent, b);
}
