import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Vec3 } from '../core/vec3';
import type { SulcusDirection } from '../dose/threshold/membraneConstants';
import { type CameraPlace, FIRST_CAMERA } from './cameraPlace';

/** Where the camera can be sent: left, right, anterior, posterior, superior, the three-quarter first view, and onto the target. */
export const VIEW_PRESETS = ['start', 'target', 'left', 'right', 'anterior', 'posterior', 'superior'] as const;
export type ViewPreset = (typeof VIEW_PRESETS)[number];

/** The pages of the strip below the stage. */
export const STRIP_TABS = ['plots', 'target', 'coils', 'regions', 'compare'] as const;
export type StripTab = (typeof STRIP_TABS)[number];

/** A dot laid on the scalp; `color` as CSS writes it, `radius` in metres. */
export interface ScalpDot {
  readonly position: Vec3;
  readonly color: string;
  readonly radius: number;
  /** A letter or digit beside the dot. */
  readonly mark?: string;
}

/** From the microsecond to the month: the screens of the levels of time. */
export const LEVEL_IDS = ['pulse', 'threshold', 'protocol', 'aftereffect', 'course', 'safety', 'claims'] as const;
export type LevelId = (typeof LEVEL_IDS)[number];

/** The screens that stand beside the stage, since what is changed there is seen on it; the others cover it. */
const BESIDE_STAGE: ReadonlySet<LevelId | null> = new Set<LevelId>(['pulse', 'threshold']);
export const standsBeside = (level: LevelId | null): boolean => BESIDE_STAGE.has(level);

/** `serial` grows so that the same can be asked for again; `place` is where `preset` 'place' sends the camera. */
export interface CameraCommand {
  readonly preset: ViewPreset | 'zoomIn' | 'zoomOut' | 'place';
  readonly place?: CameraPlace;
  readonly serial: number;
}

/** What an open lesson holds the page to. */
export interface LessonHold {
  /** Parts of the page that are offered; null: as many as without a lesson. */
  readonly offered: ReadonlySet<string> | null;
  /** What is kept back until the learner has committed: colors and numbers of the field, or its numbers alone. */
  readonly hides: 'field' | 'numbers' | null;
}

/** What of the lessons is open: the shelf, perhaps with a file that was dropped, or one lesson. */
export type OpenLessons = { readonly place: 'shelf'; readonly file?: File } | { readonly place: 'lesson'; readonly id: string };

/** What is pointed at and looked at: passing things that Undo does not touch. */
export interface ViewState {
  /** The last camera command. */
  readonly command: CameraCommand;
  /** Where the camera stands, or stood when it last came to rest. */
  readonly camera: CameraPlace;
  /** Cortical point under the pointer [m, head frame], or null. */
  readonly probe: Vec3 | null;
  /** Whether the probe stays where it is while the pointer goes elsewhere. */
  readonly probePinned: boolean;
  /** What the strip below the stage shows. */
  readonly stripTab: StripTab;
  /** Places that rules of the clinic name, and the map of the last search. */
  readonly methodDots: readonly ScalpDot[];
  readonly searchDots: readonly ScalpDot[];
  /** One sentence about what could not be done, until it is dismissed. */
  readonly problem: string | null;
  /** The level of time that is open, or null. */
  readonly level: LevelId | null;
  /** The moment of the pulse that is looked at [s from its start], or null. */
  readonly pulseTime: number | null;
  /** Whether numbers show in full that something stands behind them, and its grade. */
  readonly showSources: boolean;
  readonly lessons: OpenLessons | null;
  readonly lessonHold: LessonHold | null;
  /** What a lesson lays on the head: the learner's answer and the true one. */
  readonly lessonDots: readonly ScalpDot[];
  /** Direction of the current across the central sulcus that the rule of activation takes. */
  readonly currentDirection: SulcusDirection;
}

export type ViewStore = StoreApi<ViewState>;

export const createViewStore = (): ViewStore =>
  createStore<ViewState>(() => ({
    command: { preset: 'start', serial: 0 },
    camera: FIRST_CAMERA,
    probe: null,
    probePinned: false,
    stripTab: 'plots',
    methodDots: [],
    searchDots: [],
    problem: null,
    level: null,
    pulseTime: null,
    showSources: false,
    lessons: null,
    lessonHold: null,
    lessonDots: [],
    currentDirection: 'posterior-anterior',
  }));

/** The moment whose arrows are shown [s]: the pulse screen opens at its start; null: the field at its largest. */
export const shownMoment = ({ level, pulseTime }: Pick<ViewState, 'level' | 'pulseTime'>): number | null =>
  pulseTime ?? (level === 'pulse' ? 0 : null);

export function sendCamera(view: ViewStore, preset: Exclude<CameraCommand['preset'], 'place'>): void {
  view.setState({ command: { preset, serial: view.getState().command.serial + 1 } });
}

/** Sends the camera to a place that was written down. */
export function sendCameraTo(view: ViewStore, place: CameraPlace): void {
  view.setState({ camera: place, command: { preset: 'place', place, serial: view.getState().command.serial + 1 } });
}
