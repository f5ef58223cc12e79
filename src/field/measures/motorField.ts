import type { Vec3 } from '../../core/vec3';
import type { Surface } from '../../head/surface';
import type { CoilHold } from '../../placement/coilPose';
import { INITIAL_CHOICES } from '../../state/choices';
import type { FieldGrid } from '../grid/fieldGrid';
import { meanAround } from '../grid/targetPatch';
import { bestHandle, meanOfTurn } from '../search/bestHandle';
import type { FieldResult } from '../simulation/fieldMessages';
import { unitOfModel } from '../simulation/modelLadder';
import type { Simulation } from '../simulation/simulation';

/** The hand area of the left motor cortex, over which thresholds are hunted. */
export const MOTOR_TARGET = 'm1-hand';

/** How the coil is held in its place over the hand area: flat, handle back and outward, at the gap of the first picture. */
export const MOTOR_HOLD: CoilHold = {
  handleAngle: INITIAL_CHOICES.handleAngle,
  tiltPitch: 0,
  tiltRoll: 0,
  coilDistance: INITIAL_CHOICES.coilDistance,
};

/** |E| for 1 A/s around a target's point [m, head frame] (`targetPatch`), from what colors the cortex; null where the model has no electric field. */
export function fieldPerRateAt(point: Vec3, cortex: Surface, field: FieldResult | null, grid: FieldGrid | null): number | null {
  if (!field || !grid || unitOfModel(field.model) === 'T') return null;
  return meanAround(cortex, grid, field, point);
}

/** |E| for 1 A/s at the hand area with the chosen coil in its place over it and the handle at its best; null where it cannot be had. */
export async function bestMotorField(simulation: Pick<Simulation, 'targetPlace' | 'fieldAtTurnsOver'>): Promise<number | null> {
  const place = simulation.targetPlace(MOTOR_TARGET);
  const vectors = place && (await simulation.fieldAtTurnsOver(place, MOTOR_HOLD));
  if (!vectors) return null;
  return meanOfTurn(vectors) * bestHandle(vectors).gain;
}
