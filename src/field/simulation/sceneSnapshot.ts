import type { CoilDescription } from '../../coil/coilDescription';
import type { RigidTransform } from '../../core/rigidTransform';
import type { Vec3 } from '../../core/vec3';
import type { Region } from '../../head/regions';
import type { TissueGrid } from '../../physics/folded/tissueGrid';
import type { Surroundings } from '../../placement/coilPlaces';
import type { ScalpPoint } from '../../placement/scalpQueries';
import type { FieldGrid } from '../grid/fieldGrid';
import type { FieldResult } from './fieldMessages';
import type { DataState } from './headData';

/** The target as it lies in this head. */
export interface TargetPlace {
  readonly id: string;
  readonly label: string;
  readonly kind: 'scalp' | 'cortex';
  /** Where the coil center goes: the scalp point of a scalp target, the scalp point nearest to a cortical one. */
  readonly scalp: ScalpPoint;
  /** Where the field is read: the cortical vertex nearest to the target (for a scalp target: nearest to its scalp point). */
  readonly cortex: Vec3;
  /** From the scalp point to the cortical point, in metres. */
  readonly depth: number;
}

/** What is under the coil's center. */
export interface UnderCoil extends Surroundings {
  /** The cortical vertex nearest to the scalp point: where the field under the coil is read, and its outward normal. */
  readonly cortex: Vec3;
  readonly normal: Vec3;
  /** What the region of that vertex is called; null where the map has no name. */
  readonly region: Region | null;
}

/** Everything that follows from the choices, for whoever draws or writes it. Replaced as a whole, never changed in place. */
export interface SimulationSnapshot {
  readonly coil: CoilDescription;
  readonly target: TargetPlace;
  /** Scalp point under the coil. */
  readonly place: ScalpPoint;
  readonly under: UnderCoil;
  readonly pose: RigidTransform;
  /** Distance of the nearest winding from the scalp [m]; computed when it is first asked for, since a drag does not need it. */
  readonly windingDistance: () => number;
  /** Serial of the last request for a field; `isCurrent` says whether `field` answers it. */
  readonly request: number;
  /** The last field per unit source that came; null until the first one is there. */
  readonly field: FieldResult | null;
  readonly grid: FieldGrid | null;
  /** Whether the three shells can be computed yet, and the folded cortex. Until then the sphere serves. */
  readonly operator: DataState;
  readonly rows: DataState;
  /** How the folded cortex follows its conductivities; asked for once one is changed. */
  readonly slopes: DataState;
  /** Blocks of tissue for what lies inside the folded brain; null until they are there. Three shells serve there until then. */
  readonly blocks: TissueGrid | null;
  /** One sentence about what went wrong last, or null. */
  readonly trouble: string | null;
}
