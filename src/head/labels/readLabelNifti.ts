import { isNIFTI1, isNIFTI2, readHeader } from 'nifti-reader-js';
import { inputError } from '../../core/inputError';
import { LARGEST_SIDE } from '../../physics/voxels/checkLabels';
import type { LabelVolume } from '../../physics/voxels/labelVolume';
import { type Tissue, tissueCode } from '../../physics/voxels/tissues';

/** Label numbers of SimNIBS (final_tissues); every other number is air. */
const TISSUE_OF_LABEL: ReadonlyMap<number, Tissue> = new Map<number, Tissue>([
  [1, 'white'],
  [2, 'grey'],
  [3, 'csf'],
  [4, 'bone'],
  [7, 'bone'],
  [8, 'bone'],
  [5, 'scalp'],
  [6, 'scalp'],
  [9, 'scalp'],
  [10, 'scalp'],
]);

/** Meters per unit of length, by the code of the header; files that name none mean millimeters. */
const METERS_OF_UNIT: Readonly<Record<number, number>> = { 0: 1e-3, 1: 1, 2: 1e-3, 3: 1e-6 };

type Reader = (view: DataView, offset: number, littleEndian: boolean) => number;

/** Bytes and reader of the numbers in which labels are stored, by the code of the header. */
const NUMBERS: Readonly<Record<number, readonly [number, Reader]>> = {
  2: [1, (view, offset) => view.getUint8(offset)],
  256: [1, (view, offset) => view.getInt8(offset)],
  4: [2, (view, offset, little) => view.getInt16(offset, little)],
  512: [2, (view, offset, little) => view.getUint16(offset, little)],
  8: [4, (view, offset, little) => view.getInt32(offset, little)],
  768: [4, (view, offset, little) => view.getUint32(offset, little)],
  16: [4, (view, offset, little) => view.getFloat32(offset, little)],
  64: [8, (view, offset, little) => view.getFloat64(offset, little)],
};

/** Edges of a label voxel that a head can have [m]. */
const SMALLEST_EDGE = 0.1e-3;
const LARGEST_EDGE = 5e-3;

type Header = NonNullable<ReturnType<typeof readHeader>>;

/** Reads the labels of an unpacked NIfTI-1 or -2 file; `field` names it in a fault. Whether they can be a head is `checkLabels`' business. */
export function readLabelNifti(bytes: Uint8Array, field: string): LabelVolume {
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const header = headerOf(buffer, field);
  const size = sizeOf(header, field);
  const number = NUMBERS[header.datatypeCode];
  if (!number) throw inputError(field, 'hold whole numbers or floats of 1 to 8 bytes', `data type ${header.datatypeCode}`);
  const toHead = placement(header, buffer, field);
  const codes = codesOf(header, buffer, size[0] * size[1] * size[2], number, field);
  return { codes, size, toHead, toVoxel: inverted(toHead, field) };
}

function headerOf(buffer: ArrayBuffer, field: string): Header {
  if (!(isNIFTI1(buffer) || isNIFTI2(buffer)))
    throw inputError(field, 'be a NIfTI-1 or NIfTI-2 file of one piece (.nii or .nii.gz)', 'other bytes');
  try {
    const header = readHeader(buffer);
    if (header) return header;
  } catch {
    // Worded below: the library's own texts are for programmers.
  }
  throw inputError(field, 'have a whole NIfTI header', 'one that cannot be read');
}

function sizeOf({ dims }: Header, field: string): [number, number, number] {
  const rest = dims.slice(4, dims[0] + 1);
  if (dims[0] < 3 || dims[0] > 7 || rest.some((side) => side !== 1))
    throw inputError(
      field,
      'hold one volume of three dimensions',
      `dimensions ${dims.slice(1, Math.max(2, Math.min(8, dims[0] + 1))).join(' × ')}`,
    );
  const size = dims.slice(1, 4) as [number, number, number];
  if (!size.every((side) => Number.isInteger(side) && side >= 1 && side <= LARGEST_SIDE))
    throw inputError(field, `have 1 to ${LARGEST_SIDE} voxels along each axis`, size.join(' × '));
  return size;
}

