import safety from '../../../models/evidence/safety.json';
import type { Sourced } from '../../core/sourced';
import type { SourcedText } from '../aftereffect/aftereffectData';

export interface SeizureFigure {
  readonly id: string;
  readonly label: string;
  /** Per session or per patient: see its unit. */
  readonly rate: Sourced<number>;
  readonly interval?: Sourced<readonly [number, number]>;
  readonly events?: Sourced<number>;
  readonly exposure?: Sourced<number>;
}

export interface SideEffect {
  readonly id: string;
  readonly label: string;
  readonly arms: readonly { readonly label: string; readonly share: Sourced<number> }[];
}

export interface SoundLevel {
  readonly id: string;
  readonly label: string;
  /** Lowest and highest of the coils measured, decibel. */
  readonly level: Sourced<readonly [number, number]>;
  readonly distance: Sourced<number>;
}

export interface RingMaterial {
  readonly id: string;
  readonly label: string;
  readonly resistivity: Sourced<number>;
}

export const safetyData = safety as unknown as {
  readonly seizures: readonly SeizureFigure[];
  readonly seizureNotes: readonly SourcedText[];
  readonly sideEffects: readonly SideEffect[];
  readonly pain: readonly { readonly label: string; readonly score: Sourced<number> }[];
  readonly sound: readonly SoundLevel[];
  readonly soundNotes: readonly SourcedText[];
  readonly otherEffects: readonly SourcedText[];
  /** Distance inside which metal that cannot be removed is a contraindication of the labels. */
  readonly metalDistance: Sourced<number>;
  readonly ringMaterials: readonly RingMaterial[];
};
