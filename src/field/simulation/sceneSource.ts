import type { StoreApi } from 'zustand/vanilla';
import type { RigidTransform } from '../../core/rigidTransform';
import type { Vec3 } from '../../core/vec3';
import type { CoilPlace } from '../../head/coilPlace';
import type { HeadModel } from '../../head/loadHead';
import type { TapeMeasures } from '../../placement/beamF3';
import type { Offsets } from '../../placement/coilPlaces';
import type { CoilHold } from '../../placement/coilPose';
import type { PlacementMethods } from '../../placement/placementMethods';
import type { Ray } from '../../placement/scalpUnderRay';
import type { Choices, FieldModel } from '../../state/choices';
import type { Session } from '../../state/session';
import type { ChoiceStore } from '../../state/store';
import type { FieldGrid } from '../grid/fieldGrid';
import type { SearchRequest } from '../search/searchMessages';
import type { FieldResult } from './fieldMessages';
import type { SimulationSnapshot, TargetPlace } from './sceneSnapshot';

/** A scene as stage and interface see it: the present one (`Simulation`) or a kept one (`createKeptSource`). */
export interface SceneSource {
  readonly store: ChoiceStore;
  readonly session: Session;
  readonly head: HeadModel;
  /** The scene that was kept beside the present one, and what is shown of the two. */
  readonly comparison: ComparisonStore;
  readonly snapshot: () => SimulationSnapshot;
  /** Calls `listener` after every change of the snapshot, until what it returns is called. */
  readonly subscribe: (listener: () => void) => () => void;
  /** The place of the coil over a point of the scalp [m, head frame], or over the edge of where a coil can lie. */
  placeOver(point: Vec3): CoilPlace;
  /** The place after a change of the offsets, short of the edge of where a coil can lie. A slider's anchor stays; a step's follows the coil. */
  placeAfter(change: Partial<Offsets>, anchor: 'stays' | 'follows'): CoilPlace;
  /** Where a hand that pulls the coil along a ray brings it. */
  placeUnder(ray: Ray): CoilPlace;
  /** The choices that put the coil where a pose has it, as far as this head and the sliders let it, and how far that is from the pose. */
  choicesOfPose(pose: RigidTransform): PoseChoices;
  /** Where rules of the clinic put the coil on this head. */
  placementMethods(measures: TapeMeasures): PlacementMethods;
  /** A target as it lies in this head; null where the head has none of that name. */
  targetPlace(id: string): TargetPlace | null;
  /** What a search for the strongest field at the target needs to know of the scene; null until a field is there. */
  searchRequest(): SearchRequest | null;
  /** The field of the present pose by another model, beside the requests; null where it cannot be had. */
  fieldBy(model: FieldModel): Promise<FieldResult | null>;
  /** What would follow from other choices, computed beside the requests; null where it cannot be had. */
  snapshotOf(choices: Choices): Promise<SimulationSnapshot | null>;
  /** Field at the target, per unit source, for evenly spread turns of the coil about its own axis (`bestHandle`); null where it cannot be had. */
  fieldAtTurns(): Promise<Float32Array | null>;
  /** As `fieldAtTurns`, with the chosen coil over another target instead, held as told; nothing moves on the stage. */
  fieldAtTurnsOver(target: TargetPlace, hold: CoilHold): Promise<Float32Array | null>;
  /** The field with the coil in its present place but tilted as told, resting on its edge; nothing moves on the stage. Null where it cannot be had. */
  fieldAtTilt(tilt: Pick<CoilHold, 'tiltPitch' | 'tiltRoll'>): Promise<FieldResult | null>;
}

/** A pose of another program as choices. */
export interface PoseChoices {
  readonly choices: Pick<Choices, 'anchorId' | 'offsetForward' | 'offsetRight' | 'handleAngle' | 'tiltPitch' | 'tiltRoll' | 'coilDistance'>;
  /** From the pose to where the coil then is: of its center [m], and the largest turn of an axis [rad]. */
  readonly shift: number;
  readonly turn: number;
  /** Gap of the casing in the pose [m]; negative where it would lie in this head. */
  readonly gap: number;
}

/** A scene as it was when it was kept: what was chosen and what followed, and the same as a source for whoever draws or reads one. */
export interface KeptScene {
  readonly choices: Choices;
  readonly snapshot: SimulationSnapshot & { readonly field: FieldResult; readonly grid: FieldGrid };
  readonly source: SceneSource;
}

/** What the stage shows of the kept scene A and the present scene B. */
export const COMPARISON_VIEWS = ['b', 'a', 'both', 'difference'] as const;
export type ComparisonView = (typeof COMPARISON_VIEWS)[number];

/** Passing things that Undo does not touch, as the probe is. */
export interface ComparisonState {
  readonly kept: KeptScene | null;
  readonly shown: ComparisonView;
  /** Differences from -limit to +limit are told apart, in V/m. */
  readonly differenceLimit: number;
}

export type ComparisonStore = StoreApi<ComparisonState>;
