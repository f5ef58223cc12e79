import { expect, it, vi } from 'vitest';
import { readCoilFile } from '../../../src/coil/files/readCoilFile';
import { InputError } from '../../../src/core/inputError';

vi.mock('../../../src/coil/files/readNiftiCoil', () => {
  throw new TypeError('Failed to fetch dynamically imported module: http://localhost/readNiftiCoil.js');
});

it('A NIfTI coil is refused in one sentence where its reader cannot be loaded', async () => {
  const read = readCoilFile(new ArrayBuffer(400), 'coil.nii.gz', 'coil.nii.gz');
  await expect(read).rejects.toThrow(InputError);
  await expect(read).rejects.toThrow('coil.nii.gz could not be read: the reader of NIfTI files could not be loaded.');
});
