import { codeAt, conductorBox, type LabelVolume } from '../../../../../src/physics/voxels/labelVolume';
import { tissueCode } from '../../../../../src/physics/voxels/tissues';

/** Edge of a block [m]. */
export const BLOCK = 2e-3;
const TISSUES_IN_BLOCKS = ['white', 'grey', 'csf'] as const;

/** Blocks of one tissue each: a place of 2 mm may hold several. */
export interface BlockGrid {
  readonly origin: readonly [number, number, number];
  readonly size: readonly [number, number, number];
  /** Flat places (x fastest), ascending, tissue after tissue. */
  readonly places: Readonly<Record<(typeof TISSUES_IN_BLOCKS)[number], Uint32Array>>;
}

/** Least share of a block that a tissue must fill to be kept in it. */
const LEAST_SHARE = 16 / 64;

/** Blocks in which white matter, grey matter or fluid fill at least a quarter. */
export function blockGrid(labels: LabelVolume): BlockGrid {
  const [least, greatest] = conductorBox(labels);
  const origin = [0, 1, 2].map((axis) => BLOCK * Math.floor(least[axis] / BLOCK)) as [number, number, number];
  const size = [0, 1, 2].map((axis) => Math.ceil((greatest[axis] - origin[axis]) / BLOCK)) as [number, number, number];
  const found = TISSUES_IN_BLOCKS.map(() => [] as number[]);
  const counts = new Float64Array(6);
  for (let place = 0; place < size[0] * size[1] * size[2]; place++) {
    const corner = [place % size[0], Math.floor(place / size[0]) % size[1], Math.floor(place / (size[0] * size[1]))].map(
      (index, axis) => origin[axis] + BLOCK * index,
    );
    counts.fill(0);
    for (let s = 0; s < 64; s++) {
      const [x, y, z] = corner.map((value, axis) => value + (BLOCK / 4) * (((s >> (2 * axis)) & 3) + 0.5));
      counts[codeAt(labels, x, y, z)]++;
    }
    TISSUES_IN_BLOCKS.forEach((tissue, t) => {
      if (counts[tissueCode(tissue)] >= 64 * LEAST_SHARE) found[t].push(place);
    });
  }
  const [white, grey, csf] = found.map((list) => Uint32Array.from(list));
  return { origin, size, places: { white, grey, csf } };
}
