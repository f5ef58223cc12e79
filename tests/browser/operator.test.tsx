import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { showModelDifference } from '../../src/field/measures/modelDifference';
import { readouts } from '../../src/field/measures/readouts';
import { fetchHeadData } from '../../src/field/simulation/fetchHeadData';
import { HEAD_DATA } from '../../src/field/simulation/headData';
import { isAnswered, isCurrent } from '../../src/field/simulation/isCurrent';
import { Simulation } from '../../src/field/simulation/simulation';
import { type HeadModel, loadHead } from '../../src/head/loadHead';
import { choose, createChoiceStore } from '../../src/state/store';
import { until } from './openApp';

let head: HeadModel;
let simulation: Simulation;
const workers: Worker[] = [];

beforeAll(async () => {
  head = await loadHead();
});

afterEach(() => simulation.dispose());

const spawn = (): Worker => {
  const worker = new Worker(new URL('../../src/field/simulation/fieldWorker.ts', import.meta.url), { type: 'module' });
  workers.push(worker);
  return worker;
};

function start(): void {
  workers.length = 0;
  simulation = new Simulation(createChoiceStore(), head, spawn);
}

const field = () => simulation.snapshot().field;
const latest = (): boolean => isCurrent(simulation.snapshot(), simulation.store.getState());

/** A copy with one bit turned. */
function turned(bytes: Uint8Array, place: number): Uint8Array {
  const copy = bytes.slice();
  copy[place] ^= 8;
  return copy;
}

describe('The folded cortex', () => {
  it('is served by the sphere until its files are there, and then differs from it by some per cent', async () => {
    start();
    await until(() => field() !== null, 'a first field');
    expect(field()?.model).toBe('sphere');
    expect([isAnswered(simulation.snapshot()), latest()]).toEqual([true, false]);
    const sphere = readouts(simulation.snapshot(), simulation.store.getState())!;
    const shares: number[] = [];
    const stop = simulation.subscribe(() => {
      const { operator } = simulation.snapshot();
      if (operator.phase === 'loading') shares.push(operator.share);
    });
    for (const name of HEAD_DATA) await simulation.loadData(name, fetchHeadData);
    await until(() => field()?.model === 'folded', 'the folded cortex');
    stop();
    expect(shares.length).toBeGreaterThan(2);
    const realistic = readouts(simulation.snapshot(), simulation.store.getState())!;
    const change = Math.abs(realistic.atTarget / sphere.atTarget - 1);
    expect(change).toBeGreaterThan(0.02);
    expect(change).toBeLessThan(0.35);
    // Another rung and back: the operator stays in use.
    choose(simulation.store, { fieldModel: 'sphere' });
    await until(() => latest() && field()?.model === 'sphere', 'the sphere');
    choose(simulation.store, { fieldModel: 'folded' });
    await until(() => latest() && field()?.model === 'folded', 'the folded cortex again');
    expect(readouts(simulation.snapshot(), simulation.store.getState())!.atTarget).toBeCloseTo(realistic.atTarget, 6);
  });

  it('shows where a simpler model is wrong: the folded cortex as A, the sphere as B, their difference, and no step in the history', async () => {
    start();
    for (const name of HEAD_DATA) await simulation.loadData(name, fetchHeadData);
    await until(() => field()?.model === 'folded', 'the folded cortex');
    choose(simulation.store, { fieldModel: 'sphere' });
    await until(() => latest() && field()?.model === 'sphere', 'the sphere');
    const steps = simulation.store.temporal.getState().pastStates.length;
    expect(await showModelDifference(simulation)).toBe(true);
    expect(simulation.comparison.getState().shown).toBe('difference');
    const { kept } = simulation.comparison.getState();
    expect(kept?.snapshot.field.model).toBe('folded');
    expect(field()?.model).toBe('sphere');
    expect(simulation.store.getState().fieldModel).toBe('sphere');
    expect(simulation.store.temporal.getState().pastStates.length).toBe(steps);
  });

  it.each([
    ['damaged', (bytes: Uint8Array) => turned(bytes, bytes.length >> 1)],
    ['truncated', (bytes: Uint8Array) => bytes.slice(0, bytes.length - 1000)],
    ['of another version', (bytes: Uint8Array) => turned(bytes, 4)],
    ['something else', () => new TextEncoder().encode('<!doctype html>')],
  ])('is refused by name when its operator is %s, and the sphere goes on serving', async (_name, spoil) => {
    start();
    await simulation.loadData('operator', async (name, progress) => spoil(await fetchHeadData(name, progress)));
    await until(() => simulation.snapshot().operator.phase === 'refused', 'the refusal');
    const { operator } = simulation.snapshot();
    expect(operator.phase === 'refused' && operator.sentence).toMatch(/^operator\.bin .+\.$/);
    choose(simulation.store, { handleAngle: 0.2 });
    await until(latest, 'a field');
    expect(field()?.model).toBe('sphere');
  });

  it('is refused by name when its rows are damaged, and three shells serve', async () => {
    start();
    await simulation.loadData('operator', fetchHeadData);
    await simulation.loadData('rows', async (name, progress) => {
      const bytes = await fetchHeadData(name, progress);
      return turned(bytes, bytes.length >> 1);
    });
    await until(latest, 'a field');
    const { rows } = simulation.snapshot();
    expect(rows.phase === 'refused' && rows.sentence).toMatch(/^folded\.bin must .+\.$/);
    expect(field()?.model).toBe('modes');
  });

  it('survives a crash of the worker: it is started again with its operator, and says so', async () => {
    start();
    for (const name of HEAD_DATA) await simulation.loadData(name, fetchHeadData);
    await until(() => field()?.model === 'folded', 'the folded cortex');
    workers[0].onerror?.(new ErrorEvent('error', { message: 'out of memory' }));
    expect(simulation.snapshot().trouble).toBe('The field computation stopped (out of memory) and was started again.');
    expect(workers).toHaveLength(2);
    choose(simulation.store, { handleAngle: 0.3 });
    await until(() => latest() && field()?.model === 'folded', 'the folded cortex after the crash');
  });
});
