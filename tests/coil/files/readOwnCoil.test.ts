import { describe, expect, it } from 'vitest';
import { coilCasing } from '../../../src/coil/coilCasing';
import { coilById } from '../../../src/coil/coilLibrary';
import { CLOUD_MARGIN, cloudCasing } from '../../../src/coil/files/dipoleCloudCoil';
import { isOwnCoilId, readOwnCoil } from '../../../src/coil/files/readOwnCoil';
import { coilWindingPaths } from '../../../src/coil/windings/coilWindingPaths';
import { coilDipoles } from '../../../src/coil/windings/windingsToDipoles';
import type { Dipoles } from '../../../src/physics/dipoles';

const fileOf = (name: string, text: string) => ({ name, size: text.length, text: async () => text });

function ccd({ positions, moments }: Dipoles): string {
  const rows = Array.from({ length: positions.length / 3 }, (_, n) =>
    [...positions.slice(3 * n, 3 * n + 3), ...moments.slice(3 * n, 3 * n + 3)].join(' '),
  );
  return [`# Test coil;dIdtmax=155`, rows.length, '# x y z mx my mz', ...rows].join('\n');
}

const flat = coilDipoles(coilById('magstim-70mm-figure8'));

describe('A coil of one’s own', () => {
  it('has the dipoles of its file, its own name and an id that is no shipped one’s', async () => {
    const coil = await readOwnCoil(fileOf('lab.ccd', ccd(flat)));
    expect(coil.name).toBe('Test coil');
    expect(coil.fieldPattern).toBe('figure8');
    expect(isOwnCoilId(coil.id)).toBe(true);
    const read = coilDipoles(coil);
    expect(read.positions.length).toBe(flat.positions.length);
    for (let i = 0; i < flat.moments.length; i++) expect(read.moments[i]).toBeCloseTo(flat.moments[i], 12);
    expect(coilWindingPaths(coil).length).toBe(flat.positions.length / 3);
  });

  it('has a casing that holds all its dipoles with the stated margin: flat coils touch with their own face', () => {
    const { facePoints, outline, faceHeight } = cloudCasing(flat);
    const highest = Math.max(...Array.from({ length: flat.positions.length / 3 }, (_, n) => flat.positions[3 * n + 2]));
    for (let i = 5; i < facePoints.length; i += 3) expect(facePoints[i]).toBeLessThanOrEqual(highest + CLOUD_MARGIN + 1e-9);
    expect(faceHeight).toBeCloseTo(highest + CLOUD_MARGIN, 4);
    const widest = Math.max(...outline.filter((_, n) => n % 2 === 0));
    const farthest = Math.max(...Array.from({ length: flat.positions.length / 3 }, (_, n) => flat.positions[3 * n]));
    expect(widest).toBeCloseTo(farthest + CLOUD_MARGIN, 4);
  });

  it('has a bent face where the dipoles are bent toward the head', () => {
    const bent = coilDipoles(coilById('magstim-double-cone'));
    const { facePoints } = cloudCasing(bent);
    const heights = Array.from({ length: facePoints.length / 3 - 1 }, (_, n) => ({ x: facePoints[3 * n + 3], z: facePoints[3 * n + 5] }));
    const outside = heights.filter(({ x }) => Math.abs(x) > 0.06).map(({ z }) => z);
    expect(Math.max(...outside)).toBeGreaterThan(0.03);
    expect(coilCasing(coilById('magstim-double-cone')).plates.length).toBeGreaterThan(1);
  });

  it('is refused by one sentence that names the file, the line and the reason', async () => {
    const broken = ccd(flat).split('\n');
    broken[10] = '0.1 0.2 x 0 0 1';
    await expect(readOwnCoil(fileOf('bad.ccd', broken.join('\n')))).rejects.toThrow(
      /^bad\.ccd, line 11, must hold six finite numbers; instead received "0\.1 0\.2 x/,
    );
    await expect(readOwnCoil(fileOf('coil.stl', ''))).rejects.toThrow('must be a coil file that ends in .ccd, .tcd, .nii or .nii.gz');
    await expect(readOwnCoil({ ...fileOf('big.ccd', ''), size: 2e8 })).rejects.toThrow(
      'big.ccd must have at most 150 MB; instead received "200.0 MB".',
    );
  });
});
