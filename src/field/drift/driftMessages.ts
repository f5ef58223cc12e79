import type { FieldModel } from '../../state/choices';
import type { SearchRequest } from '../search/searchMessages';

/** What is sampled: all deviations of a method together, or one kind alone. */
export const DRIFT_SERIES = ['cap', 'cap-place', 'cap-tilt', 'cap-turn', 'navigated'] as const;
export type DriftSeriesId = (typeof DRIFT_SERIES)[number];

export interface DriftRequest {
  /** Head, coil, hold and target as for a search, which starts where the coil is. */
  readonly scene: SearchRequest;
  readonly seed: number;
  /** Poses of each series. */
  readonly count: number;
}

export interface DriftResult {
  readonly model: FieldModel;
  readonly seed: number;
  /** Size of the field at the target with the coil as it stands, per unit source. */
  readonly saved: number;
  /** The same after each time that the coil was put back, as a share of `saved`; one entry for each of `DRIFT_SERIES`. */
  readonly series: readonly Float32Array[];
  /** Mean angle [rad] by which a coil that is laid flat where the cap led it leans against the saved pose: the head is round. */
  readonly flatLean: number;
}

export type FromDriftWorker =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'found'; readonly result: DriftResult }
  | { readonly kind: 'failed'; readonly message: string };