/** Voxel indices to head frame [m]: the sform where there is one, else the qform. */
function placement(header: Header, buffer: ArrayBuffer, field: string): Float64Array {
  const { sform_code: sform, qform_code: qform } = header;
  if (!(sform > 0) && !(qform > 0)) throw inputError(field, 'say where its voxels lie (an sform or a qform)', 'neither');
  const meters = METERS_OF_UNIT[header.xyzt_units & 7];
  if (meters === undefined) throw inputError(field, 'give lengths in meters, millimeters or micrometers', `unit ${header.xyzt_units & 7}`);
  const view = new DataView(buffer);
  const read = (c: number): number => {
    // The library overwrites the sform where the qform has the greater code.
    if (sform > 0)
      return isNIFTI2(buffer) ? view.getFloat64(400 + 8 * c, header.littleEndian) : view.getFloat32(280 + 4 * c, header.littleEndian);
    return header.affine[Math.floor(c / 4)][c % 4];
  };
  const out = Float64Array.from({ length: 12 }, (_, c) => meters * read(c));
  const edges = [0, 1, 2].map((axis) => Math.hypot(out[axis], out[4 + axis], out[8 + axis]));
  if (!(out.every(Number.isFinite) && edges.every((edge) => edge >= SMALLEST_EDGE && edge <= LARGEST_EDGE)))
    throw inputError(
      field,
      'have voxels with edges of 0.1 to 5 mm',
      `edges of ${edges.map((edge) => Number((1000 * edge).toPrecision(3))).join(', ')} mm`,
    );
  return out;
}

/** Inverse of an affine map. */
function inverted(m: Float64Array, field: string): Float64Array {
  const cofactor = (a: number, b: number, c: number, d: number): number => m[a] * m[d] - m[b] * m[c];
  const rows = [
    [cofactor(5, 6, 9, 10), -cofactor(1, 2, 9, 10), cofactor(1, 2, 5, 6)],
    [-cofactor(4, 6, 8, 10), cofactor(0, 2, 8, 10), -cofactor(0, 2, 4, 6)],
    [cofactor(4, 5, 8, 9), -cofactor(0, 1, 8, 9), cofactor(0, 1, 4, 5)],
  ];
  const determinant = m[0] * rows[0][0] + m[1] * rows[1][0] + m[2] * rows[2][0];
  const volume = [0, 1, 2].reduce((product, axis) => product * Math.hypot(m[axis], m[4 + axis], m[8 + axis]), 1);
  if (Math.abs(determinant) < 0.2 * volume) throw inputError(field, 'have axes that span a box', 'axes (almost) in one plane');
  return Float64Array.from(
    rows.flatMap((row) => {
      const [x, y, z] = row.map((value) => value / determinant);
      return [x, y, z, -(x * m[3] + y * m[7] + z * m[11])];
    }),
  );
}

function codesOf(header: Header, buffer: ArrayBuffer, count: number, [bytes, read]: readonly [number, Reader], field: string): Uint8Array {
  const offset = header.vox_offset;
  const left = buffer.byteLength - offset;
  if (!(Number.isInteger(offset) && offset >= 348 && left >= count * bytes))
    throw inputError(field, `hold ${count * bytes} bytes of labels after its header`, `${Math.max(0, left)}`);
  const [slope, shift] = header.scl_slope ? [header.scl_slope, header.scl_inter || 0] : [1, 0];
  const view = new DataView(buffer);
  const out = new Uint8Array(count);
  const known = new Uint8Array(256);
  for (const [label, tissue] of TISSUE_OF_LABEL) known[label] = tissueCode(tissue);
  for (let v = 0; v < count; v++) {
    const value = slope * read(view, offset + v * bytes, header.littleEndian) + shift;
    if (!Number.isInteger(value)) throw inputError(field, 'hold whole numbers as labels', value);
    if (value > 0 && value < known.length) out[v] = known[value];
  }
  return out;
}
