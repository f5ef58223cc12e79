import { isNIFTI, readHeader, readImage } from 'nifti-reader-js';
import { inputError } from '../../core/inputError';
import type { CoilFile } from './coilFile';
import { unpack } from './decodeVectors';
import { latticeOf } from './latticeOf';
import { sampledCoil } from './sampledCoil';

/** Largest unpacked file, bytes: 300 samples along each axis with three 32-bit components. */
const MOST_BYTES = 330_000_000;
const MILLIMETERS = 1e-3;

/** Typed arrays by the numbers that the NIfTI-1 standard gives them. */
const ARRAYS = new Map<number, Float32ArrayConstructor | Float64ArrayConstructor | Int16ArrayConstructor>([
  [4, Int16Array],
  [16, Float32Array],
  [64, Float64Array],
]);

/** Reads a vector potential per unit rate of current as a NIfTI file holds it, packed or not: three components behind the three axes of space, millimeters. */
export async function readNiftiCoil(content: ArrayBuffer, field: string): Promise<CoilFile> {
  const raw = new Uint8Array(content);
  const bytes = (await unpack(raw, MOST_BYTES, field)) ?? raw;
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  if (bytes.length < 352 || !isNIFTI(buffer)) throw inputError(field, 'be a NIfTI file', `${bytes.length} other bytes`);
  const header = headerOf(buffer, field);
  if (!header?.littleEndian) throw inputError(field, 'have a NIfTI header with little-endian numbers', 'another one');
  const [, nx, ny, nz, ...rest] = header.dims.slice(0, header.dims[0] + 1);
  const components = rest.filter((n) => n !== 1);
  if (components.length !== 1 || components[0] !== 3)
    throw inputError(field, 'hold three components at every sample', header.dims.slice(1).join(' × '));
  const Numbers = ARRAYS.get(header.datatypeCode);
  if (!Numbers) throw inputError(field, 'hold 32-bit or 64-bit floats or 16-bit integers', `NIfTI type ${header.datatypeCode}`);
  const image = readImage(header, buffer);
  const count = nx * ny * nz;
  if (!(count > 0) || image.byteLength < 3 * count * Numbers.BYTES_PER_ELEMENT)
    throw inputError(field, `hold ${3 * count} numbers`, `${image.byteLength} bytes`);
  const values = new Numbers(image, 0, 3 * count);
  const slope = header.scl_slope || 1;
  const intercept = header.scl_inter || 0;
  const read = (i: number, j: number, k: number, axis: number) => slope * values[i + nx * (j + ny * (k + nz * axis))] + intercept;
  return sampledCoil(latticeOf([nx, ny, nz], header.affine.flat(), MILLIMETERS, read, field), field);
}

/** The library takes the signature for a NIfTI file and then throws an error of its own where the header has another length. */
function headerOf(buffer: ArrayBuffer, field: string) {
  try {
    return readHeader(buffer);
  } catch {
    throw inputError(field, 'be a NIfTI file', 'a signature with a damaged header');
  }
}
