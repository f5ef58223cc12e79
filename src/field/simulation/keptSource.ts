import type { Choices } from '../../state/choices';
import type { ChoiceStore } from '../../state/store';
import { sameCoil } from './coilOfChoices';
import { PLACEMENT_KEYS } from './placementKeys';
import type { SimulationSnapshot } from './sceneSnapshot';
import type { SceneSource } from './sceneSource';

/** The choices that a kept scene keeps; colors, layers and limits follow the present ones, so that both are seen alike. */
export const KEPT_KEYS: readonly (keyof Choices)[] = [...PLACEMENT_KEYS, 'dIdt', 'pulseShape', 'pulseWidth', 'typedPulse', 'stimulatorId'];

/** Whether two states of the choices mean another scene, not the same one in other colors. */
export const otherScene = (a: Choices, b: Choices): boolean => KEPT_KEYS.some((key) => a[key] !== b[key]) || !sameCoil(a, b);

/** A kept scene as a source: the head of `present`, its own choices and snapshot, which never change. */
export function createKeptSource(present: SceneSource, choices: Choices, snapshot: SimulationSnapshot): SceneSource {
  return {
    store: keptStore(present.store, choices),
    session: present.session,
    head: present.head,
    comparison: present.comparison,
    snapshot: () => snapshot,
    subscribe: () => () => {},
    placeOver: (point) => present.placeOver(point),
    placeAfter: (change, anchor) => present.placeAfter(change, anchor),
    placeUnder: (ray) => present.placeUnder(ray),
    choicesOfPose: (pose) => present.choicesOfPose(pose),
    placementMethods: (measures) => present.placementMethods(measures),
    targetPlace: (id) => present.targetPlace(id),
    // The worker computes for the present scene alone.
    searchRequest: () => null,
    fieldBy: () => Promise.resolve(null),
    snapshotOf: () => Promise.resolve(null),
    fieldAtTurns: () => Promise.resolve(null),
    fieldAtTurnsOver: () => Promise.resolve(null),
    fieldAtTilt: () => Promise.resolve(null),
  };
}

/** A view of the present choices with the kept ones in their places. What is chosen through it goes to the present scene, except what is kept. */
function keptStore(store: ChoiceStore, kept: Choices): ChoiceStore {
  // Who asks twice between two changes gets the same object, as from every store.
  const known = new WeakMap<Choices, Choices>();
  const view = (now: Choices): Choices => {
    const merged = known.get(now) ?? merge(now, kept);
    known.set(now, merged);
    return merged;
  };
  return {
    temporal: store.temporal,
    gestures: store.gestures,
    getState: () => view(store.getState()),
    getInitialState: () => view(store.getInitialState()),
    subscribe: (listener) => store.subscribe((now, before) => listener(view(now), view(before))),
    setState: (change: Partial<Choices> | ((now: Choices) => Partial<Choices>)) =>
      store.setState(withoutKept(typeof change === 'function' ? change(view(store.getState())) : change)),
  };
}

function merge(now: Choices, kept: Choices): Choices {
  const out: Record<string, unknown> = { ...now };
  for (const key of KEPT_KEYS) out[key] = kept[key];
  return out as unknown as Choices;
}

const withoutKept = (change: Partial<Choices>): Partial<Choices> =>
  Object.fromEntries(Object.entries(change).filter(([key]) => !KEPT_KEYS.includes(key as keyof Choices)));
