import { dataState, rungOf } from '../../field/simulation/modelLadder';
import { useChoice, useShownModel, useSnapshot } from '../appContext';

/** Whether what is shown stands in for a head that is still on its way, and so is about to change by itself. */
export function useProvisional(): boolean {
  const chosen = useChoice(({ fieldModel }) => fieldModel);
  const shown = useShownModel();
  const states = { operator: useSnapshot('operator'), rows: useSnapshot('rows') };
  // The files may be there and the first field of that head not yet.
  return shown !== chosen && rungOf(chosen).needs.length > 0 && dataState(chosen, states).phase !== 'refused';
}
