import { createStore } from 'zustand/vanilla';
import type { Choices } from '../../state/choices';
import type { ChoiceStore } from '../../state/store';
import { sameCoil } from './coilOfChoices';
import type { KeptScene } from './comparison';
import { PLACEMENT_KEYS, type Simulation } from './simulation';

/** The choices that a kept scene keeps; colors, layers and limits follow the present ones, so that both are seen alike. */
const KEPT_KEYS: readonly (keyof Choices)[] = [
  ...PLACEMENT_KEYS,
  'dIdt',
  'pulseShape',
  'pulseWidth',
  'pulseExpression',
  'pulseDuration',
  'stimulatorId',
];

export interface KeptSimulation {
  readonly simulation: Simulation;
  dispose(): void;
}

/**
 * The kept scene in the shape of a simulation, for whoever draws or reads one: same head, its own choices and snapshot, which never change.
 * What is chosen through its store goes to the present scene, except what belongs to the kept one. A change of the present scene while the
 * kept one alone is shown brings the present one back.
 */
export function createKeptSimulation(simulation: Simulation, kept: KeptScene): KeptSimulation {
  const { store, comparison } = simulation;
  const inner = createStore<Choices>(() => merged(store.getState(), kept.choices));
  const stop = store.subscribe((now, before) => {
    inner.setState(merged(now, kept.choices), true);
    const changed = KEPT_KEYS.some((key) => now[key] !== before[key]) || !sameCoil(now, before);
    if (changed && comparison.getState().shown === 'a') comparison.setState({ shown: 'b' });
  });
  const keptStore = {
    ...inner,
    temporal: store.temporal,
    gestures: store.gestures,
    setState: (change: Partial<Choices>) => store.setState(withoutKept(change)),
  } as ChoiceStore;
  const members = {
    store: { value: keptStore },
    snapshot: { value: () => kept.snapshot },
    subscribe: { value: () => () => {} },
    requestsSent: { value: 0 },
    offsetsTo: { value: (point: Parameters<Simulation['offsetsTo']>[0]) => simulation.offsetsTo(point) },
    fieldAtTurns: { value: () => Promise.resolve(null) },
  };
  return { simulation: Object.create(simulation, members) as Simulation, dispose: stop };
}

function merged(now: Choices, kept: Choices): Choices {
  const out: Record<string, unknown> = { ...now };
  for (const key of KEPT_KEYS) out[key] = kept[key];
  return out as unknown as Choices;
}

function withoutKept(change: Partial<Choices>): Partial<Choices> {
  return Object.fromEntries(Object.entries(change).filter(([key]) => !KEPT_KEYS.includes(key as keyof Choices)));
}
