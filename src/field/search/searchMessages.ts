import type { Vec3 } from '../../core/vec3';
import type { Surface } from '../../head/surface';
import type { Dipoles } from '../../physics/dipoles';
import type { TissueFactors } from '../../physics/folded/foldedSlopes';
import type { CoilHold } from '../../placement/coilPose';
import type { SearchResult } from '../../placement/searchPoses';
import type { FieldModel } from '../../state/choices';
import type { TargetCell } from '../grid/targetField';
import type { HeadData } from '../simulation/headData';

/** All that a search needs; it starts a worker with this and throws the worker away afterwards. */
export interface SearchRequest {
  /** What is shown now: the sphere where the head's files are still on their way. */
  readonly model: FieldModel;
  /** Conductivities of the folded cortex over its own, as in the field that is shown. */
  readonly factors: TissueFactors;
  /** The files that the model is computed from. */
  readonly data: ReadonlyMap<HeadData, Uint8Array>;
  readonly sphereCenter: Vec3;
  readonly drawnScalp: Surface;
  readonly smoothScalp: Surface;
  /** Scalp point of the target [m]. */
  readonly start: Vec3;
  readonly target: readonly TargetCell[];
  readonly dipoles: Dipoles;
  readonly casing: ArrayLike<number>;
  readonly hold: CoilHold;
}

export type FromSearchWorker =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'found'; readonly result: SearchResult }
  | { readonly kind: 'failed'; readonly message: string };
