import { describe, expect, it } from 'vitest';
import { FieldEngine, type WorkerLike } from '../../../src/field/simulation/fieldEngine';
import type { FieldRequest, FieldResult, FromWorker, HeadForField, ToWorker } from '../../../src/field/simulation/fieldMessages';

class FakeWorker implements WorkerLike {
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly received: ToWorker[] = [];
  terminated = false;
  postMessage(message: ToWorker): void {
    this.received.push(message);
  }
  terminate(): void {
    this.terminated = true;
  }
  answer(message: FromWorker): void {
    this.onmessage?.({ data: message } as MessageEvent<FromWorker>);
  }
  crash(message: string): void {
    this.onerror?.({ message, preventDefault: () => undefined } as unknown as ErrorEvent);
  }
  get computed(): FieldRequest[] {
    return this.received.flatMap((message) => (message.kind === 'compute' ? [message.request] : []));
  }
}

const request = (name: string): FieldRequest => ({ name }) as unknown as FieldRequest;
const result = (id: number): FromWorker => ({ kind: 'result', id, result: { id } }) as unknown as FromWorker;
const ready: FromWorker = { kind: 'ready', grid: {}, backend: 'wasm' } as unknown as FromWorker;

function setUp() {
  const workers: FakeWorker[] = [];
  const results: unknown[] = [];
  const answers: [string, string | null][] = [];
  const troubles: { message: string; fatal: boolean }[] = [];
  const engine = new FieldEngine(
    () => {
      workers.push(new FakeWorker());
      return workers[workers.length - 1];
    },
    {} as HeadForField,
    {
      onGrid: () => undefined,
      onResult: (value) => results.push(value),
      onData: (name, refusal) => answers.push([name, refusal]),
      onTrouble: (message, fatal) => troubles.push({ message, fatal }),
    },
  );
  return { engine, workers, results, troubles, answers };
}

describe('The field engine', () => {
  it('sends the head first and no pose before the worker is ready', () => {
    const { engine, workers } = setUp();
    engine.request(request('a'));
    expect(workers[0].received.map((message) => message.kind)).toEqual(['head']);
    workers[0].answer(ready);
    expect(workers[0].computed).toEqual([request('a')]);
  });

  it('keeps only the latest of the requests that wait, and never loses it', () => {
    const { engine, workers, results } = setUp();
    workers[0].answer(ready);
    for (const name of ['a', 'b', 'c', 'd']) engine.request(request(name));
    expect(workers[0].computed).toEqual([request('a')]);
    workers[0].answer(result(1));
    workers[0].answer(result(2));
    expect(workers[0].computed).toEqual([request('a'), request('d')]);
    expect(results).toHaveLength(2);
    expect(engine.requestsSent).toBe(2);
  });

  it('goes on after a pose that could not be computed, and says so', () => {
    const { engine, workers, troubles } = setUp();
    workers[0].answer(ready);
    engine.request(request('a'));
    engine.request(request('b'));
    workers[0].answer({ kind: 'failed', id: 1, message: 'no field' });
    expect(troubles).toEqual([{ message: 'The field of this pose could not be computed: no field.', fatal: false }]);
    expect(workers[0].computed).toEqual([request('a'), request('b')]);
  });

  it('starts a crashed worker once more, with the request that was lost', () => {
    const { engine, workers, troubles } = setUp();
    workers[0].answer(ready);
    engine.request(request('a'));
    workers[0].crash('out of memory');
    expect(workers).toHaveLength(2);
    expect(workers[0].terminated).toBe(true);
    workers[1].answer(ready);
    expect(workers[1].computed).toEqual([request('a')]);
    expect(troubles).toEqual([{ message: 'The field computation stopped (out of memory) and was started again.', fatal: false }]);
    workers[1].crash('again');
    expect(workers).toHaveLength(2);
    expect(troubles[1].fatal).toBe(true);
  });

  it('prefers a newer request over the one that a crash lost', () => {
    const { engine, workers } = setUp();
    workers[0].answer(ready);
    engine.request(request('a'));
    engine.request(request('b'));
    workers[0].crash('x');
    workers[1].answer(ready);
    expect(workers[1].computed).toEqual([request('b')]);
  });

  it('asks beside the poses for turns and for single fields, hands each answer to who asked, and keeps no pose waiting', async () => {
    const { engine, workers, results } = setUp();
    expect(await engine.turns(request('early'))).toBeNull();
    workers[0].answer(ready);
    engine.request(request('a'));
    const [turns, beside] = [engine.turns(request('t')), engine.beside(request('b'))];
    const asked = workers[0].received.slice(-2) as { kind: string; id: number; request: FieldRequest }[];
    expect(asked.map(({ kind, request: of }) => [kind, of])).toEqual([
      ['turns', request('t')],
      ['beside', request('b')],
    ]);
    const field = { id: 'field' } as unknown as FieldResult;
    workers[0].answer({ kind: 'beside', id: asked[1].id, result: field });
    workers[0].answer({ kind: 'turns', id: asked[0].id, vectors: Float32Array.of(1, 2, 3) });
    expect(await turns).toEqual(Float32Array.of(1, 2, 3));
    expect(await beside).toBe(field);
    expect(results).toEqual([]);
    workers[0].answer(result(1));
    expect(results).toHaveLength(1);
  });

  it('answers null to all who wait beside the poses when the worker is lost', async () => {
    const { engine, workers } = setUp();
    workers[0].answer(ready);
    const waiting = [engine.turns(request('t')), engine.beside(request('b'))];
    workers[0].crash('x');
    expect(await Promise.all(waiting)).toEqual([null, null]);
    expect(await engine.beside(request('c'))).toBeNull();
  });

  it('stops its worker when it is disposed of', () => {
    const { engine, workers } = setUp();
    engine.dispose();
    expect(workers[0].terminated).toBe(true);
  });

  it('hands the files of the head over again to a worker that was started again, in their order, and tells when they are in use', () => {
    const { engine, workers, answers } = setUp();
    workers[0].answer(ready);
    engine.sendData('operator', new Uint8Array(3));
    engine.sendData('rows', new Uint8Array(2));
    workers[0].answer({ kind: 'dataReady', name: 'operator' });
    workers[0].crash('x');
    expect(workers[1].received.map((message) => message.kind)).toEqual(['head', 'data', 'data']);
    expect(workers[1].received.flatMap((message) => (message.kind === 'data' ? [message.name] : []))).toEqual(['operator', 'rows']);
    workers[1].answer({ kind: 'dataRefused', name: 'rows', message: 'folded.bin is damaged: x.' });
    expect(answers).toEqual([
      ['operator', null],
      ['rows', 'folded.bin is damaged: x.'],
    ]);
  });
});
