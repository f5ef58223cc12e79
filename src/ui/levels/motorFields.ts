import { distance, norm } from '../../core/vec3';
import { cortexQueries } from '../../field/cortexQueries';
import { unitOfModel } from '../../field/readouts';
import type { Simulation } from '../../field/simulation';
import type { HeadModel } from '../../head/loadHead';
import type { Choices } from '../../state/choices';
import { beginGesture, choose, endGesture } from '../../state/store';

export const MOTOR_TARGET = 'm1-hand';
/** How long a field may take, in milliseconds. */
const PATIENCE = 10_000;

type SimulationWithField = Pick<Simulation, 'store' | 'snapshot' | 'subscribe'>;

/** What the field over the motor cortex depends on, beside the place: another key needs another field. */
export const motorFieldKey = (c: Choices): string =>
  JSON.stringify([c.coilId, c.fieldModel, c.handleAngle, c.tiltPitch, c.tiltRoll, c.coilDistance]);

/** From the smooth scalp to the cortex, where a target lies [m]; null when this head has no such target. */
export function scalpToCortex(head: Pick<HeadModel, 'landmarks' | 'shells' | 'cortex'>, targetId: string): number | null {
  const target = head.landmarks.targets.find(({ id }) => id === targetId);
  if (!target) return null;
  const scalp = cortexQueries(head.shells.scalp).closest(target.position).position;
  return distance(scalp, cortexQueries(head.cortex).closest(scalp).position);
}

/**
 * |E| for 1 A/s at the hand area with the coil over it, in the chosen model: the coil goes there and back as one gesture that leaves no step in
 * the history. Null when the model has no electric field or the field does not come.
 */
export async function measureMotorField(simulation: SimulationWithField): Promise<number | null> {
  const { store } = simulation;
  const { targetId, offsetForward, offsetRight } = store.getState();
  beginGesture(store);
  try {
    choose(store, { targetId: MOTOR_TARGET, offsetForward: 0, offsetRight: 0 });
    await fieldOfPose(simulation);
    const { field, target, pose } = simulation.snapshot();
    if (!field || field.pose !== pose || target.id !== MOTOR_TARGET || unitOfModel(field.model) === 'T') return null;
    return norm(field.summary.atTarget);
  } finally {
    choose(store, { targetId, offsetForward, offsetRight });
    endGesture(store);
  }
}

/** Until the field of the latest pose is there, or patience ends. */
function fieldOfPose(simulation: SimulationWithField): Promise<void> {
  const there = (): boolean => simulation.snapshot().field?.pose === simulation.snapshot().pose;
  return new Promise((resolve) => {
    if (there()) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(done, PATIENCE);
    const stop = simulation.subscribe(() => there() && done());
  });
}
