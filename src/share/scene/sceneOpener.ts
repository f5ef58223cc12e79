import type { SceneSource } from '../../field/simulation/sceneSource';
import { restoreChoices } from '../../state/choiceStorage';
import type { Choices } from '../../state/choices';
import { holdOwnCoil } from '../../state/ownCoils';
import { replaceChoices, sameChoices } from '../../state/store';
import type { ViewStore } from '../../state/viewStore';
import type { Scene } from './scene';
import { type Look, lookOfScene, presentLook, restoreKept, showLook } from './sceneLook';

/** Opens scenes that were written down; each is one step of the history, which Undo takes back with all that it brought. */
export interface SceneOpener {
  /** Shows the scene; one sentence about what of it could not be had, or null. */
  open(scene: Scene): Promise<string | null>;
  /** Shows what a scene has beside its choices, where the store was made with those: at the start. */
  begin(scene: Scene): Promise<string | null>;
  dispose(): void;
}

/** A scene that was opened: what there was before and after. */
interface Opening {
  readonly before: Choices;
  readonly after: Choices;
  readonly looks: { before: Look; after: Look };
}

/** The look that is left, for the way back: as it is, but for what the walk through the history has changed already. */
const lookBefore = (opened: Look, left: Look): Look => ({
  ...left,
  session: { ...left.session, waitingPulse: opened.session.waitingPulse },
  comparison: left.comparison.kept === opened.comparison.kept ? opened.comparison : left.comparison,
});

/** Openings that are remembered; a look holds a kept scene with its field. */
const MOST_OPENINGS = 10;

export function createSceneOpener(simulation: SceneSource, view: ViewStore): SceneOpener {
  const { store, session } = simulation;
  let openings: readonly Opening[] = [];
  let latest: object | null = null;
  const withKept = (scene: Scene): Promise<string | null> => {
    latest = scene;
    return restoreKept(simulation, scene.comparison, () => latest === scene);
  };
  const stop = store.temporal.subscribe((now, former) => {
    const undone = now.futureStates.length > former.futureStates.length;
    const redone = !undone && now.futureStates === former.futureStates && now.pastStates.length > former.pastStates.length;
    if (!undone && !redone) return;
    const present = store.getState();
    const other = undone ? now.futureStates.at(-1) : now.pastStates.at(-1);
    const [from, to] = undone ? (['after', 'before'] as const) : (['before', 'after'] as const);
    const opening = [...openings].reverse().find((one) => sameChoices(one[to], present) && sameChoices(one[from], other as Choices));
    if (!opening) return;
    latest = null;
    opening.looks[from] = lookBefore(opening.looks[from], presentLook(simulation, view));
    showLook(simulation, view, opening.looks[to]);
  });
  return {
    async open(scene) {
      for (const coil of scene.ownCoils) holdOwnCoil(session, coil);
      const { choices, waiting, refusal } = await restoreChoices(scene.choices, 'of the scene');
      const [before, look] = [store.getState(), presentLook(simulation, view)];
      replaceChoices(store, choices);
      showLook(simulation, view, lookOfScene(scene, waiting));
      const opening = { before, after: choices, looks: { before: look, after: presentLook(simulation, view) } };
      openings = [...openings, opening].slice(-MOST_OPENINGS);
      const kept = await withKept(scene);
      if (latest === scene) opening.looks.after = { ...opening.looks.after, comparison: simulation.comparison.getState() };
      return [refusal, kept].filter((sentence) => sentence !== null).join(' ') || null;
    },
    begin(scene) {
      showLook(simulation, view, lookOfScene(scene, session.getState().waitingPulse));
      return withKept(scene);
    },
    dispose: stop,
  };
}
