import type { Choices } from '../../state/choices';
import { rungOf } from './modelLadder';
import type { SimulationSnapshot } from './sceneSnapshot';

/** Whether the field is that of the pose in the snapshot, by whichever model; a picture of coil and field that belong together needs no more. */
export const isAnswered = ({ field, request }: Pick<SimulationSnapshot, 'field' | 'request'>): boolean => field?.request === request;

/**
 * Whether the field is the latest: it answers the last request, and by the chosen model. A sphere that stands in for the realistic head is not
 * the latest while that is on its way; once it was refused the sphere is all there will be.
 */
export function isCurrent(
  snapshot: Pick<SimulationSnapshot, 'field' | 'request' | 'operator'>,
  choices: Pick<Choices, 'fieldModel'>,
): boolean {
  if (!isAnswered(snapshot)) return false;
  const model = snapshot.field?.model;
  return model === choices.fieldModel || (snapshot.operator.phase === 'refused' && model === rungOf(choices.fieldModel).standIn);
}
