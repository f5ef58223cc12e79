import { inputError } from '../../core/inputError';
import type { Dipoles } from '../../physics/dipoles';
import { MOST_DIPOLES } from './coilFile';

const FINEST = 12;
const COARSEST = 4;
/** Ends closer than this join [m]. */
const JOINT = 1e-5;

/**
 * Dipoles for wire segments: each chain of segments is spanned by a cone of triangles from a point behind its middle (smallest z, so that the cone
 * stays on the far side of a bent winding), each triangle cut into 4 to 12 strips with a dipole in the centroid of each. A chain whose ends do
 * not meet is thereby closed by straight leads to that point; a current that starts nowhere has no field of its own.
 * `starts`, `directions` (current direction times length): stride 3, m. `field` names them in a fault.
 */
export function segmentsToDipoles(starts: Float64Array, directions: Float64Array, field: string): Dipoles {
  const count = starts.length / 3;
  const strips = Math.min(FINEST, Math.floor(MOST_DIPOLES / Math.max(1, count)));
  if (strips < COARSEST) throw inputError(field, `have at most ${MOST_DIPOLES / COARSEST} segments`, count);
  const positions = new Float64Array(3 * count * strips);
  const moments = new Float64Array(3 * count * strips);
  let next = 0;
  for (const [from, to] of chains(starts, directions)) {
    const apex = apexOf(starts, from, to);
    for (let i = from; i < to; i++) {
      for (let k = 0; k < strips; k++) {
        placeStrip(starts, directions, 3 * i, apex, k / strips, (k + 1) / strips, positions, moments, next);
        next += 3;
      }
    }
  }
  return { positions, moments };
}

/** Index ranges of segments that follow each other end to start. */
function chains(starts: Float64Array, directions: Float64Array): [number, number][] {
  const ranges: [number, number][] = [];
  let from = 0;
  for (let i = 1; i <= starts.length / 3; i++) {
    const gap = [0, 1, 2].some((k) => Math.abs(starts[3 * (i - 1) + k] + directions[3 * (i - 1) + k] - starts[3 * i + k]) > JOINT);
    if (i === starts.length / 3 || gap) {
      ranges.push([from, i]);
      from = i;
    }
  }
  return ranges;
}

function apexOf(starts: Float64Array, from: number, to: number): [number, number, number] {
  let x = 0;
  let y = 0;
  let z = Number.POSITIVE_INFINITY;
  for (let i = from; i < to; i++) {
    x += starts[3 * i] / (to - from);
    y += starts[3 * i + 1] / (to - from);
    z = Math.min(z, starts[3 * i + 2]);
  }
  return [x, y, z];
}

/** The part of the triangle between the fractions `low` and `high` of the way from the apex to the segment starting at `s`. */
function placeStrip(
  starts: Float64Array,
  directions: Float64Array,
  s: number,
  apex: readonly [number, number, number],
  low: number,
  high: number,
  positions: Float64Array,
  moments: Float64Array,
  next: number,
): void {
  const share = high ** 2 - low ** 2;
  const centroid = (2 * (high ** 3 - low ** 3)) / (3 * share);
  const p = [0, 1, 2].map((k) => starts[s + k] - apex[k]);
  const d = [0, 1, 2].map((k) => directions[s + k]);
  for (let k = 0; k < 3; k++) {
    const i = (k + 1) % 3;
    const j = (k + 2) % 3;
    moments[next + k] = 0.5 * share * (p[i] * d[j] - p[j] * d[i]);
    positions[next + k] = apex[k] + centroid * (p[k] + d[k] / 2);
  }
}
