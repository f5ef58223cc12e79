import { describe, expect, it } from 'vitest';
import { coilById } from '../../src/coil/coilLibrary';
import { contactOnSphere } from '../../src/coil/contactOnSphere';
import { placeDipoles } from '../../src/coil/placeDipoles';
import { coilDipoles } from '../../src/coil/windings/windingsToDipoles';
import { rotateAbout, type Vec3 } from '../../src/core/vec3';
import type { Dipoles } from '../../src/physics/dipoles';
import { focality } from '../../src/physics/focality';
import { sphereElectricField } from '../../src/physics/sphereElectricField';
import { MAGSTIM_70_FOCALITY } from '../reference/physicsFigures';

const CORTEX = 0.07;
const placed = (id: string) => {
  const coil = coilById(id);
  return placeDipoles(coilDipoles(coil), contactOnSphere(coil, 0.085));
};

/** V½ by counting cells of a Cartesian grid: slow, crude, and a different code path. */
function countedVolume(dipoles: Dipoles, threshold: number, step: number): number {
  const points: number[] = [];
  for (let x = -CORTEX + step / 2; x < CORTEX; x += step) {
    for (let y = -CORTEX + step / 2; y < CORTEX; y += step) {
      for (let z = -CORTEX + step / 2; z < CORTEX; z += step) if (x * x + y * y + z * z < CORTEX ** 2) points.push(x, y, z);
    }
  }
  const field = sphereElectricField(dipoles, [0, 0, 0], points, new Float64Array(points.length));
  let count = 0;
  for (let i = 0; i < field.length; i += 3) if (Math.hypot(field[i], field[i + 1], field[i + 2]) * 1e6 >= threshold) count++;
  return count * step ** 3;
}

describe('The summary measures', () => {
  it('of the Magstim 70 mm are the reference figures', () => {
    const { halfValueDepth, tangentialSpread, peak, peakPoint } = focality(placed('magstim-70mm-figure8'), CORTEX);
    expect(Math.abs(halfValueDepth - MAGSTIM_70_FOCALITY.halfValueDepth)).toBeLessThan(MAGSTIM_70_FOCALITY.depthTolerance);
    expect(Math.abs(tangentialSpread - MAGSTIM_70_FOCALITY.tangentialSpread)).toBeLessThan(MAGSTIM_70_FOCALITY.spreadTolerance);
    expect(Math.abs(peak / 1.543 - 1)).toBeLessThan(3e-3);
    expect(Math.hypot(peakPoint[0], peakPoint[1])).toBeLessThan(1e-4);
  });

  it.each([
    'magstim-70mm-figure8',
    'magstim-90mm-circular',
    'magstim-double-cone',
  ])('of %s hold the volume that counting cells finds, also where the field under the surface was skipped', (id) => {
    const dipoles = placed(id);
    const { peak, halfValueVolume } = focality(dipoles, CORTEX);
    expect(Math.abs(countedVolume(dipoles, peak / 2, 0.0015) / halfValueVolume - 1)).toBeLessThan(0.01);
  });

  it('of a circular coil show a null under its center and the maximum under the winding', () => {
    const dipoles = placed('magstim-90mm-circular');
    const { peak, peakPoint } = focality(dipoles, CORTEX);
    const center = sphereElectricField(dipoles, [0, 0, 0], [0, 0, CORTEX], new Float64Array(3));
    expect(Math.hypot(...center) * 1e6).toBeLessThan(1e-3 * peak);
    const distanceFromAxis = Math.hypot(peakPoint[0], peakPoint[1]);
    expect(distanceFromAxis).toBeGreaterThan(0.03);
    expect(distanceFromAxis).toBeLessThan(0.05);
  });

  it('do not depend on where over the sphere the coil is', () => {
    const dipoles = placed('magventure-cool-b35');
    const axis: Vec3 = [0.6, 0, 0.8];
    const turn = (v: Vec3) => rotateAbout(v, axis, 1.9);
    const turned = placeDipoles(dipoles, { x: turn([1, 0, 0]), y: turn([0, 1, 0]), z: turn([0, 0, 1]), origin: [0, 0, 0] });
    const a = focality(dipoles, CORTEX);
    const b = focality(turned, CORTEX);
    expect(Math.abs(b.peak / a.peak - 1)).toBeLessThan(1e-6);
    expect(Math.abs(b.halfValueDepth / a.halfValueDepth - 1)).toBeLessThan(1e-3);
    expect(Math.abs(b.halfValueVolume / a.halfValueVolume - 1)).toBeLessThan(0.01);
  });
});
