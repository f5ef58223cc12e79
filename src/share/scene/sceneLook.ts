import { keepScene } from '../../field/simulation/comparison';
import { dataState } from '../../field/simulation/modelLadder';
import type { ComparisonState, SceneSource } from '../../field/simulation/sceneSource';
import { restoreChoices } from '../../state/choiceStorage';
import type { FieldModel } from '../../state/choices';
import type { SessionState } from '../../state/session';
import { writtenChoices } from '../../state/storedChoices';
import { freshHunt } from '../../state/thresholdMemory';
import type { WaitingPulse } from '../../state/typedPulseValue';
import { sendCameraTo, type ViewState, type ViewStore } from '../../state/viewStore';
import type { Scene } from './scene';

const VIEW_KEYS = ['camera', 'stripTab', 'level', 'pulseTime', 'currentDirection', 'probe', 'probePinned'] as const;
const SESSION_KEYS = ['levels', 'protocol', 'threshold', 'waitingPulse'] as const;

/** What a scene has beside its choices, as the stores hold it. */
export interface Look {
  readonly view: Pick<ViewState, (typeof VIEW_KEYS)[number]>;
  readonly session: Pick<SessionState, (typeof SESSION_KEYS)[number]>;
  readonly comparison: ComparisonState;
}

const pick = <T extends object, K extends keyof T>(value: T, keys: readonly K[]): Pick<T, K> =>
  Object.fromEntries(keys.map((key) => [key, value[key]])) as Pick<T, K>;

/** The look of the present moment. */
export const presentLook = ({ session, comparison }: SceneSource, view: ViewStore): Look => ({
  view: pick(view.getState(), VIEW_KEYS),
  session: pick(session.getState(), SESSION_KEYS),
  comparison: comparison.getState(),
});

/** The look of a scene that was written down, but for its kept scene, which has to be computed first. */
export function lookOfScene({ view, levels, hunt, comparison }: Scene, waitingPulse: WaitingPulse | null): Look {
  const { segment, ...seen } = view;
  const fresh = freshHunt(hunt.seed);
  for (const [output, coupling] of hunt.trials) fresh.game.stimulate(output, coupling);
  const threshold = { ...fresh, trials: hunt.trials.length, answer: hunt.answer, motorThreshold: hunt.motorThreshold };
  return {
    view: { ...seen, probePinned: seen.probe !== null },
    session: { levels, protocol: { draft: null, segment }, threshold, waitingPulse },
    comparison: { kept: null, shown: 'b', differenceLimit: comparison.differenceLimit },
  };
}

export function showLook({ session, comparison }: SceneSource, view: ViewStore, look: Look): void {
  session.setState(look.session);
  comparison.setState(look.comparison);
  const { camera, ...seen } = look.view;
  view.setState(seen);
  sendCameraTo(view, camera);
}

/** Said where the kept scene cannot be computed. */
const NOT_KEPT = 'The kept scene A could not be computed again; the present scene stands alone.';

/** Resolves when the worker is there, and the files that the model needs, or they were refused. */
function readyFor(simulation: SceneSource, model: FieldModel): Promise<void> {
  const isReady = (): boolean => {
    const snapshot = simulation.snapshot();
    return snapshot.field !== null && dataState(model, snapshot).phase !== 'loading';
  };
  return new Promise((resolve) => {
    let stop = (): void => {};
    const look = (): void => {
      if (!isReady()) return;
      stop();
      resolve();
    };
    stop = simulation.subscribe(look);
    look();
  });
}

/**
 * Computes the kept scene of a scene that was opened and shows it as the scene says, unless `isLatest` says by then that something else was opened.
 * One sentence where it cannot be had.
 */
export async function restoreKept(
  simulation: SceneSource,
  { kept, shown }: Scene['comparison'],
  isLatest: () => boolean,
): Promise<string | null> {
  if (!kept) return null;
  const present = simulation.store.getState();
  const { choices } = await restoreChoices({ ...writtenChoices(present), ...kept }, 'of the kept scene');
  await readyFor(simulation, choices.fieldModel);
  const snapshot = isLatest() ? await simulation.snapshotOf(choices) : null;
  if (!isLatest() || simulation.comparison.getState().kept) return null;
  if (!snapshot || !keepScene(simulation, choices, snapshot)) return NOT_KEPT;
  simulation.comparison.setState({ shown });
  return null;
}
