import { describe, expect, it } from 'vitest';
import type { WorkerLike } from '../../../src/field/simulation/fieldEngine';
import type { FieldRequest, FromWorker, ToWorker } from '../../../src/field/simulation/fieldMessages';
import { isAnswered, isCurrent } from '../../../src/field/simulation/isCurrent';
import { Simulation } from '../../../src/field/simulation/simulation';
import { type FieldModel, INITIAL_CHOICES } from '../../../src/state/choices';
import { choose, createChoiceStore, undo } from '../../../src/state/store';
import { readShippedHead } from '../../readShippedHead';
import { fakeField } from '../fakeScene';

const head = await readShippedHead();

/** A worker that answers when it is told to. */
class SlowWorker implements WorkerLike {
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly received: ToWorker[] = [];
  postMessage = (message: ToWorker): void => void this.received.push(message);
  terminate = (): void => undefined;
  say = (message: FromWorker): void => this.onmessage?.({ data: message } as MessageEvent<FromWorker>);
  get last(): FieldRequest {
    return this.received.flatMap((message) => (message.kind === 'compute' ? [message.request] : [])).at(-1)!;
  }
  answer(model: FieldModel): void {
    this.say({ kind: 'result', id: 0, result: fakeField(model, this.last.serial) });
  }
}

function start(fieldModel: FieldModel = 'modes') {
  const worker = new SlowWorker();
  const simulation = new Simulation(createChoiceStore({ ...INITIAL_CHOICES, fieldModel }), head, () => worker);
  worker.say({ kind: 'ready', grid: {} as never, backend: 'wasm' });
  const current = (): boolean => isCurrent(simulation.snapshot(), simulation.store.getState());
  return { worker, simulation, current, answered: () => isAnswered(simulation.snapshot()) };
}

