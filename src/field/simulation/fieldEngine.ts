import type { FieldGrid } from '../grid/fieldGrid';
import type { FieldRequest, FieldResult, FromWorker, HeadForField, ToWorker } from './fieldMessages';
import type { HeadData } from './headData';

/** The part of a Worker that the engine uses, so that tests can stand in for it. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface FieldEngineEvents {
  onGrid(grid: FieldGrid): void;
  onResult(result: FieldResult): void;
  /** A file of the head is in use, or was refused with a sentence. */
  onData(name: HeadData, refusal: string | null): void;
  /** The worker was lost or a pose failed; `fatal` when nothing more will come. */
  onTrouble(message: string, fatal: boolean): void;
}

/**
 * Runs the field worker with one request in flight and one slot for the latest that waits: a slider that moves faster than the field
 * never queues up, and its last value is never lost. A crashed worker is started again once.
 */
export class FieldEngine {
  readonly #spawn: () => WorkerLike;
  readonly #head: HeadForField;
  readonly #events: FieldEngineEvents;
  #worker: WorkerLike;
  #ready = false;
  #restarts = 0;
  #inFlight: FieldRequest | undefined;
  #waiting: FieldRequest | undefined;
  #sent = 0;
  readonly #data = new Map<HeadData, Uint8Array>();
  #asked = 0;
  /** Who waits for what was asked beside the poses, by id. */
  readonly #asides = new Map<number, (answer: Float32Array | FieldResult | null) => void>();

  constructor(spawn: () => WorkerLike, head: HeadForField, events: FieldEngineEvents) {
    this.#spawn = spawn;
    this.#head = head;
    this.#events = events;
    this.#worker = this.#start();
  }

  /** How many poses were handed to the worker so far; intensity changes must not raise it. */
  get requestsSent(): number {
    return this.#sent;
  }

  /** Asks for the field of a pose; replaces a request that still waits. */
  request(request: FieldRequest): void {
    this.#waiting = request;
    this.#sendNext();
  }

  /** Hands a file of the head over; a restarted worker gets it again, in the same order. */
  sendData(name: HeadData, bytes: Uint8Array): void {
    this.#data.set(name, bytes);
    this.#worker.postMessage({ kind: 'data', name, bytes });
  }

  /** The field at the target for evenly spread turns of the coil; beside the poses, and null where the worker was lost. */
  turns(request: FieldRequest): Promise<Float32Array | null> {
    return this.#ask<Float32Array>('turns', request);
  }

  /** The field of one pose beside the poses that are asked for in turn; null where it cannot be had. */
  beside(request: FieldRequest): Promise<FieldResult | null> {
    return this.#ask<FieldResult>('beside', request);
  }

  dispose(): void {
    this.#worker.terminate();
  }

  #ask<Answer extends Float32Array | FieldResult>(kind: 'turns' | 'beside', request: FieldRequest): Promise<Answer | null> {
    if (!this.#ready) return Promise.resolve(null);
    const id = ++this.#asked;
    this.#worker.postMessage({ kind, id, request });
    return new Promise((resolve) => this.#asides.set(id, resolve as (answer: Float32Array | FieldResult | null) => void));
  }

  #start(): WorkerLike {
    const worker = this.#spawn();
    this.#ready = false;
    worker.onmessage = ({ data }) => this.#receive(data);
    worker.onerror = (event) => {
      event.preventDefault?.();
      this.#recover(event.message);
    };
    worker.postMessage({ kind: 'head', head: this.#head });
    for (const [name, bytes] of this.#data) worker.postMessage({ kind: 'data', name, bytes });
    return worker;
  }

  #receive(message: FromWorker): void {
    if (message.kind === 'ready') {
      this.#ready = true;
      this.#events.onGrid(message.grid);
    } else if (message.kind === 'dataReady' || message.kind === 'dataRefused') {
      this.#events.onData(message.name, message.kind === 'dataRefused' ? message.message : null);
    } else if (message.kind === 'turns' || message.kind === 'beside') {
      this.#asides.get(message.id)?.(message.kind === 'turns' ? message.vectors : message.result);
      this.#asides.delete(message.id);
      return;
    } else {
      this.#inFlight = undefined;
      if (message.kind === 'result') this.#events.onResult(message.result);
      else this.#events.onTrouble(`The field of this pose could not be computed: ${message.message}.`, false);
    }
    this.#sendNext();
  }

  #sendNext(): void {
    if (!this.#ready || this.#inFlight || !this.#waiting) return;
    this.#inFlight = this.#waiting;
    this.#waiting = undefined;
    this.#sent++;
    this.#worker.postMessage({ kind: 'compute', id: this.#sent, request: this.#inFlight });
  }

  #recover(reason: string): void {
    this.#worker.terminate();
    for (const resolve of this.#asides.values()) resolve(null);
    this.#asides.clear();
    if (this.#restarts > 0) {
      this.#ready = false;
      this.#events.onTrouble(`The field computation stopped twice (${reason}); the last field stays on screen. Reload to try again.`, true);
      return;
    }
    this.#restarts++;
    this.#waiting ??= this.#inFlight;
    this.#inFlight = undefined;
    this.#events.onTrouble(`The field computation stopped (${reason}) and was started again.`, false);
    this.#worker = this.#start();
  }
}
