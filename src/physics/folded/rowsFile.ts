import { z } from 'zod';
import { inputError } from '../../core/inputError';
import { type FoldedRows, TENSOR_NUMBERS } from './foldedRows';
import { provenanceSchema } from './provenanceSchema';
import { readSectionFile, writeSectionFile } from './sectionFile';
import { decodeIntegers, encodeIntegers } from './symbolArray';

const KIND = { magic: 'CSFR', version: 2 };
const MOST_VERTICES = 100_000;
const MOST_MODES = 512;

const positive = z.number().finite().positive();
const headerSchema = z.object({
  vertexCount: z.number().int().min(1).max(MOST_VERTICES),
  modeCount: z.number().int().min(1).max(MOST_MODES),
  patternCount: z.number().int().min(4).max(MOST_MODES).multipleOf(4),
  tensorStep: positive,
  patternStep: positive,
  provenance: provenanceSchema,
});

/** Differences from vertex to vertex, component after component. */
const alongVertices = (tensors: Int16Array, vertexCount: number): Int16Array =>
  Int16Array.from({ length: tensors.length }, (_, i) => {
    const [component, v] = [Math.floor(i / vertexCount), i % vertexCount];
    return tensors[TENSOR_NUMBERS * v + component] - (v > 0 ? tensors[TENSOR_NUMBERS * (v - 1) + component] : 0);
  });

/** The bytes of a rows file. */
export function writeRows(rows: FoldedRows): Uint8Array {
  const { vertexCount, modeCount, patternCount, tensorStep, patternStep, provenance } = rows;
  return writeSectionFile(
    KIND,
    { vertexCount, modeCount, patternCount, tensorStep, patternStep, provenance },
    {
      mixing: new Uint8Array(rows.mixing.slice().buffer),
      assumed: rows.assumed,
      tensors: encodeIntegers(alongVertices(rows.tensors, vertexCount), vertexCount),
      patterns: encodeIntegers(rows.patterns, 3 * vertexCount),
    },
  );
}

/** Reads a rows file; `name` names it in a fault. Bytes that contradict themselves are refused. */
export function readRows(file: Uint8Array, name: string): FoldedRows {
  const { header, sections } = readSectionFile(file, KIND, name);
  const parsed = headerSchema.safeParse(header);
  if (!parsed.success) throw inputError(name, 'have a header of the folded cortex', parsed.error.issues[0].path.join('.') || 'another');
  const { vertexCount, modeCount, patternCount } = parsed.data;
  const bytesOf = (section: string, length?: number): Uint8Array => {
    const bytes = sections.get(section);
    if (!bytes || (length !== undefined && bytes.length !== length))
      throw inputError(
        name,
        `hold a section ${section}${length === undefined ? '' : ` of ${length} bytes`}`,
        bytes ? `${bytes.length} bytes` : 'none',
      );
    return bytes;
  };
  const mixing = new Float32Array(bytesOf('mixing', 4 * patternCount * modeCount).slice().buffer);
  if (!mixing.every(Number.isFinite)) throw inputError(name, 'hold finite numbers in its mixing', 'others');
  const assumed = bytesOf('assumed', Math.ceil(vertexCount / 8)).slice();
  const differences = new Int16Array(TENSOR_NUMBERS * vertexCount);
  const patterns = new Int16Array(3 * vertexCount * patternCount);
  try {
    decodeIntegers(bytesOf('tensors'), differences, vertexCount);
    decodeIntegers(bytesOf('patterns'), patterns, 3 * vertexCount);
  } catch (fault) {
    throw inputError(name, 'hold numbers that can be decoded', fault instanceof Error ? fault.message : 'others');
  }
  return { ...parsed.data, mixing, assumed, tensors: summedUp(differences, vertexCount), patterns };
}

function summedUp(differences: Int16Array, vertexCount: number): Int16Array {
  const tensors = new Int16Array(differences.length);
  for (let component = 0; component < TENSOR_NUMBERS; component++)
    for (let v = 0, sum = 0; v < vertexCount; v++) {
      sum += differences[component * vertexCount + v];
      tensors[TENSOR_NUMBERS * v + component] = sum;
    }
  return tensors;
}
