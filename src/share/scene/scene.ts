import type { CoilDescription } from '../../coil/coilDescription';
import type { Vec3 } from '../../core/vec3';
import type { SulcusDirection } from '../../dose/threshold/membraneConstants';
import { KEPT_KEYS } from '../../field/simulation/keptSource';
import type { ComparisonView } from '../../field/simulation/sceneSource';
import { type CameraPlace, FIRST_CAMERA } from '../../state/cameraPlace';
import { EDITED_COIL_ID, EDITED_COIL_PARAMETERS } from '../../state/editedCoil';
import { FIRST_LEVEL_MEMORY, type LevelMemory } from '../../state/levelMemory';
import { FIRST_WRITTEN, type WrittenChoices } from '../../state/storedChoices';
import { FIRST_SUBJECT, FIRST_THRESHOLD } from '../../state/thresholdMemory';
import type { LevelId, StripTab } from '../../state/viewStore';

/** How the part of a link begins that holds a scene. */
export const LINK_START = '#s=';

/** The version of the value that is written; what is missing in an older one has its first value. */
export const SCENE_VERSION = 1;

/** What is looked at and pointed at. */
export interface SceneView {
  readonly camera: CameraPlace;
  readonly stripTab: StripTab;
  readonly level: LevelId | null;
  /** The moment of the pulse that is looked at [s from its start], or null. */
  readonly pulseTime: number | null;
  readonly currentDirection: SulcusDirection;
  /** The pinned probe [m, head frame], or null. */
  readonly probe: Vec3 | null;
  /** The segment of the session that the protocol editor shows. */
  readonly segment: number;
}

/** The hunt for a threshold; its seed fixes the person and every trial. */
export interface SceneHunt {
  readonly seed: number;
  /** Output (fraction of the maximum) and coupling of every pulse so far; in files only. */
  readonly trials: readonly (readonly [output: number, coupling: number])[];
  /** What was named as the threshold, and the truth then; in files only. */
  readonly answer: { readonly estimate: number; readonly truth: number } | null;
  readonly motorThreshold: { readonly value: number; readonly found: boolean };
}

/** The choices that a kept scene keeps (`KEPT_KEYS` of the kept source, and what the coil editor says). */
export type KeptChoices = Partial<WrittenChoices>;

export interface SceneComparison {
  readonly kept: KeptChoices | null;
  readonly shown: ComparisonView;
  readonly differenceLimit: number;
}

/** Everything that is needed to come back to what is seen: a value, that a link, a file and a picture carry. SI units. */
export interface Scene {
  readonly choices: WrittenChoices;
  readonly view: SceneView;
  readonly levels: LevelMemory;
  readonly hunt: SceneHunt;
  readonly comparison: SceneComparison;
  /** Own coils that the scene uses; in files only. */
  readonly ownCoils: readonly CoilDescription[];
}

/** What a visitor sees who chose nothing. */
export const FIRST_SCENE: Scene = {
  choices: FIRST_WRITTEN,
  view: {
    camera: FIRST_CAMERA,
    stripTab: 'plots',
    level: null,
    pulseTime: null,
    currentDirection: 'posterior-anterior',
    probe: null,
    segment: 0,
  },
  levels: FIRST_LEVEL_MEMORY,
  hunt: { seed: FIRST_SUBJECT, trials: [], answer: null, motorThreshold: FIRST_THRESHOLD },
  comparison: { kept: null, shown: 'b', differenceLimit: 40 },
  ownCoils: [],
};

/** The scene without what only a file holds. */
export const withoutFileParts = (scene: Scene): Scene => ({
  ...scene,
  hunt: { ...scene.hunt, trials: [], answer: null },
  ownCoils: [],
});

const TYPED_KEYS = ['pulseExpression', 'pulseDuration'];
const EDITED_KEYS = Object.keys(EDITED_COIL_PARAMETERS);

/** What of choices a kept scene keeps; the rest follows the present scene, or is not in use. */
export function keptOf(choices: WrittenChoices): KeptChoices {
  const keys = new Set<string>([
    ...KEPT_KEYS.filter((key) => key !== 'typedPulse'),
    ...(choices.pulseShape === 'typed' ? TYPED_KEYS : []),
    ...(choices.coilId === EDITED_COIL_ID ? EDITED_KEYS : []),
  ]);
  return Object.fromEntries(Object.entries(choices).filter(([key]) => keys.has(key)));
}
