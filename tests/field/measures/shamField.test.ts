import { describe, expect, it } from 'vitest';
import { norm } from '../../../src/core/vec3';
import { SHAM_TILTS, shamFields } from '../../../src/field/measures/shamField';
import { FieldComputer } from '../../../src/field/simulation/computeField';
import type { WorkerLike } from '../../../src/field/simulation/fieldEngine';
import type { FieldRequest, FromWorker, ToWorker } from '../../../src/field/simulation/fieldMessages';
import { Simulation } from '../../../src/field/simulation/simulation';
import type { FieldModel } from '../../../src/state/choices';
import { choose, createChoiceStore } from '../../../src/state/store';
import { readShippedHead } from '../../readShippedHead';
import { readShippedOperator } from '../../readShippedOperator';

const head = await readShippedHead();
const computer = await FieldComputer.create(
  { brainShell: head.shells.innerSkull, cortex: head.cortex, sphereCenter: head.sphere.center },
  null,
);
await computer.attach('operator', await readShippedOperator());

/** Answers what is asked beside the poses at once. */
class BesideWorker implements WorkerLike {
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly asked: FieldRequest[] = [];
  terminate = (): void => undefined;
  postMessage = (message: ToWorker): void => {
    if (message.kind !== 'beside') return;
    this.asked.push(message.request);
    const answer: FromWorker = { kind: 'beside', id: message.id, result: computer.compute(message.request) };
    queueMicrotask(() => this.onmessage?.({ data: answer } as MessageEvent<FromWorker>));
  };
}

function start(fieldModel: FieldModel = 'modes') {
  const worker = new BesideWorker();
  const simulation = new Simulation(createChoiceStore(), head, () => worker);
  worker.onmessage?.({ data: { kind: 'ready', grid: computer.grid, backend: 'wasm' } } as MessageEvent<FromWorker>);
  choose(simulation.store, { fieldModel });
  return { simulation, worker };
}

const of = (fields: Awaited<ReturnType<typeof shamFields>>, id: string) => fields!.fields.find((field) => field.id === id)!;

describe('The field of a coil tilted away as a sham', () => {
  it('is that of the scene itself without a tilt, and leaves the scene as it is', async () => {
    const { simulation, worker } = start();
    const { pose, request } = simulation.snapshot();
    const found = await shamFields(simulation);
    expect(worker.asked[0].pose).toEqual(pose);
    expect(worker.asked.length).toBe(1 + SHAM_TILTS.length);
    expect(found!.flatPeak).toBe(computer.compute(worker.asked[0]).summary.peak);
    expect([simulation.snapshot().pose, simulation.snapshot().request]).toEqual([pose, request]);
  });

  it('is that of a coil tilted by the angle named, wherever the coil on the stage is tilted to', async () => {
    const { simulation, worker } = start('sphere');
    choose(simulation.store, { tiltRoll: 0.3, tiltPitch: -0.2 });
    await shamFields(simulation);
    const axis = (n: number) => worker.asked[n].pose.z;
    for (const n of SHAM_TILTS.keys()) {
      const cosine = axis(0).reduce((sum, value, k) => sum + value * axis(n + 1)[k], 0);
      expect(cosine).toBeCloseTo(n < 2 ? Math.SQRT1_2 : 0, 9);
    }
  });

  it('is smaller at the target than that of the flat coil, smaller still at 90°, and never nothing', async () => {
    const { simulation } = start();
    const found = await shamFields(simulation);
    for (const field of found!.fields) {
      expect(field.targetShare).toBeLessThan(0.7);
      expect(field.peakShare).toBeGreaterThan(0.05);
      expect(field.peak / field.peakShare / found!.flatPeak).toBeCloseTo(1, 12);
    }
    for (const side of ['wing', 'front']) expect(of(found, `${side}-90`).peakShare).toBeLessThan(of(found, `${side}-45`).peakShare);
  });

  it('does not depend on the intensity and is not told where the model has no electric field', async () => {
    const { simulation } = start('sphere');
    const before = await shamFields(simulation);
    choose(simulation.store, { dIdt: 10e6 });
    expect(await shamFields(simulation)).toEqual(before);
    choose(simulation.store, { fieldModel: 'magneticFluxDensity' });
    expect(await shamFields(simulation)).toBeNull();
    expect(norm(simulation.snapshot().pose.z)).toBeCloseTo(1, 12);
  });

  it('is given up between two poses when the scene has changed', async () => {
    const { simulation, worker } = start('sphere');
    expect(await shamFields(simulation, () => worker.asked.length >= 3)).toBeNull();
    expect(worker.asked.length).toBe(3);
  });
});
