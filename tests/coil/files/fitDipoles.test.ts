import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { coilById } from '../../../src/coil/coilLibrary';
import { contactOnSphere } from '../../../src/coil/contactOnSphere';
import { fitDipoles } from '../../../src/coil/files/fitDipoles';
import { readCoilFile } from '../../../src/coil/files/readCoilFile';
import type { SampledField } from '../../../src/coil/files/sampledField';
import { placeDipoles } from '../../../src/coil/placeDipoles';
import { coilDipoles } from '../../../src/coil/windings/windingsToDipoles';
import { InputError } from '../../../src/core/inputError';
import type { Dipoles } from '../../../src/physics/dipoles';
import { magneticFluxDensity } from '../../../src/physics/magneticFluxDensity';
import { sphereElectricField } from '../../../src/physics/sphereElectricField';
import { vectorPotential } from '../../../src/physics/vectorPotential';
import { relativeDifference } from '../../physics/relativeDifference';

/** A of a coil on a lattice of 4 mm around and below it, as a file would hold it. */
function sampled(dipoles: Dipoles, step = 0.004): SampledField {
  const size = [60, 44, 46] as const;
  const origin = [-((size[0] - 1) / 2) * step, -((size[1] - 1) / 2) * step, -0.0415] as const;
  const points = new Float64Array(3 * size[0] * size[1] * size[2]);
  let next = 0;
  for (let k = 0; k < size[2]; k++)
    for (let j = 0; j < size[1]; j++)
      for (let i = 0; i < size[0]; i++) {
        points.set([origin[0] + i * step, origin[1] + j * step, origin[2] + k * step], next);
        next += 3;
      }
  const values = vectorPotential(dipoles, points, new Float64Array(points.length));
  return { size, origin, steps: [step, step, step], at: (i, j, k, axis) => values[3 * (i + size[0] * (j + size[1] * k)) + axis] };
}

/** The same as the bytes of a NIfTI-1 file of 32-bit floats with axes (x, y, z, 1, component), x running backward. */
function nifti({ size, origin, steps, at }: SampledField): ArrayBuffer {
  const count = size[0] * size[1] * size[2];
  const bytes = new ArrayBuffer(352 + 12 * count);
  const view = new DataView(bytes);
  view.setInt32(0, 348, true);
  for (const [n, value] of [5, ...size, 1, 3, 1, 1].entries()) view.setInt16(40 + 2 * n, value, true);
  view.setInt16(70, 16, true);
  view.setInt16(72, 32, true);
  view.setFloat32(108, 352, true);
  view.setInt16(254, 1, true);
  const mm = (value: number) => 1e3 * value;
  const last = origin[0] + (size[0] - 1) * steps[0];
  const rows = [-mm(steps[0]), 0, 0, mm(last), 0, mm(steps[1]), 0, mm(origin[1]), 0, 0, mm(steps[2]), mm(origin[2])];
  for (const [n, value] of rows.entries()) view.setFloat32(280 + 4 * n, value, true);
  for (const [n, letter] of Array.from('n+1').entries()) view.setUint8(344 + n, letter.charCodeAt(0));
  const values = new Float32Array(bytes, 352);
  let next = 0;
  for (let axis = 0; axis < 3; axis++)
    for (let k = 0; k < size[2]; k++)
      for (let j = 0; j < size[1]; j++) for (let i = size[0] - 1; i >= 0; i--) values[next++] = at(i, j, k, axis);
  return bytes;
}

/** And as the element of a `.tcd` file. */
function element({ size, origin, steps, at }: SampledField): object {
  const list = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));
  const data = list(size[0], (i) => list(size[1], (j) => list(size[2], (k) => [0, 1, 2].map((axis) => at(i, j, k, axis)))));
  const affine = [0, 1, 2].map((row) => [0, 1, 2].map((column) => (row === column ? 1e3 * steps[row] : 0)).concat(1e3 * origin[row]));
  return { type: 3, data, affine: [...affine, [0, 0, 0, 1]] };
}

