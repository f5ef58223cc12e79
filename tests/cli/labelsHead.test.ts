import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fieldCommand } from '../../src/cli/fieldCommand';
import { relativeError } from '../physics/boundaryElements/relativeError';
import { type Damage, packed, SIDE, sphereLabelFile } from './labelFile';
import { COIL } from './twoDipoles';
import { FOLDER, writeScene } from './writeScene';

beforeAll(() => {
  z.config({ jitless: true });
  writeScene(packed(sphereLabelFile()), 'sphere.nii.gz');
  writeScene(sphereLabelFile(), 'sphere.nii');
});

const short =
  (offset: number, value: number): Damage =>
  (view) =>
    view.setInt16(offset, value, true);
const float =
  (offset: number, value: number): Damage =>
  (view) =>
    view.setFloat32(offset, value, true);
/** Another sform. */
const affine =
  (m: readonly number[]): Damage =>
  (view) => {
    for (const [i, value] of m.entries()) view.setFloat32(280 + 4 * i, value, true);
  };
const withoutBrain: Damage = (_view, bytes) => {
  for (let v = 352; v < bytes.length; v++) if (bytes[v] <= 2) bytes[v] = 3;
};

/** Centers of grey voxels. */
const GREY = [
  [0.002, 0.002, 0.054],
  [0.022, 0.01, 0.05],
  [-0.03, 0.018, 0.042],
  [0.002, -0.038, 0.038],
];

async function electricField(head: object, change: object = {}): Promise<number[]> {
  const scene = { head, coil: COIL, dIdt: 1e6, points: GREY, ...change };
  const answer = (await fieldCommand(scene, FOLDER, () => {})) as { electricField: number[][] };
  return answer.electricField.flat();
}

const labels = (change: object = {}): object => ({ kind: 'labels', file: 'sphere.nii.gz', spacing: 4e-3, ...change });

describe('field with head.kind labels', () => {
  it('comes near the field of a sphere for labels of nested spheres, packed or not', async () => {
    const sphere = await electricField({ kind: 'sphere', center: [0, 0, 0] });
    const field = await electricField(labels());
    expect(relativeError(field, sphere)).toBeLessThan(0.1);
    expect(await electricField(labels({ file: 'sphere.nii' }))).toEqual(field);
  });

  it('hardly depends on the conductivity of a sphere, and follows a change that matters', async () => {
    const field = await electricField(labels());
    const fluid = await electricField(labels({ conductivities: { csf: 1 } }));
    expect(fluid).not.toEqual(field);
    expect(relativeError(fluid, field)).toBeLessThan(0.05);
  });

  it('reads turned axes by their sform', async () => {
    writeScene(packed(sphereLabelFile(affine([-4, 0, 0, 90, 0, 0, 4, -90, 0, 4, 0, -90]))), 'turned.nii.gz');
    expect(relativeError(await electricField(labels({ file: 'turned.nii.gz' })), await electricField(labels()))).toBeLessThan(1e-3);
  });

  it('prefers the sform to a qform of a greater code, as SimNIBS does', async () => {
    const both: Damage = (view) => {
      view.setInt16(252, 2, true);
      // A quaternion of a half turn and another offset.
      [0, 0, 1, 50, 50, 50].forEach((value, i) => {
        view.setFloat32(256 + 4 * i, value, true);
      });
    };
    writeScene(packed(sphereLabelFile(both)), 'both.nii.gz');
    expect(await electricField(labels({ file: 'both.nii.gz' }))).toEqual(await electricField(labels()));
  });

  it('refuses points in air and coils inside by name', async () => {
    await expect(electricField(labels(), { points: [...GREY, [0, 0, 0.1]] })).rejects.toThrow(/^points\[4\] must lie in a tissue/);
    const inside = { dipoles: { positions: [[0, 0, 0.08]], moments: [[1, 0, 0]] } };
    await expect(electricField(labels(), { coil: inside })).rejects.toThrow(/^coil must lie outside the head/);
  });

  it('refuses other entries, and a spacing that needs too much memory', async () => {
    await expect(electricField(labels({ file: 'sphere.mgz' }))).rejects.toThrow(/^head\.file must end in \.nii/);
    await expect(electricField(labels({ file: 'none.nii.gz' }))).rejects.toThrow(/^head\.file none\.nii\.gz must be readable/);
    await expect(electricField(labels({ spacing: 1e-5 }))).rejects.toThrow(/^head\.spacing must be at least/);
    await expect(electricField(labels({ conductivities: { csf: -1 } }))).rejects.toThrow(/^head\.conductivities\.csf must be at least/);
    await expect(electricField(labels({ conductivities: { blood: 1 } }))).rejects.toThrow(
      /^head\.conductivities must have no other fields/,
    );
  });
});

