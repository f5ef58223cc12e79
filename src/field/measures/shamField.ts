import type { CoilHold } from '../../placement/coilPose';
import type { FieldResult } from '../simulation/fieldMessages';
import { unitOfModel } from '../simulation/modelLadder';
import type { SceneSource } from '../simulation/sceneSource';

type Tilt = Pick<CoilHold, 'tiltPitch' | 'tiltRoll'>;

/** A coil held away as for a sham group. */
export interface ShamTilt {
  readonly id: string;
  readonly label: string;
  readonly tilt: Tilt;
}

const degree = Math.PI / 180;

/** The tilts of published shams: over one wing, or over the front edge of both. */
export const SHAM_TILTS: readonly ShamTilt[] = [
  { id: 'wing-45', label: '45°, on one wing', tilt: { tiltPitch: 0, tiltRoll: 45 * degree } },
  { id: 'front-45', label: '45°, on the front edge', tilt: { tiltPitch: 45 * degree, tiltRoll: 0 } },
  { id: 'wing-90', label: '90°, on one wing', tilt: { tiltPitch: 0, tiltRoll: 90 * degree } },
  { id: 'front-90', label: '90°, on the front edge', tilt: { tiltPitch: 90 * degree, tiltRoll: 0 } },
];

/** What a tilted coil induces in the cortex. */
export interface ShamField extends ShamTilt {
  /** Peak |E| in the cortex (99.9th percentile of the area) per unit source, and as a share of the flat coil's. */
  readonly peak: number;
  readonly peakShare: number;
  /** |E| at the target as a share of the flat coil's. */
  readonly targetShare: number;
}

export interface ShamFields {
  /** Peak with the coil flat, per unit source: V/m for 1 A/s. */
  readonly flatPeak: number;
  readonly fields: readonly ShamField[];
}

/**
 * Fields of the present coil at its present place, flat and at each tilt, by the present model; null where the model has no electric field
 * or the fields cannot be had. `stopped` is asked between poses, so that a changed scene does not wait for the rest.
 */
export async function shamFields(
  scene: Pick<SceneSource, 'fieldAtTilt'>,
  stopped: () => boolean = () => false,
): Promise<ShamFields | null> {
  const flat = await scene.fieldAtTilt({ tiltPitch: 0, tiltRoll: 0 });
  if (!isElectric(flat)) return null;
  const fields: ShamField[] = [];
  for (const sham of SHAM_TILTS) {
    if (stopped()) return null;
    const result = await scene.fieldAtTilt(sham.tilt);
    if (!isElectric(result)) return null;
    const { peak, atTarget } = result.summary;
    fields.push({ ...sham, peak, peakShare: peak / flat.summary.peak, targetShare: atTarget.magnitude / flat.summary.atTarget.magnitude });
  }
  return { flatPeak: flat.summary.peak, fields };
}

const isElectric = (result: FieldResult | null): result is FieldResult => result !== null && unitOfModel(result.model) === 'V/m';
