import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { largestRate } from '../coil/coilRates';
import { stimulatorById } from '../coil/stimulatorLibrary';
import type { Sourced } from '../core/sourced';
import { THEME_STYLES } from '../core/themeStyles';
import { chosenColorScale } from '../field/color/chosenColorScale';
import type { ColorScale } from '../field/color/colorScale';
import { type Readouts, readouts, sourceAmplitude } from '../field/measures/readouts';
import { fieldUnderCoil } from '../field/measures/underCoil';
import { pulseOfChoices, pulseShapeKey } from '../field/pulse/pulseOfChoices';
import { isCurrent } from '../field/simulation/isCurrent';
import { type FieldUnit, shownModel, unitOfModel } from '../field/simulation/modelLadder';
import { pictureChoices } from '../field/simulation/pictureChoices';
import type { SimulationSnapshot } from '../field/simulation/sceneSnapshot';
import type { SceneSource } from '../field/simulation/sceneSource';
import { type ControlId, NO_PARAMETERS, offers, type StartParameters } from '../share/address/startParameters';
import type { SceneOpener } from '../share/scene/sceneOpener';
import type { Choices, FieldComponent, FieldModel } from '../state/choices';
import type { Session, SessionState } from '../state/session';
import type { ViewState, ViewStore } from '../state/viewStore';
import { useMedia } from './controls/useMedia';

type Pulse = ReturnType<typeof pulseOfChoices>;

export interface InterfaceContext {
  /** The scene that is read: the present one, or inside `ShownScene` the one that is seen. */
  readonly simulation: SceneSource;
  readonly view: ViewStore;
  /** Opens a file with a scene; one sentence about what of it could not be had, or null. */
  readonly openScene?: (file: File) => Promise<string | null>;
  /** Opens what composes figures. */
  readonly composeFigure?: () => void;
  /** Opens the scenes of lessons; left out where there are none. */
  readonly opener?: SceneOpener;
  /** What the address asks for. */
  readonly page?: StartParameters;
}

export const AppContext = createContext<InterfaceContext | null>(null);

export function useApp(): InterfaceContext {
  const context = useContext(AppContext);
  if (!context) throw new Error('useApp: the component must stand inside App.');
  return context;
}

/** What is offered now: what the address asks for, or a lesson in its place. */
export function useOffered(): StartParameters {
  const { page = NO_PARAMETERS } = useApp();
  const held = useView((view) => view.lessonHold?.offered ?? null);
  return useMemo(() => (held ? { ...page, controls: held as ReadonlySet<ControlId> } : page), [page, held]);
}

/** Whether a part of the page is offered: a link or a lesson may leave some out. */
export const useOffers = (id: ControlId): boolean => offers(useOffered(), id);

/** Whether a lesson keeps the numbers of the field back until the learner has committed. */
export const useKeptBack = (): boolean => useView((view) => view.lessonHold?.hides != null);

/** One choice, or something that follows from them by `select`; the component renders again only when that changes. */
export function useChoice<T>(select: (choices: Choices) => T): T {
  return useStore(useApp().simulation.store, select);
}

/** Like `useChoice`, of the choices as the stage draws them: a level beside it may lend it its own. */
export function usePictureChoice<T>(select: (choices: Choices) => T): T {
  const level = useView((view) => view.level);
  const currentDirection = useView((view) => view.currentDirection);
  const lessonHold = useView((view) => view.lessonHold);
  const field = useSnapshot('field');
  return useChoice((choices) => select(pictureChoices(choices, { level, currentDirection, lessonHold }, field)));
}

/** The session, and something of it; the component renders again only when that changes. */
export function useSession<T>(select: (state: SessionState) => T): { readonly session: Session; readonly value: T } {
  const { session } = useApp().simulation;
  return { session, value: useStore(session, select) };
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

/** The field under the coil as shown, or null until the first one is there. `component`: as if that were shown. */
export function useFieldUnderCoil(component?: FieldComponent): number | null {
  const field = useSnapshot('field');
  const grid = useSnapshot('grid');
  const under = useSnapshot('under');
  const { cortex } = useApp().simulation.head;
  return useChoice((choices) =>
    fieldUnderCoil({ field, grid, under }, cortex, component ? { ...choices, fieldComponent: component } : choices),
  );
}

/** The model of the field that is shown: the chosen one, or what stands in for it until it can be computed. */
export function useShownModel(): FieldModel {
  const field = useSnapshot('field');
  return useChoice((choices) => shownModel(field, choices));
}

/** The unit that the picture shows now. */
export const useUnit = (): FieldUnit => unitOfModel(useShownModel());

/** The scale that colors the cortex now: the very object that the surface has. `component`: as if that were colored. */
export function useColorScale(component?: FieldComponent): ColorScale {
  const unit = useUnit();
  return usePictureChoice((choices) => chosenColorScale(component ? { ...choices, fieldComponent: component } : choices, unit));
}

/** Whether the field is the latest, by the chosen model. */
export function useIsCurrent(): boolean {
  const { simulation } = useApp();
  return useSyncExternalStore(simulation.subscribe, () => isCurrent(simulation.snapshot(), simulation.store.getState()));
}

/** The pulse as chosen: it follows from intensity, shape, width, stimulator and coil alone. */
export function usePulse(): Pulse {
  const { store } = useApp().simulation;
  const key = useChoice((choices) => `${choices.dIdt} ${pulseShapeKey(choices)}`);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the choices that the pulse depends on.
  return useMemo(() => pulseOfChoices(store.getState()), [store, key]);
}

/** Largest dI/dt of the chosen stimulator with the coil in use [A/s]; null where the pair is unknown. */
export function useLargestRate(): Sourced<number> | null {
  const coil = useSnapshot('coil');
  return largestRate(stimulatorById(useChoice((choices) => choices.stimulatorId)), coil);
}

export const useMaximumRate = (): number | null => useLargestRate()?.value ?? null;

/** The windows in which everything is larger, as in `theme.css`, and how much. */
const LARGER = [
  ['(min-width: 3400px) and (min-height: 1800px)', 2],
  ['(min-width: 2400px) and (min-height: 1250px)', 1.4],
] as const;

/** Smallest text size of the theme in CSS pixels, `--size-1`. */
export function useTextSize(): number {
  const [most, more] = [useMedia(LARGER[0][0]), useMedia(LARGER[1][0])];
  const large = most ? LARGER[0][1] : more ? LARGER[1][1] : 1;
  return large * useChoice((choices) => THEME_STYLES[choices.theme].sizes[0]);
}
