import { isStandard } from '../../physics/folded/foldedSlopes';
import type { Choices } from '../../state/choices';
import { dataState, servedModel } from './modelLadder';
import type { SimulationSnapshot } from './sceneSnapshot';
import { type Conductivities, factorsOfChoices } from './tissueFactors';

/** Whether the field is that of the pose in the snapshot, by whichever model; a picture of coil and field that belong together needs no more. */
export const isAnswered = ({ field, request }: Pick<SimulationSnapshot, 'field' | 'request'>): boolean => field?.request === request;

/**
 * Whether the field is the latest: it answers the last request, and by the chosen model. A sphere that stands in for a head that is on its way is not
 * the latest; once that was refused what stands in is all there will be. The same holds for a changed conductivity whose slopes are on their way.
 */
export function isCurrent(
  snapshot: Pick<SimulationSnapshot, 'field' | 'request' | 'operator' | 'rows' | 'slopes'>,
  choices: Pick<Choices, 'fieldModel'> & Conductivities,
): boolean {
  const { fieldModel } = choices;
  if (!isAnswered(snapshot) || dataState(fieldModel, snapshot).phase === 'loading') return false;
  const model = servedModel(fieldModel, snapshot);
  const waitsForSlopes = model === 'folded' && snapshot.slopes.phase === 'loading' && !isStandard(factorsOfChoices(choices));
  return snapshot.field?.model === model && !waitsForSlopes;
}
