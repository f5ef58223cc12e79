import { type Volume, withData } from './volume';

/** The 27 places of a neighborhood; for each, its neighbors within the cube by face, and by face, edge or corner. */
const PLACES = Array.from({ length: 27 }, (_, i) => [i % 3, Math.floor(i / 3) % 3, Math.floor(i / 9)]);
const CENTER = 13;
const apart = (a: number, b: number): number[] => [0, 1, 2].map((axis) => Math.abs(PLACES[a][axis] - PLACES[b][axis]));
const BY_FACE = PLACES.map((_, a) => PLACES.flatMap((__, b) => (apart(a, b)[0] + apart(a, b)[1] + apart(a, b)[2] === 1 ? [b] : [])));
const BY_CORNER = PLACES.map((_, a) => PLACES.flatMap((__, b) => (a !== b && Math.max(...apart(a, b)) === 1 ? [b] : [])));
/** Places that share a face or an edge with the center, and those that share a face. */
const NEAR_18 = PLACES.map((_, b) => apart(CENTER, b)[0] + apart(CENTER, b)[1] + apart(CENTER, b)[2] <= 2);
const FACES = BY_FACE[CENTER];
/** Fineness of the order in which voxels are added, per mm. */
const LEVELS_PER_MM = 40;

/**
 * Cuts the inside of the field (negative) open where it has handles, so that it has the topology of a ball: starting from the deepest voxel,
 * voxels are added in the order of their depth, each only if that changes no connection (a simple point, for object and background
 * connected by faces or by corners; Bertrand & Malandain 1994, 10.1016/0167-8655(94)90046-9). What cannot be added is moved outside, by `rim` mm.
 */
export function topologicalBall(field: Volume, rim: number): Volume {
  const { data, size } = field;
  const [nx, ny] = size;
  const offsets = PLACES.map(([x, y, z]) => (z - 1) * nx * ny + (y - 1) * nx + (x - 1));
  const deepest = data.reduce((best, value, i) => (value < data[best] ? i : best), 0);
  const added = new Uint8Array(data.length);
  const queued = new Uint8Array(data.length);
  const levelOf = (i: number): number => Math.floor((data[i] - data[deepest]) * LEVELS_PER_MM);
  const buckets: number[][] = Array.from({ length: Math.ceil(-data[deepest] * LEVELS_PER_MM) + 1 }, () => []);
  const neighborhood = new Uint8Array(27);
  let lowest = 0;
  const queue = (i: number): void => {
    if (data[i] >= 0 || added[i] || queued[i]) return;
    queued[i] = 1;
    buckets[levelOf(i)].push(i);
    lowest = Math.min(lowest, levelOf(i));
  };
  const add = (i: number): void => {
    added[i] = 1;
    for (let place = 0; place < 27; place++) if (place !== CENTER) queue(i + offsets[place]);
  };
  add(deepest);
  while (lowest < buckets.length) {
    const i = buckets[lowest].pop();
    if (i === undefined) {
      lowest++;
      continue;
    }
    queued[i] = 0;
    for (let place = 0; place < 27; place++) neighborhood[place] = added[i + offsets[place]];
    if (isSimple(neighborhood)) add(i);
  }
  return withData(
    field,
    data.map((value, i) => (value < 0 && !added[i] ? rim : value)),
  );
}

/** Whether adding the center joins exactly one part of the object and leaves one part of the background, in both connectivities. */
function isSimple(object: Uint8Array): boolean {
  const inFaces = (value: number): boolean => FACES.some((place) => object[place] === value);
  if (!inFaces(1)) return false;
  if (!inFaces(0)) return false;
  return (
    parts(object, 1, BY_FACE, true) === 1 &&
    parts(object, 0, BY_CORNER, false) === 1 &&
    parts(object, 1, BY_CORNER, false) === 1 &&
    parts(object, 0, BY_FACE, true) === 1
  );
}

const _seen = new Uint8Array(27);
const _stack = new Int32Array(27);

/** Number of connected parts of the places with `value` around the center; with `byFace` those within 18 places that touch a face of it. */
function parts(object: Uint8Array, value: number, adjacency: number[][], byFace: boolean): number {
  _seen.fill(0);
  _seen[CENTER] = 1;
  let count = 0;
  for (let start = 0; start < 27; start++) {
    if (_seen[start] || object[start] !== value || (byFace && !FACES.includes(start))) continue;
    count++;
    if (count > 1) return count;
    let top = 0;
    _stack[top++] = start;
    _seen[start] = 1;
    while (top > 0) {
      for (const next of adjacency[_stack[--top]]) {
        if (_seen[next] || object[next] !== value || (byFace && !NEAR_18[next])) continue;
        _seen[next] = 1;
        _stack[top++] = next;
      }
    }
  }
  return count;
}