describe('The simulation', () => {
  it('knows whether its field is the latest: by the serial of the request and by the model', async () => {
    const { worker, simulation, current, answered } = start();
    expect([answered(), current()]).toEqual([false, false]);
    worker.answer('sphere');
    expect([answered(), current()]).toEqual([true, false]);
    const loaded = simulation.loadData('operator', async () => new Uint8Array(1));
    await loaded;
    expect(worker.received.at(-1)).toMatchObject({ kind: 'data', name: 'operator' });
    worker.say({ kind: 'dataReady', name: 'operator' });
    expect([answered(), current()]).toEqual([false, false]);
    worker.answer('modes');
    expect([answered(), current()]).toEqual([true, true]);
    choose(simulation.store, { handleAngle: 0.2 });
    choose(simulation.store, { handleAngle: 0.3 });
    expect(current()).toBe(false);
    // The first of the two was in flight; its answer is not the latest.
    worker.answer('modes');
    expect(current()).toBe(false);
    worker.answer('modes');
    expect(current()).toBe(true);
  });

  it('asks for the field of the turned moments when the current is reversed, as one step that Undo takes back', () => {
    const { worker, simulation } = start();
    worker.answer('sphere');
    const before = worker.last.dipoles;
    choose(simulation.store, { currentReversed: true });
    worker.answer('sphere');
    const largest = before.moments.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const sum = worker.last.dipoles.moments.reduce((most, value, n) => Math.max(most, Math.abs(value + before.moments[n])), 0);
    expect(sum / largest).toBeLessThan(1e-9);
    undo(simulation.store);
    worker.answer('sphere');
    expect(worker.last.dipoles.moments).toEqual(before.moments);
  });

  it('asks for nothing when intensity, pulse or colors change, and stays current', () => {
    const { worker, simulation, current } = start();
    choose(simulation.store, { fieldModel: 'sphere' });
    worker.answer('sphere');
    worker.answer('sphere');
    const before = [simulation.requestsSent, simulation.snapshot().request];
    choose(simulation.store, { dIdt: 20e6, pulseWidth: 1e-4, fieldLimit: 70, theme: 'projector', fieldComponent: 'normal' });
    expect([simulation.requestsSent, simulation.snapshot().request]).toEqual(before);
    expect(current()).toBe(true);
    choose(simulation.store, { coilId: 'magstim-90mm-circular' });
    expect(current()).toBe(false);
    expect(worker.last.dipoles.positions.length).toBeGreaterThan(0);
  });

  it('has the snapshot that follows from a choice ready for whoever hears of the choice', () => {
    const { simulation } = start();
    const heard: string[] = [];
    simulation.store.subscribe(({ targetId }) => heard.push(`${targetId} ${simulation.snapshot().target.id}`));
    choose(simulation.store, { targetId: 'f3' });
    expect(heard).toEqual(['f3 f3']);
  });

  it('gives the field of the pose by another model beside its requests, which go on', async () => {
    const { worker, simulation } = start();
    const { request, pose } = simulation.snapshot();
    const field = simulation.fieldBy('primaryField');
    const asked = worker.received.at(-1)!;
    expect(asked).toMatchObject({ kind: 'beside', request: { model: 'primaryField', serial: request, pose } });
    worker.say({ kind: 'beside', id: (asked as { id: number }).id, result: fakeField('primaryField', request) });
    expect((await field)?.model).toBe('primaryField');
    expect(simulation.snapshot().field).toBeNull();
    worker.answer('sphere');
    expect(simulation.snapshot().field?.model).toBe('sphere');
  });

  it('tells why the realistic head is not there, asks for no new field then, and takes a second try', async () => {
    const { worker, simulation, current } = start();
    worker.answer('sphere');
    const sent = simulation.snapshot().request;
    await simulation.loadData('operator', () => Promise.reject(new Error('No network.')));
    expect(simulation.snapshot().operator).toEqual({ phase: 'refused', sentence: 'No network.' });
    expect([simulation.snapshot().request, current()]).toEqual([sent, true]);
    await simulation.loadData('operator', async (_name, progress) => {
      progress(0.5);
      expect(simulation.snapshot().operator).toEqual({ phase: 'loading', share: 0.5 });
      return new Uint8Array(1);
    });
    choose(simulation.store, { fieldModel: 'sphere' });
    const asked = simulation.snapshot().request;
    worker.say({ kind: 'dataReady', name: 'operator' });
    // The sphere needs no operator: its field stays the latest.
    expect([simulation.snapshot().operator.phase, simulation.snapshot().request]).toEqual(['ready', asked]);
  });

  it('changes the value once on the way to the folded cortex: sphere until both files are there, three shells only where the rows are refused', async () => {
    const { worker, simulation, current } = start('folded');
    worker.answer('sphere');
    const asked = simulation.snapshot().request;
    await simulation.loadData('operator', async () => new Uint8Array(1));
    worker.say({ kind: 'dataReady', name: 'operator' });
    expect([simulation.snapshot().request, current()]).toEqual([asked, false]);
    await simulation.loadData('rows', async () => new Uint8Array(1));
    worker.say({ kind: 'dataReady', name: 'rows' });
    expect([simulation.snapshot().request, worker.last.model]).toEqual([asked + 1, 'folded']);
    worker.answer('folded');
    expect(current()).toBe(true);
    worker.say({ kind: 'dataRefused', name: 'rows', message: 'It is damaged.' });
    expect([worker.last.model, current()]).toEqual(['modes', false]);
    worker.answer('modes');
    expect(current()).toBe(true);
    await simulation.loadData('rows', async () => new Uint8Array(1));
    worker.say({ kind: 'dataReady', name: 'rows' });
    expect(worker.last.model).toBe('folded');
  });

  it('fetches the operator once however often it is asked for, until it was refused', async () => {
    const { worker, simulation } = start();
    let fetched = 0;
    const fetchOnce = async (): Promise<Uint8Array> => new Uint8Array(++fetched);
    await Promise.all([simulation.loadData('operator', fetchOnce), simulation.loadData('operator', fetchOnce)]);
    worker.say({ kind: 'dataReady', name: 'operator' });
    await simulation.loadData('operator', () => Promise.reject(new Error('A late answer.')));
    expect([fetched, simulation.snapshot().operator.phase]).toEqual([1, 'ready']);
    worker.say({ kind: 'dataRefused', name: 'operator', message: 'It is damaged.' });
    await simulation.loadData('operator', fetchOnce);
    expect([fetched, simulation.snapshot().operator.phase]).toEqual([2, 'loading']);
    expect(worker.received.filter(({ kind }) => kind === 'data')).toHaveLength(2);
  });
});
