import { describe, expect, it } from 'vitest';

import { coilDipoles } from '../../../src/coil/windings/windingsToDipoles';
import { transformPoint } from '../../../src/core/rigidTransform';
import { at, norm } from '../../../src/core/vec3';
import { sampleGrid } from '../../../src/field/grid/sampleGrid';
import { FieldComputer } from '../../../src/field/simulation/computeField';
import type { WorkerLike } from '../../../src/field/simulation/fieldEngine';
import { Simulation } from '../../../src/field/simulation/simulation';
import { createSurfaceQueries } from '../../../src/placement/scalpQueries';
import { openOwnCoil } from '../../../src/state/ownCoils';
import { choose, createChoiceStore } from '../../../src/state/store';
import { BENT_WINGS, ccdText, FLAT_WINGS } from '../../coil/files/benchCoils';
import { readShippedHead } from '../../readShippedHead';
import { readShippedOperator } from '../../readShippedOperator';

const head = await readShippedHead();
const computer = await FieldComputer.create(
  { brainShell: head.shells.innerSkull, cortex: head.cortex, sphereCenter: head.sphere.center },
  null,
);
await computer.attach('operator', readShippedOperator());
const scalp = createSurfaceQueries(head.scalp);
const silent: WorkerLike = { onmessage: null, onerror: null, postMessage: () => undefined, terminate: () => undefined };

/** Drops a file on the first picture: distance of the nearest dipole from the scalp [m] and |E| at the target [V/m]. */
async function dropped(name: string, text: string) {
  const simulation = new Simulation(createChoiceStore(), head, () => silent);
  const coil = await openOwnCoil(simulation.session, { name, size: text.length, text: async () => text });
  choose(simulation.store, { coilId: coil.id });
  const { pose, target, windingDistance } = simulation.snapshot();
  const dipoles = coilDipoles(coil);
  let nearest = Number.POSITIVE_INFINITY;
  for (let n = 0; n < dipoles.positions.length / 3; n++) {
    nearest = Math.min(nearest, scalp.closest(transformPoint(pose, at(dipoles.positions, n))).distance);
  }
  const { values } = computer.compute({ serial: 1, model: 'modes', dipoles, pose, target: target.cortex });
  const there = sampleGrid(computer.grid, values, target.cortex, new Float32Array(3));
  return {
    nearest,
    windingDistance: windingDistance(),
    field: norm(at(there, 0)) * simulation.store.getState().dIdt,
    targetId: target.id,
  };
}

describe('A coil of one’s own on the head', () => {
  it('lies on it by its real shape when it is bent: gap and margin from the nearest winding, and the field is not that of a hull', async () => {
    const { nearest, windingDistance, field } = await dropped('bent-wings.ccd', ccdText(BENT_WINGS));
    expect(1e3 * nearest).toBeGreaterThan(7.7);
    expect(1e3 * nearest).toBeLessThan(8.3);
    expect(Math.abs(windingDistance - nearest)).toBeLessThan(1e-6);
    expect(Math.abs(field / 121 - 1)).toBeLessThan(0.02);
  });

  it('lies on it with its face when it is flat', async () => {
    const { nearest, windingDistance, field } = await dropped('flat-wings.ccd', ccdText(FLAT_WINGS));
    expect(1e3 * nearest).toBeCloseTo(10, 0);
    expect(Math.abs(windingDistance - nearest)).toBeLessThan(1e-6);
    expect(Math.abs(field / 157.5 - 1)).toBeLessThan(0.02);
  });
});