/** What is wrong, the bytes of the file, and what the sentence must say. */
const MALFORMED: readonly (readonly [string, Uint8Array, RegExp])[] = [
  ['no bytes', new Uint8Array(0), /must be a whole gzip file/],
  ['bytes that are not packed', sphereLabelFile(), /must be a whole gzip file/],
  ['a packed file that breaks off', packed(sphereLabelFile()).subarray(0, 300), /must be a whole gzip file/],
  ['packed text', packed(new TextEncoder().encode('labels '.repeat(100))), /must be a NIfTI-1 or NIfTI-2 file/],
  ['half a header', packed(sphereLabelFile().subarray(0, 200)), /must be a NIfTI-1 or NIfTI-2 file/],
  ['the header of a pair of files', packed(sphereLabelFile((_view, bytes) => bytes.set([0x6e, 0x69, 0x31, 0], 344))), /must be a NIfTI-1/],
  ['a side of no voxels', packed(sphereLabelFile(short(42, 0))), /must have 1 to 512 voxels along each axis/],
  ['a negative side', packed(sphereLabelFile(short(44, -46))), /must have 1 to 512 voxels along each axis/],
  ['a side of 600 voxels', packed(sphereLabelFile(short(46, 600))), /must have 1 to 512 voxels along each axis/],
  [
    'several volumes',
    packed(
      sphereLabelFile((view) => {
        view.setInt16(40, 4, true);
        view.setInt16(48, 3, true);
      }),
    ),
    /must hold one volume of three dimensions/,
  ],
  ['two dimensions', packed(sphereLabelFile(short(40, 2))), /must hold one volume of three dimensions/],
  ['colors', packed(sphereLabelFile(short(70, 128))), /must hold whole numbers or floats/],
  ['too few labels', packed(sphereLabelFile().subarray(0, 5000)), new RegExp(`must hold ${SIDE ** 3} bytes of labels`)],
  ['labels that start before the header ends', packed(sphereLabelFile(float(108, 10))), /bytes of labels after its header/],
  ['labels that start nowhere', packed(sphereLabelFile(float(108, Number.NaN))), /bytes of labels after its header/],
  ['no place in space', packed(sphereLabelFile(short(254, 0))), /must say where its voxels lie/],
  ['a place that is no number', packed(sphereLabelFile(float(280, Number.NaN))), /must have voxels with edges of 0\.1 to 5 mm/],
  ['voxels of 4 m', packed(sphereLabelFile((view) => view.setUint8(123, 1))), /must have voxels with edges of 0\.1 to 5 mm/],
  ['an unknown unit', packed(sphereLabelFile((view) => view.setUint8(123, 5))), /must give lengths in/],
  ['two axes along one line', packed(sphereLabelFile(affine([4, 4, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0]))), /must have axes that span a box/],
  ['halves as labels', packed(sphereLabelFile(float(112, 0.5))), /must hold whole numbers as labels/],
  ['no brain', packed(sphereLabelFile(withoutBrain)), /must hold a brain/],
  ['a head at the wall of its box', packed(sphereLabelFile((_view, bytes) => bytes.fill(5, 352, 353))), /must leave a layer of air/],
];

describe('a malformed label file', () => {
  it.each(MALFORMED)('with %s is refused in one sentence that names it', async (what, bytes, sentence) => {
    const file = `${what.replaceAll(' ', '-')}.nii.gz`;
    writeScene(bytes, file);
    const refusal = await electricField(labels({ file })).catch((fault: Error) => fault.message);
    expect(refusal).toMatch(sentence);
    expect(refusal).toMatch(/^head\.file [^\n]+\.$/);
  });

  it('that unpacks to more than any head is refused before it fills the memory', async () => {
    const member = packed(new Uint8Array(2 ** 26));
    const bomb = Buffer.concat(Array.from({ length: 9 }, () => member));
    writeScene(bomb, 'bomb.nii.gz');
    await expect(electricField(labels({ file: 'bomb.nii.gz' }))).rejects.toThrow(/must unpack to at most/);
  });
});
