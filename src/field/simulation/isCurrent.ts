import type { Choices } from '../../state/choices';
import { dataState, servedModel } from './modelLadder';
import type { SimulationSnapshot } from './sceneSnapshot';

/** Whether the field is that of the pose in the snapshot, by whichever model; a picture of coil and field that belong together needs no more. */
export const isAnswered = ({ field, request }: Pick<SimulationSnapshot, 'field' | 'request'>): boolean => field?.request === request;

/**
 * Whether the field is the latest: it answers the last request, and by the chosen model. A sphere that stands in for a head that is on its way is not
 * the latest; once that was refused what stands in is all there will be.
 */
export function isCurrent(
  snapshot: Pick<SimulationSnapshot, 'field' | 'request' | 'operator' | 'rows'>,
  { fieldModel }: Pick<Choices, 'fieldModel'>,
): boolean {
  if (!isAnswered(snapshot) || dataState(fieldModel, snapshot).phase === 'loading') return false;
  return snapshot.field?.model === servedModel(fieldModel, snapshot);
}
