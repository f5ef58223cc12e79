import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { stimulatorById } from '../coil/stimulatorLibrary';
import { chosenColorScale } from '../field/color/chosenColorScale';
import type { ColorScale } from '../field/color/colorScale';
import { type Readouts, readouts, sourceAmplitude, unitOfModel } from '../field/measures/readouts';
import { maximumRate, pulseOfChoices, pulseShapeKey } from '../field/pulse/pulseOfChoices';
import { pictureChoices } from '../field/simulation/pictureChoices';
import type { SimulationSnapshot } from '../field/simulation/sceneSnapshot';
import type { Simulation } from '../field/simulation/simulation';
import type { Choices, FieldModel } from '../state/choices';
import type { ViewState, ViewStore } from '../state/viewStore';

/** What the interface needs of the simulation: its choices, its head, and the latest snapshot. */
export type SimulationForInterface = Pick<
  Simulation,
  | 'store'
  | 'head'
  | 'snapshot'
  | 'subscribe'
  | 'comparison'
  | 'fieldAtTurns'
  | 'fieldAtTurnsOver'
  | 'offsetsTo'
  | 'placementMethods'
  | 'searchRequest'
  | 'targetPlace'
>;

type Pulse = ReturnType<typeof pulseOfChoices>;

export interface InterfaceContext {
  readonly simulation: SimulationForInterface;
  readonly view: ViewStore;
}

export const AppContext = createContext<InterfaceContext | null>(null);

export function useApp(): InterfaceContext {
  const context = useContext(AppContext);
  if (!context) throw new Error('useApp: the component must stand inside App.');
  return context;
}

/** One choice, or something that follows from them by `select`; the component renders again only when that changes. */
export function useChoice<T>(select: (choices: Choices) => T): T {
  return useStore(useApp().simulation.store, select);
}

/** Like `useChoice`, of the choices as the stage draws them: a level beside it may lend it its own. */
export function usePictureChoice<T>(select: (choices: Choices) => T): T {
  const level = useView((view) => view.level);
  const currentDirection = useView((view) => view.currentDirection);
  return useChoice((choices) => select(pictureChoices(choices, { level, currentDirection })));
}

export function useView<T>(select: (view: ViewState) => T): T {
  return useStore(useApp().view, select);
}

/** One member of the snapshot; members are replaced as a whole, so that identity tells of a change. */
export function useSnapshot<K extends keyof SimulationSnapshot>(key: K): SimulationSnapshot[K] {
  const { simulation } = useApp();
  return useSyncExternalStore(simulation.subscribe, () => simulation.snapshot()[key]);
}

/** The summary measures as shown, or null until the first field is there. */
export function useReadouts(): Readouts | null {
  const field = useSnapshot('field');
  const target = useSnapshot('target');
  const { store } = useApp().simulation;
  // The measures follow from the choices through these two: other choices render nothing again.
  const source = useChoice((choices) => (field ? sourceAmplitude(field.model, choices) : 0));
  const component = useChoice((choices) => choices.fieldComponent);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `source` and `component` stand for the choices.
  return useMemo(() => readouts({ field, target }, store.getState()), [field, target, source, component, store]);
}

/** The model of the field that is shown: the chosen one, or what stands in for it until it can be computed. */
export function useShownModel(): FieldModel {
  const chosen = useChoice((choices) => choices.fieldModel);
  return useSnapshot('field')?.model ?? chosen;
}

/** The unit that the picture shows now: that of the chosen model. */
export const useUnit = (): 'V/m' | 'T' => useChoice((choices) => unitOfModel(choices.fieldModel));

/** The scale that colors the cortex now; the same object as the surface's by construction. */
export function useColorScale(): ColorScale {
  const unit = useUnit();
  const { simulation, view } = useApp();
  const key = usePictureChoice((c) =>
    JSON.stringify([c.colorMap, c.fieldLimit, c.fluxLimit, c.fieldComponent, c.logScale, c.greyBelowThreshold, c.thresholdField]),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the choices that the scale follows from.
  return useMemo(() => chosenColorScale(pictureChoices(simulation.store.getState(), view.getState()), unit), [key, unit, simulation, view]);
}

/** The pulse as chosen: it follows from intensity, shape, width, stimulator and coil alone. */
export function usePulse(): Pulse {
  const { store } = useApp().simulation;
  const key = useChoice((choices) => `${choices.dIdt} ${pulseShapeKey(choices)}`);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the choices that the pulse depends on.
  return useMemo(() => pulseOfChoices(store.getState()), [store, key]);
}

/** Largest dI/dt of the chosen stimulator with its coil, A/s. */
export const useMaximumRate = (): number => useChoice((choices) => maximumRate(stimulatorById(choices.stimulatorId)));

/** Smallest text size of the theme in CSS pixels, as `--size-1` in theme.css. */
export const useTextSize = (): number => useChoice((choices) => (choices.theme === 'projector' ? 20 : 12));
