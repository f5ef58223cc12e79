import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOwnCoil } from '../../../src/coil/files/readOwnCoil';
import { keepScene } from '../../../src/field/simulation/comparison';
import type { WorkerLike } from '../../../src/field/simulation/fieldEngine';
import type { FromWorker, ToWorker } from '../../../src/field/simulation/fieldMessages';
import { HEAD_DATA } from '../../../src/field/simulation/headData';
import type { SceneSource } from '../../../src/field/simulation/sceneSource';
import { Simulation } from '../../../src/field/simulation/simulation';
import { captureScene } from '../../../src/share/scene/captureScene';
import { FIRST_SCENE, keptOf, type Scene } from '../../../src/share/scene/scene';
import { restoreKept } from '../../../src/share/scene/sceneLook';
import { createSceneOpener } from '../../../src/share/scene/sceneOpener';
import type { Choices } from '../../../src/state/choices';
import { choose, createChoiceStore, redo, undo } from '../../../src/state/store';
import { createViewStore } from '../../../src/state/viewStore';
import { BENT_WINGS, ccdText } from '../../coil/files/benchCoils';
import { fakeField } from '../../field/fakeScene';
import { readShippedHead } from '../../readShippedHead';
import { randomScene } from './randomScenes';

const head = await readShippedHead();

/** A worker that answers at once, with the model that is asked for. */
class PromptWorker implements WorkerLike {
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  terminate = (): void => undefined;
  postMessage = (message: ToWorker): void => {
    if (message.kind === 'head') this.#say({ kind: 'ready', grid: {} as never, backend: 'wasm' });
    if (message.kind === 'data') this.#say({ kind: 'dataReady', name: message.name });
    if (message.kind !== 'compute' && message.kind !== 'beside') return;
    const result = fakeField(message.request.model, message.request.serial);
    this.#say({ kind: message.kind === 'compute' ? 'result' : 'beside', id: message.id, result } as FromWorker);
  };
  #say = (data: FromWorker): void => queueMicrotask(() => this.onmessage?.({ data } as MessageEvent<FromWorker>));
}

async function start() {
  const simulation = new Simulation(createChoiceStore(), head, () => new PromptWorker());
  for (const name of HEAD_DATA) await simulation.loadData(name, async () => new Uint8Array(1));
  await new Promise((resolve) => setTimeout(resolve, 0));
  const view = createViewStore();
  const opener = createSceneOpener(simulation, view);
  return {
    simulation,
    view,
    opener,
    present: () => captureScene(simulation, view),
    steps: () => simulation.store.temporal.getState().pastStates.length,
  };
}

/** Formulas that can be used; every other one is refused with its sentence, and tried elsewhere. */
const usable = (choices: Partial<Scene['choices']>) => ({ ...choices, pulseExpression: 'exp(-t/1e-4)', pulseDuration: 2e-4 });
const openable = randomScene.map((scene) => ({
  ...scene,
  choices: usable(scene.choices) as Scene['choices'],
  comparison: scene.comparison.kept
    ? { ...scene.comparison, kept: scene.comparison.kept.pulseShape === 'typed' ? usable(scene.comparison.kept) : scene.comparison.kept }
    : { ...scene.comparison, shown: 'b' as const },
}));

describe('A scene that is opened', () => {
  it('is the present one in every entry, by one step that Undo takes back and Redo brings again', async () => {
    const { opener, present, simulation, steps } = await start();
    for (const scene of fc.sample(openable, { numRuns: 12, seed: 5 })) {
      const [before, count] = [present(), steps()];
      expect(await opener.open(scene)).toBeNull();
      expect(present()).toEqual(scene);
      expect(steps()).toBe(count + 1);
      undo(simulation.store);
      expect(present()).toEqual(before);
      redo(simulation.store);
      expect(present()).toEqual(scene);
    }
  }, 120_000);

  it('is a step also where only what is looked at differs', async () => {
    const { opener, present, simulation, steps } = await start();
    const scene: Scene = { ...FIRST_SCENE, view: { ...FIRST_SCENE.view, level: 'course', stripTab: 'regions' } };
    await opener.open(scene);
    expect([present(), steps()]).toEqual([scene, 1]);
    undo(simulation.store);
    expect([present(), steps()]).toEqual([FIRST_SCENE, 0]);
  });

  it('leaves the kept scene to what came after it: to another scene, and to a hand that keeps one meanwhile', async () => {
    const { opener, present, simulation } = await start();
    const withKept = (dIdt: number): Scene => ({
      ...FIRST_SCENE,
      comparison: { ...FIRST_SCENE.comparison, kept: keptOf({ ...FIRST_SCENE.choices, dIdt }), shown: 'both' },
    });
    const [first, second] = [opener.open(withKept(11e6)), opener.open(withKept(22e6))];
    await Promise.all([first, second]);
    expect(present()).toEqual(withKept(22e6));
    for (const comes of ['another scene', 'a kept one']) {
      simulation.comparison.setState({ kept: null });
      let latest = true;
      const slow: SceneSource = Object.create(simulation, {
        snapshotOf: {
          value: async (choices: Choices) => {
            const snapshot = await simulation.snapshotOf(choices);
            if (comes === 'another scene') latest = false;
            else keepScene(simulation);
            return snapshot;
          },
        },
      });
      expect(await restoreKept(slow, withKept(44e6).comparison, () => latest)).toBeNull();
      const { kept } = simulation.comparison.getState();
      expect(kept?.choices.dIdt).toBe(comes === 'another scene' ? undefined : simulation.store.getState().dIdt);
    }
  });

  it('is left alone by Undo of what was done after it', async () => {
    const { opener, present, simulation } = await start();
    const scene: Scene = { ...FIRST_SCENE, view: { ...FIRST_SCENE.view, stripTab: 'coils' } };
    await opener.open(scene);
    choose(simulation.store, { dIdt: 50e6 });
    undo(simulation.store);
    expect(present()).toEqual(scene);
  });

  it('brings its own coil, and says where a formula cannot be used', async () => {
    const { opener, present, simulation } = await start();
    const text = ccdText(BENT_WINGS);
    const coil = await readOwnCoil({ name: 'bench.ccd', size: text.length, text: async () => text });
    const scene: Scene = { ...FIRST_SCENE, choices: { ...FIRST_SCENE.choices, coilId: coil.id }, ownCoils: [coil] };
    expect(await opener.open(scene)).toBeNull();
    expect(present()).toEqual(scene);
    expect(simulation.snapshot().coil).toBe(coil);
    const choices = { ...FIRST_SCENE.choices, pulseShape: 'typed' as const, pulseExpression: 'sin(' };
    expect(await opener.open({ ...FIRST_SCENE, choices })).toMatch(/^The typed pulse of the scene was not used: .+\.$/);
  });
});
