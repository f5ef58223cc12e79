import { z } from 'zod';
import { inputError } from '../../core/inputError';
import { type FoldedSlopes, SLOPE_NUMBERS, SLOPE_TISSUES, type SlopeTissue } from './foldedSlopes';
import { readSectionFile, writeSectionFile } from './sectionFile';
import { decodeIntegers, encodeIntegers } from './symbolArray';

const KIND = { magic: 'CSFS', version: 1 };
const MOST_VERTICES = 100_000;

const headerSchema = z.object({
  vertexCount: z.number().int().min(1).max(MOST_VERTICES),
  step: z.number().finite().positive(),
  rows: z.number().int().nonnegative(),
});

/** The bytes of a slopes file. */
export const writeSlopes = ({ vertexCount, slopes, step, rows }: FoldedSlopes): Uint8Array =>
  writeSectionFile(
    KIND,
    { vertexCount, step, rows },
    Object.fromEntries(SLOPE_TISSUES.map((tissue) => [tissue, encodeIntegers(byComponent(slopes[tissue], vertexCount), vertexCount)])),
  );

/** Reads a slopes file; `name` names it in a fault. Bytes that contradict themselves are refused. */
export function readSlopes(file: Uint8Array, name: string): FoldedSlopes {
  const { header, sections } = readSectionFile(file, KIND, name);
  const parsed = headerSchema.safeParse(header);
  if (!parsed.success) throw inputError(name, 'have a header of slopes', parsed.error.issues[0].path.join('.') || 'another');
  const { vertexCount } = parsed.data;
  const slopes = {} as Record<SlopeTissue, Int16Array>;
  for (const tissue of SLOPE_TISSUES) {
    const bytes = sections.get(tissue);
    if (!bytes) throw inputError(name, `hold a section ${tissue}`, 'none');
    const values = new Int16Array(SLOPE_NUMBERS * vertexCount);
    try {
      decodeIntegers(bytes, values, vertexCount);
    } catch (fault) {
      throw inputError(name, 'hold numbers that can be decoded', fault instanceof Error ? fault.message : 'others');
    }
    slopes[tissue] = byVertex(values, vertexCount);
  }
  return { ...parsed.data, slopes };
}

/** Vertices of one component beside each other: neighbors are alike. */
const byComponent = (values: Int16Array, vertexCount: number): Int16Array =>
  Int16Array.from(values, (_, i) => values[SLOPE_NUMBERS * (i % vertexCount) + Math.floor(i / vertexCount)]);

const byVertex = (values: Int16Array, vertexCount: number): Int16Array =>
  Int16Array.from(values, (_, i) => values[(i % SLOPE_NUMBERS) * vertexCount + Math.floor(i / SLOPE_NUMBERS)]);
