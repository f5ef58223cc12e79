import type { Vec3 } from '../../src/core/vec3';
import { createComparison } from '../../src/field/simulation/comparison';
import type { FieldResult, FieldSummary } from '../../src/field/simulation/fieldMessages';
import type { SimulationSnapshot } from '../../src/field/simulation/sceneSnapshot';
import type { SceneSource } from '../../src/field/simulation/sceneSource';
import { type Choices, type FieldModel, INITIAL_CHOICES } from '../../src/state/choices';
import { createChoiceStore } from '../../src/state/store';

const measures = (scale: number) => ({
  peak: 0.9e-6 * scale,
  maximum: 1e-6 * scale,
  maximumPoint: [0.01 * scale, 0, 0.07] as Vec3,
  hotSpotCenter: [0, 0, 0.07] as Vec3,
  areaAboveHalf: 1e-3,
});

/** Per unit source: (0.3, 0, -0.4) µV/m all around the target, whose normal is +z, so |E| 0.5, normal -0.4, tangential 0.3. */
export const SUMMARY: FieldSummary = {
  ...measures(1),
  atTarget: { vector: [0.3e-6, 0, -0.4e-6], magnitude: 0.5e-6, normal: -0.4e-6, tangential: 0.3e-6 },
  normal: { ...measures(0.8), maximum: -0.8e-6 },
  tangential: measures(0.6),
};

export const fakeField = (model: FieldModel, request = 1): FieldResult =>
  ({
    model,
    request,
    values: new Float32Array(3),
    onCortex: null,
    texels: new Uint16Array(4),
    summary: SUMMARY,
    maximum: 2e-6,
  }) as unknown as FieldResult;

/** The present scene without head, worker and coil: what is published is what it shows. */
export function fakeScene(initial: Partial<Choices> = {}, change: Partial<SimulationSnapshot> = {}) {
  const store = createChoiceStore({ ...INITIAL_CHOICES, ...initial });
  const listeners = new Set<() => void>();
  let snapshot = {
    coil: { name: 'A coil' },
    target: { label: 'F3', cortex: [0, 0, 0.07] as Vec3 },
    place: { position: [0, 0, 0.085] as Vec3, normal: [0, 0, 1] as Vec3 },
    under: {
      nearTarget: true,
      electrode: { id: 'Cz', label: 'Cz', position: [0, 0, 0.085] as Vec3 },
      limit: null,
      cortex: [-0.001, 0, 0.07] as Vec3,
      region: null,
    },
    pose: {},
    request: 1,
    field: fakeField(store.getState().fieldModel),
    grid: { dimensions: [1, 1, 1] },
    operator: { phase: 'ready' },
    rows: { phase: 'ready' },
    slopes: { phase: 'loading', share: 0 },
    blocks: null,
    trouble: null,
    ...change,
  } as unknown as SimulationSnapshot;
  const source = {
    store,
    comparison: createComparison(store),
    snapshot: () => snapshot,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    fieldBy: () => Promise.resolve(null),
  } as unknown as SceneSource;
  const publish = (next: Partial<SimulationSnapshot>): void => {
    snapshot = { ...snapshot, ...next };
    for (const listener of listeners) listener();
  };
  return { source, store, publish, comparison: source.comparison };
}
