import type { Dipoles } from '../../physics/dipoles';
import { createDipoleGrid } from './dipoleGrid';
import type { WireEnds } from './wireEnds';

/** Length and width of the surface elements that each become a dipole [m], finest and coarsest, and how many there may be without a grid. */
const FINEST = 1e-3;
const COARSEST = 3e-3;
const MOST_ELEMENTS = 12_000;

/**
 * Dipoles for wires: every piece of wire is spanned by triangles from a point behind its middle (smallest z, so that the surface stays on the far side
 * of a bent winding), and the triangles are cut into elements with a dipole each. Open ends are thereby closed by straight leads to that
 * point; a current that starts nowhere has no field of its own. `most`: number of dipoles; where the elements are more, they are put on a
 * grid that keeps their zeroth and first moments.
 */
export function wireDipoles(wire: WireEnds, most: number): Dipoles {
  const apexes = apexesOf(wire);
  let step = FINEST;
  while (step < COARSEST && countElements(wire, apexes, step) > MOST_ELEMENTS) step *= 1.3;
  const count = countElements(wire, apexes, step);
  if (count <= MOST_ELEMENTS) {
    const dipoles = { positions: new Float64Array(3 * count), moments: new Float64Array(3 * count) };
    let next = 0;
    visitElements(wire, apexes, step, (position, moment) => {
      dipoles.positions.set(position, next);
      dipoles.moments.set(moment, next);
      next += 3;
    });
    return dipoles;
  }
  const grid = createDipoleGrid(wire.starts, apexes);
  visitElements(wire, apexes, Math.max(step, grid.spacing), grid.add);
  return grid.dipoles(most);
}

/** The middle of each piece in x and y, at its smallest z; stride 3. */
function apexesOf({ starts, pieces, pieceCount }: WireEnds): Float64Array {
  const apexes = new Float64Array(3 * pieceCount);
  const counts = new Float64Array(pieceCount);
  for (let p = 0; p < pieceCount; p++) apexes[3 * p + 2] = Number.POSITIVE_INFINITY;
  pieces.forEach((p, i) => {
    counts[p]++;
    apexes[3 * p] += starts[3 * i];
    apexes[3 * p + 1] += starts[3 * i + 1];
    apexes[3 * p + 2] = Math.min(apexes[3 * p + 2], starts[3 * i + 2]);
  });
  counts.forEach((count, p) => {
    apexes[3 * p] /= count;
    apexes[3 * p + 1] /= count;
  });
  return apexes;
}

/** Most cuts along and across one triangle: leads of half a metre are cut no finer. */
const MOST_CUTS = 60;
const cuts = (length: number, step: number): number => Math.min(MOST_CUTS, Math.max(1, Math.ceil(length / step)));

function cutsOf({ starts, ends, pieces }: WireEnds, apexes: Float64Array, i: number, step: number): [number, number] {
  const a = 3 * i;
  const p = 3 * pieces[i];
  const along = Math.hypot(ends[a] - starts[a], ends[a + 1] - starts[a + 1], ends[a + 2] - starts[a + 2]);
  const across = Math.hypot(starts[a] - apexes[p], starts[a + 1] - apexes[p + 1], starts[a + 2] - apexes[p + 2]);
  return [cuts(along, step), cuts(across, step)];
}

function countElements(wire: WireEnds, apexes: Float64Array, step: number): number {
  let count = 0;
  for (let i = 0; i < wire.pieces.length; i++) {
    const [along, across] = cutsOf(wire, apexes, i, step);
    count += along * across;
  }
  return count;
}

const _position = new Float64Array(3);
const _moment = new Float64Array(3);

/** Each triangle is cut `along` the segment into smaller ones and these `across` into strips; the dipole of a strip sits in its centroid. */
function visitElements(
  wire: WireEnds,
  apexes: Float64Array,
  step: number,
  visit: (position: Float64Array, moment: Float64Array) => void,
): void {
  const { starts, ends, pieces } = wire;
  for (let i = 0; i < pieces.length; i++) {
    const [along, across] = cutsOf(wire, apexes, i, step);
    const s = 3 * i;
    const p = 3 * pieces[i];
    const [ux, uy, uz] = [starts[s] - apexes[p], starts[s + 1] - apexes[p + 1], starts[s + 2] - apexes[p + 2]];
    const [dx, dy, dz] = [ends[s] - starts[s], ends[s + 1] - starts[s + 1], ends[s + 2] - starts[s + 2]];
    const [mx, my, mz] = [0.5 * (uy * dz - uz * dy), 0.5 * (uz * dx - ux * dz), 0.5 * (ux * dy - uy * dx)];
    for (let b = 0; b < across; b++) {
      const [low, high] = [b / across, (b + 1) / across];
      const share = (high ** 2 - low ** 2) / along;
      const out = (2 * (high ** 3 - low ** 3)) / (3 * (high ** 2 - low ** 2));
      _moment[0] = share * mx;
      _moment[1] = share * my;
      _moment[2] = share * mz;
      for (let a = 0; a < along; a++) {
        const t = (a + 0.5) / along;
        _position[0] = apexes[p] + out * (ux + t * dx);
        _position[1] = apexes[p + 1] + out * (uy + t * dy);
        _position[2] = apexes[p + 2] + out * (uz + t * dz);
        visit(_position, _moment);
      }
    }
  }
}
