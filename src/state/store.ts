import { type TemporalState, temporal } from 'zundo';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Choices, INITIAL_CHOICES } from './choices';
import { type Gesture, Gestures } from './gestures';
import { clampParameter, PARAMETER_IDS } from './parameters';

/** The store of choices, with its history. */
export type ChoiceStore = StoreApi<Choices> & { temporal: StoreApi<TemporalState<Choices>>; gestures: Gestures<Choices> };

/** How many steps Undo can take back. */
const HISTORY_LENGTH = 200;

/** A store that starts from `initial`; every change is one step of the history unless it lies inside a gesture. */
export function createChoiceStore(initial: Choices = INITIAL_CHOICES): ChoiceStore {
  const store = createStore<Choices>()(temporal(() => initial, { limit: HISTORY_LENGTH, equality: sameChoices }));
  const history = store.temporal;
  const gestures = new Gestures<Choices>({
    now: store.getState,
    same: sameChoices,
    restore: (choices) => store.setState(choices, true),
    pause: () => history.getState().pause(),
    resume: () => history.getState().resume(),
    // The history keeps the states that changes leave behind; a gesture leaves the one it began with.
    addStep: (before) => addStep(history, before),
  });
  return Object.assign(store, { gestures });
}

const addStep = (history: ChoiceStore['temporal'], before: Choices): void =>
  history.setState({ pastStates: [...history.getState().pastStates, before].slice(-HISTORY_LENGTH), futureStates: [] });

/** Changes some choices; numbers are brought within their limits. */
export function choose(store: ChoiceStore, change: Partial<Choices>): void {
  const next: Record<string, unknown> = { ...change };
  for (const id of PARAMETER_IDS) if (id in next) next[id] = clampParameter(id, next[id] as number);
  store.setState(next as Partial<Choices>);
}

/** Back to the first picture, as one step that Undo takes back; the theme stays. */
export function resetAll(store: ChoiceStore): void {
  store.setState({ ...INITIAL_CHOICES, theme: store.getState().theme });
}

/** Puts other choices in the place of the present ones: one step of the history, also where they are the same and something beside them changes. */
export function replaceChoices(store: ChoiceStore, next: Choices): void {
  store.gestures.interrupt(() => {
    const before = store.getState();
    const history = store.temporal.getState();
    history.pause();
    store.setState(next, true);
    history.resume();
    addStep(store.temporal, before);
  });
}

/** From here to the end of the gesture all changes (a drag, a held key) make one step of the history. */
export const beginGesture = (store: ChoiceStore): Gesture => store.gestures.begin();

export const undo = (store: ChoiceStore): void => store.gestures.interrupt(() => store.temporal.getState().undo());
export const redo = (store: ChoiceStore): void => store.gestures.interrupt(() => store.temporal.getState().redo());

export function sameChoices(a: Choices, b: Choices): boolean {
  return (Object.keys(a) as (keyof Choices)[]).every((key) => Object.is(a[key], b[key]));
}
