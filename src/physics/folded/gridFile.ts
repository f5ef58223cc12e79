import { z } from 'zod';
import { inputError } from '../../core/inputError';
import { provenanceSchema } from './provenanceSchema';
import { readSectionFile, writeSectionFile } from './sectionFile';
import { decodeIntegers, encodeIntegers } from './symbolArray';
import { GRID_TISSUES, type GridTissue, type TissueGrid } from './tissueGrid';

const KIND = { magic: 'CSFG', version: 1 };
const MOST_BLOCKS = 1_000_000;

const finite = z.number().finite();
const side = z.number().int().min(1).max(512);
const count = z.number().int().min(0).max(MOST_BLOCKS);
const headerSchema = z.object({
  origin: z.tuple([finite, finite, finite]),
  spacing: finite.positive(),
  dimensions: z.tuple([side, side, side]),
  counts: z.object({ white: count, grey: count, csf: count }),
  runs: z.object({ white: count, grey: count, csf: count }),
  tensorStep: finite.positive(),
  provenance: provenanceSchema,
});

/** The bytes of a grid file. */
export function writeTissueGrid(grid: TissueGrid): Uint8Array {
  const { origin, spacing, dimensions, tensorStep, provenance } = grid;
  const sections: Record<string, Uint8Array> = {};
  const [counts, runs] = [{} as Record<GridTissue, number>, {} as Record<GridTissue, number>];
  for (const tissue of GRID_TISSUES) {
    const blocks = grid.blocks[tissue];
    const lengths = runLengths(blocks);
    counts[tissue] = blocks.length;
    runs[tissue] = lengths.length;
    sections[`${tissue}Runs`] = encodeIntegers(lengths, 0);
    sections[`${tissue}Tensors`] = encodeIntegers(differences(grid.tensors[tissue], predictors(blocks, dimensions)), 9);
  }
  return writeSectionFile(KIND, { origin, spacing, dimensions, counts, runs, tensorStep, provenance }, sections);
}

/** Reads a grid file; `name` names it in a fault. Bytes that contradict themselves are refused. */
export function readTissueGrid(file: Uint8Array, name: string): TissueGrid {
  const { header, sections } = readSectionFile(file, KIND, name);
  const parsed = headerSchema.safeParse(header);
  if (!parsed.success) throw inputError(name, 'have a header of the tissue grid', parsed.error.issues[0].path.join('.') || 'another');
  const { counts, runs, ...shape } = parsed.data;
  const [blocks, tensors] = [{} as Record<GridTissue, Uint32Array>, {} as Record<GridTissue, Int16Array>];
  try {
    for (const tissue of GRID_TISSUES) {
      const bytesOf = (section: string): Uint8Array => {
        const bytes = sections.get(section);
        if (!bytes) throw new Error(`no section ${section}`);
        return bytes;
      };
      const lengths = new Int16Array(runs[tissue]);
      decodeIntegers(bytesOf(`${tissue}Runs`), lengths, 0);
      blocks[tissue] = fromRuns(lengths, counts[tissue], shape.dimensions);
      tensors[tissue] = new Int16Array(9 * counts[tissue]);
      decodeIntegers(bytesOf(`${tissue}Tensors`), tensors[tissue], 9);
      addPredictions(tensors[tissue], predictors(blocks[tissue], shape.dimensions));
    }
  } catch (fault) {
    throw inputError(name, 'hold blocks that can be decoded', fault instanceof Error ? fault.message : 'others');
  }
  return { ...shape, blocks, tensors };
}

/** Lengths of the stretches without and with the tissue, in turn; long ones are cut by a stretch of 0. */
function runLengths(blocks: Uint32Array): Int16Array {
  const out: number[] = [];
  const most = 32_767;
  const push = (length: number): void => {
    let left = length;
    for (; left > most; left -= most) out.push(most, 0);
    out.push(left);
  };
  let next = 0;
  for (let b = 0; b < blocks.length; ) {
    let end = b + 1;
    while (end < blocks.length && blocks[end] === blocks[end - 1] + 1) end++;
    push(blocks[b] - next);
    push(end - b);
    next = blocks[end - 1] + 1;
    b = end;
  }
  return Int16Array.from(out);
}

function fromRuns(lengths: Int16Array, count: number, [nx, ny, nz]: readonly [number, number, number]): Uint32Array {
  const out = new Uint32Array(count);
  let [place, filled] = [0, 0];
  lengths.forEach((length, run) => {
    if (length < 0 || place + length > nx * ny * nz) throw new Error('a stretch that leaves the grid');
    if (run % 2 === 1) {
      if (filled + length > count) throw new Error('more blocks than it says');
      for (let i = 0; i < length; i++) out[filled++] = place + i;
    }
    place += length;
  });
  if (filled !== count) throw new Error('fewer blocks than it says');
  return out;
}

/** For each block the earlier neighbors (x, y, z) with the same tissue, -1 where there is none; stride 3. */
function predictors(blocks: Uint32Array, [nx, ny, nz]: readonly [number, number, number]): Int32Array {
  const lookup = new Int32Array(nx * ny * nz).fill(-1);
  blocks.forEach((place, b) => {
    lookup[place] = b;
  });
  const out = new Int32Array(3 * blocks.length);
  blocks.forEach((place, b) => {
    out[3 * b] = place % nx > 0 ? lookup[place - 1] : -1;
    out[3 * b + 1] = Math.floor(place / nx) % ny > 0 ? lookup[place - nx] : -1;
    out[3 * b + 2] = place >= nx * ny ? lookup[place - nx * ny] : -1;
  });
  return out;
}

/** Mean of the neighbors' values, rounded; 0 without any. */
function predicted(values: Int16Array, before: Int32Array, b: number, component: number): number {
  let [sum, count] = [0, 0];
  for (let k = 0; k < 3; k++) {
    const neighbor = before[3 * b + k];
    if (neighbor < 0) continue;
    sum += values[9 * neighbor + component];
    count++;
  }
  return count > 0 ? Math.round(sum / count) : 0;
}

function differences(values: Int16Array, before: Int32Array): Int16Array {
  return Int16Array.from(values, (value, i) => value - predicted(values, before, Math.floor(i / 9), i % 9));
}

function addPredictions(values: Int16Array, before: Int32Array): void {
  for (let i = 0; i < values.length; i++) values[i] += predicted(values, before, Math.floor(i / 9), i % 9);
}
