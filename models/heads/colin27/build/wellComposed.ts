import { type Volume, withData } from './volume';

/**
 * Moves isolated values of the field across zero until no two inside (or outside) voxels touch only by an edge or a corner; surface nets of
 * such a field are a manifold. Voxels are moved inside, by a hundredth of the spacing.
 */
export function wellComposed(v: Volume): Volume {
  const out = withData(v, Float32Array.from(v.data));
  const [nx, ny] = v.size;
  const steps = [1, nx, nx * ny];
  let queue: number[] = [];
  for (let i = 0; i < out.data.length - steps[0] - steps[1] - steps[2]; i++) queue.push(i);
  while (queue.length > 0) {
    const changed: number[] = [];
    for (const base of queue) repairCell(out.data, base, steps, -0.01 * v.spacing, changed);
    queue = changed.flatMap((i) => CELLS_AROUND.map(([x, y, z]) => i - x * steps[0] - y * steps[1] - z * steps[2]));
  }
  return out;
}

const CELLS_AROUND = [0, 1, 2, 3, 4, 5, 6, 7].map((c) => [c & 1, (c >> 1) & 1, c >> 2]);

function repairCell(data: Float32Array, base: number, steps: number[], inside: number, changed: number[]): void {
  const [x, y, z] = steps;
  const first = data[base] < 0;
  const far = base + x + y + z;
  if (
    first === data[base + x] < 0 &&
    first === data[base + y] < 0 &&
    first === data[base + z] < 0 &&
    first === data[base + x + y] < 0 &&
    first === data[base + x + z] < 0 &&
    first === data[base + y + z] < 0 &&
    first === data[far] < 0
  ) {
    return;
  }
  const move = (candidates: number[]): void => {
    const best = candidates.reduce((a, b) => (data[b] < data[a] ? b : a));
    data[best] = inside;
    changed.push(best);
  };
  for (const [a, b] of [
    [x, y],
    [y, z],
    [x, z],
  ]) {
    for (const shift of [0, x + y + z - a - b]) {
      const corners = [base + shift, base + shift + a, base + shift + a + b, base + shift + b];
      const [p, q, r, s] = corners.map((i) => data[i] < 0);
      if (p === r && q === s && p !== q) move(corners.filter((i) => data[i] >= 0));
    }
  }
  repairDiagonals(data, base, steps, move);
}

/** Two opposite corners of a cell alone on one side of the surface. */
function repairDiagonals(data: Float32Array, base: number, [x, y, z]: number[], move: (candidates: number[]) => void): void {
  const corners = [0, x, y, x + y, z, x + z, y + z, x + y + z].map((offset) => base + offset);
  const inside = corners.filter((i) => data[i] < 0);
  const outside = corners.filter((i) => data[i] >= 0);
  const opposite = (pair: number[]): boolean =>
    pair.length === 2 && pair[0] + pair[1] === corners[0] + corners[7] && corners.indexOf(pair[0]) + corners.indexOf(pair[1]) === 7;
  if (opposite(inside)) move(outside);
  else if (opposite(outside)) move(outside);
}
