import { describe, expect, it } from 'vitest';
import { compareWithMeasured, turnArea } from '../../models/coils/build/compareWithMeasured';
import { FIT_PLANS } from '../../models/coils/build/fitPlans';
import { measuredCoil, measuredCoils, measuredCounterpart } from '../../models/coils/build/measuredCoils';
import { coilById } from '../../src/coil/coilLibrary';
import { coilWindingPaths } from '../../src/coil/windings/coilWindingPaths';
import { denseWindingDipoles } from '../../src/coil/windings/denseWindingDipoles';
import { coilDipoles } from '../../src/coil/windings/windingsToDipoles';
import { wingFrame } from '../../src/coil/windings/wingFrame';

const ids = measuredCoils.map(({ id }) => id);

describe('The measured coils', () => {
  it('are twenty-two, and all but the one decoded from dipoles are fitted', () => {
    expect(ids).toHaveLength(22);
    expect(FIT_PLANS.map(({ id }) => id).sort()).toEqual(ids.filter((id) => id !== 'magstim-d50').sort());
  });

  it.each(ids)('%s is met within 5 %% of |A| at every point above a tenth of the largest, and of the turn area', (id) => {
    const comparison = compareWithMeasured(measuredCoil(id)!, coilById(id));
    expect(comparison.sizes.length).toBeGreaterThanOrEqual(7);
    expect(comparison.largest).toBeLessThan(0.05);
    expect(Math.abs(comparison.turnArea)).toBeLessThan(0.05);
  });

  it.each(ids)('%s has the same field by the few dipoles that the simulator uses, within 4 %% of the largest |A|, 15 mm away', (id) => {
    const [few, all] = [coilDipoles(coilById(id)), denseWindingDipoles(coilById(id))].map(
      (dipoles) => compareWithMeasured(measuredCoil(id)!, coilById(id), dipoles).vectors,
    );
    expect(Math.max(...few.map((value, i) => Math.abs(value - all[i])))).toBeLessThan(0.04);
  });

  it.each([...ids, 'magstim-70mm-figure8'])('%s carries what the comparison finds', (id) => {
    const coil = coilById(id);
    const found = compareWithMeasured(measuredCounterpart(id)!, coil);
    const { largest, turnArea: area, turnAreaError } = coil.comparison!;
    expect(Math.abs(largest.value - found.largest)).toBeLessThan(0.01 * found.largest + 1e-9);
    expect(Math.abs(turnAreaError.value - found.turnArea)).toBeLessThan(0.01 * Math.abs(found.turnArea) + 1e-9);
    expect(Math.abs(area.value / turnArea(denseWindingDipoles(coil)) - 1)).toBeLessThan(0.01);
  });

  it.each(ids)('%s has whole turns inside the extent that was measured, and its copper behind the face', (id) => {
    const { extent } = measuredCoil(id)!;
    const reach = (axis: 'x' | 'y'): number => Math.max(...extent[axis].map(Math.abs)) * 1e-3;
    for (const { center, layers } of coilById(id).wings) {
      for (const { turns, depth } of layers) {
        expect(depth.value).toBeLessThan(0);
        const outer =
          turns.kind === 'ellipses' ? Math.max(...turns.semiAxesY.value) : turns.kind === 'circles' ? Math.max(...turns.radii.value) : 0;
        expect(outer).toBeGreaterThan(0);
        expect(Math.abs(center.value[1]) + outer).toBeLessThan(reach('y') + 0.007);
      }
    }
  });

  it.each(ids)('%s has its copper within 4.5 mm of the measured extent along z, or says that it is an equivalent source', (id) => {
    const { extent } = measuredCoil(id)!;
    const coil = coilById(id);
    const heights = coilWindingPaths(coil).flatMap(({ points, stripHeight, wing }) => {
      const half = (Math.abs(wingFrame(coil.wings[wing]).z[2]) * stripHeight) / 2;
      return Array.from({ length: points.length / 3 }, (_, i) => points[3 * i + 2]).flatMap((z) => [z - half, z + half]);
    });
    const excess = Math.max(Math.max(...heights) - extent.z[1] * 1e-3, extent.z[0] * 1e-3 - Math.min(...heights));
    const equivalent = coil.notes.some((note) => note.startsWith('An equivalent source, not a drawing of the winding'));
    expect(excess).toBeLessThan(equivalent ? 0.015 : 0.0045);
    if (equivalent) expect(excess).toBeGreaterThan(0.0045);
  });

  it('show that the model of 2004 of the 70 mm coil is another coil than the measured one', () => {
    const { largest } = compareWithMeasured(measuredCoil('magstim-d70')!, coilById('magstim-70mm-figure8'));
    expect(largest).toBeGreaterThan(0.08);
    expect(largest).toBeLessThan(0.2);
  });
});