/** Points of a cortex of 70 mm below the coil, within 60 degrees. */
const CAP = Float64Array.from(
  Array.from({ length: 200 }, (_, n) => {
    const z = 1 - (0.5 * (n + 0.5)) / 200;
    const angle = n * 2.399963;
    return [0.07 * Math.sqrt(1 - z * z) * Math.cos(angle), 0.07 * Math.sqrt(1 - z * z) * Math.sin(angle), 0.07 * z];
  }).flat(),
);

describe('Equivalent dipoles of a sampled field', () => {
  it.each([
    'magstim-70mm-figure8',
    'magstim-90mm-circular',
    'magstim-double-cone',
  ])('%s: the field in the head is that of the windings within 1 %', (id) => {
    const coil = coilById(id);
    const source = coilDipoles(coil);
    const { dipoles, error, windings } = fitDipoles(sampled(source), 'a.nii.gz');
    expect(windings.length).toBeGreaterThan(100);
    // Told with the coil: B at samples that the fit has not seen, some of them close to the copper of a bent coil.
    expect(error).toBeLessThan(0.03);
    const pose = contactOnSphere(coil, 0.085, 0.004);
    const field = (d: Dipoles) => sphereElectricField(placeDipoles(d, pose), [0, 0, 0], CAP, new Float64Array(CAP.length));
    const off = relativeDifference(field(dipoles), field(source));
    expect(off).toBeLessThan(2e-3);
  }, 60_000);
});

describe('Files of sampled fields', () => {
  const source = coilDipoles(coilById('magstim-70mm-figure8'));
  const field = sampled(source);
  const fieldOf = (d: Dipoles) => magneticFluxDensity(d, [0.01, 0.02, 0.03, -0.03, 0.01, 0.04], new Float64Array(6));

  it.each([
    ['plain', async () => nifti(field)],
    ['packed', async () => new Uint8Array(gzipSync(Buffer.from(nifti(field)))).buffer as ArrayBuffer],
  ])(
    'NIfTI, %s: the field of the coil, and the error of the fit is said',
    async (_, make) => {
      const { dipoles, notes, name } = await readCoilFile(await make(), 'lab.nii.gz', 'lab.nii.gz');
      expect(relativeDifference(fieldOf(dipoles), fieldOf(source))).toBeLessThan(5e-3);
      expect(notes.join(' ')).toMatch(/equivalent dipoles, error of the fit 0\.\d+ % of B/);
      expect(name).toBeNull();
    },
    60_000,
  );

  it('.tcd elements of type 3 alike', async () => {
    const { dipoles, notes } = await readCoilFile(JSON.stringify({ coilElementList: [element(field)] }), 'lab.tcd', 'lab.tcd');
    expect(relativeDifference(fieldOf(dipoles), fieldOf(source))).toBeLessThan(5e-3);
    expect(notes.join(' ')).toMatch(/equivalent dipoles/);
  }, 60_000);

  it.each([
    ['no samples', async () => new ArrayBuffer(0), /be a NIfTI file/],
    ['other bytes', async () => new Uint8Array(1_000_000).fill(65).buffer, /be a NIfTI file/],
    ['a file that breaks off', async () => nifti(field).slice(0, 100_000), /hold \d+ numbers/],
    ['zeros', async () => nifti({ ...field, at: () => 0 }), /miss|without any moment|must/],
    [
      'a scalar image',
      async () => {
        const bytes = nifti(field);
        new DataView(bytes).setInt16(50, 1, true);
        return bytes;
      },
      /three components/,
    ],
    ['noise', async () => nifti({ ...field, at: (i, j, k) => Math.sin(12.9898 * i + 78.233 * j + 37.719 * k) * 1e-6 }), /must/],
  ])(
    'are refused with one sentence: %s',
    async (_, make, reason) => {
      const fault = await readCoilFile((await make()) as ArrayBuffer, 'lab.nii.gz', 'lab.nii.gz').catch((error: unknown) => error);
      expect(fault).toBeInstanceOf(InputError);
      expect((fault as InputError).message).toMatch(reason);
    },
    60_000,
  );
});
