import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CoilDescription } from '../coil/coilDescription';
import type { PoseProgram } from '../coil/poses/navigationPose';
import type { NamedPose } from '../coil/poses/readPoses';
import type { FieldModel } from './choices';
import { FIRST_LEVEL_MEMORY, type LevelMemory } from './levelMemory';
import type { ProtocolMemory } from './protocolMemory';
import type { ChoiceStore } from './store';
import { firstThresholdMemory, type ThresholdMemory } from './thresholdMemory';
import type { WaitingPulse } from './typedPulseValue';

/** The map of a search: the largest value at the target per unit source, by the place of the coil. */
export interface FoundMap {
  readonly model: FieldModel;
  readonly optimum: { readonly offsetForward: number; readonly offsetRight: number; readonly handleAngle: number };
  /** Positions on the scalp, stride 3 [m, head frame]. */
  readonly map: { readonly positions: Float32Array; readonly values: Float32Array };
}

/** Poses of the coil from another program, in the order of their text. */
export interface PosesMemory {
  readonly program: PoseProgram;
  readonly list: readonly NamedPose[];
  readonly notes: readonly string[];
  readonly index: number;
}

/** What belongs to this visit and is not history: Undo does not touch it, and no choice follows from it but by its id. */
export interface SessionState {
  /** Coils that were read from files, oldest first. */
  readonly ownCoils: readonly CoilDescription[];
  /** Ids of those that the person removed: no longer offered or kept, but there for Undo. */
  readonly removedCoils: ReadonlySet<string>;
  readonly levels: LevelMemory;
  readonly protocol: ProtocolMemory;
  readonly threshold: ThresholdMemory;
  /** What the last search found, as long as the scene that it holds for stays. */
  readonly found: FoundMap | null;
  /** A formula of the last visit that was not compiled yet: it is kept for the next one, but no choice. */
  readonly waitingPulse: WaitingPulse | null;
  /** The typed pulse that was asked for last, while its parser is on its way; another choice of the pulse takes its place. */
  readonly askedPulse: object | null;
  /** Poses that were read, and which of them the coil was put to last. */
  readonly poses: PosesMemory | null;
}

export type Session = StoreApi<SessionState>;

const PULSE_KEYS = ['pulseShape', 'typedPulse', 'pulseWidth', 'stimulatorId'] as const;

/** The session beside a store of choices; `kept` is what was kept from earlier visits, such as own coils. */
export function createSession(choices: ChoiceStore, kept: Partial<SessionState> = {}): Session {
  const session = createStore<SessionState>(() => ({
    ownCoils: [],
    removedCoils: new Set<string>(),
    levels: FIRST_LEVEL_MEMORY,
    protocol: { draft: null, segment: 0 },
    threshold: firstThresholdMemory(),
    found: null,
    waitingPulse: null,
    askedPulse: null,
    poses: null,
    ...kept,
  }));
  choices.subscribe((now, before) => {
    // A draft ends for good when another protocol takes the place of the one it was to change.
    if (now.protocol !== before.protocol) session.setState(({ protocol }) => ({ protocol: { ...protocol, draft: null } }));
    if (PULSE_KEYS.every((key) => now[key] === before[key])) return;
    const { waitingPulse } = session.getState();
    const stays = waitingPulse !== null && now.typedPulse === before.typedPulse;
    session.setState({ askedPulse: null, waitingPulse: stays ? { ...waitingPulse, chosen: false } : null });
  });
  return session;
}
