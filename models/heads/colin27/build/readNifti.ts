import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { isNIFTI, readHeader, readImage } from 'nifti-reader-js';
import { inputError } from '../../../../src/core/inputError';
import type { Volume } from './volume';

const HOW_TO_GET =
  'The head is built from the Debian package mricron-data: run `apt-get install mricron-data`, or unpack its .deb with `dpkg -x` and pass the folder usr/share/mricron/templates as the argument.';

/** Reads an 8-bit isotropic, axis-aligned NIfTI-1 volume with its own sform (mm). */
export function readNifti(folder: string, name: string): Volume {
  const path = join(folder, name);
  if (!existsSync(path)) throw new Error(`${name} was not found in ${folder}. ${HOW_TO_GET}`);
  const bytes = gunzipSync(readFileSync(path));
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  if (!isNIFTI(buffer)) throw inputError(name, 'be a NIfTI-1 file', 'other bytes');
  const header = readHeader(buffer);
  const affine = header.affine as number[][];
  const spacing = affine[0][0];
  const isotropic = [0, 1, 2].every((row) => [0, 1, 2].every((column) => affine[row][column] === (row === column ? spacing : 0)));
  if (header.sform_code <= 0 || !isotropic) throw inputError(name, 'have an isotropic, axis-aligned sform', affine);
  if (header.datatypeCode !== 2) throw inputError(name, 'hold 8-bit voxels', header.datatypeCode);
  const data = Float32Array.from(new Uint8Array(readImage(header, buffer)));
  const size = [header.dims[1], header.dims[2], header.dims[3]] as const;
  return { data, size, spacing, origin: [affine[0][3], affine[1][3], affine[2][3]] };
}
