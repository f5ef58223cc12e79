import { z } from 'zod';

/**
 * Layout of an operator file, little-endian: magic 'CSOP', version, length of the whole file, CRC-32 of all bytes after the preamble, length of the
 * header; the header as JSON in UTF-8; then the sections, at offsets that the header gives from the end of the header. Sections that a
 * reader does not know are skipped, so that rows for single vertices (a folded brain surface) can be added beside the grid.
 */
export const MAGIC = 0x504f5343;
export const VERSION = 1;
export const PREAMBLE_BYTES = 20;

/** Bounds on what a damaged header can ask for. */
export const MOST_BYTES = 32 * 1024 * 1024;
const MOST_MODES = 512;
const MOST_SENSORS = 4096;

const section = z.object({
  offset: z.number().int().nonnegative().max(MOST_BYTES),
  length: z.number().int().nonnegative().max(MOST_BYTES),
});
const finite = z.number().finite();
const size = z.number().int().min(2).max(256);

export const operatorHeader = z.object({
  grid: z.object({ origin: z.tuple([finite, finite, finite]), spacing: finite.positive(), dimensions: z.tuple([size, size, size]) }),
  modeCount: z.number().int().min(1).max(MOST_MODES),
  sensorCount: z.number().int().min(4).max(MOST_SENSORS).multipleOf(4),
  sections: z.object({ nodes: section, sensors: section, matrix: section, modes: section }).catchall(section),
  provenance: z.object({
    shells: z.string().max(100),
    conductivities: z.object({ scalp: finite, skull: finite, brain: finite }),
    builder: z.string().max(200),
    trainingPoses: z.number().int().nonnegative(),
    trainingSeed: z.number().int().nonnegative(),
  }),
});

export type OperatorHeader = z.infer<typeof operatorHeader>;

/** Nodes as one bit each, lowest bit first, x fastest. */
export function nodesFromMask(mask: Uint8Array, total: number): Uint32Array {
  const nodes: number[] = [];
  for (let i = 0; i < total; i++) if ((mask[i >> 3] >> (i & 7)) & 1) nodes.push(i);
  return Uint32Array.from(nodes);
}

export function maskFromNodes(nodes: Uint32Array, total: number): Uint8Array {
  const mask = new Uint8Array(Math.ceil(total / 8));
  for (const node of nodes) mask[node >> 3] |= 1 << (node & 7);
  return mask;
}
