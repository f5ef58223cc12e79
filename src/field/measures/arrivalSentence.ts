import { formatField } from '../../core/format';
import type { Choices } from '../../state/choices';
import type { FieldResult } from '../simulation/fieldMessages';
import { rungOf } from '../simulation/modelLadder';
import type { SimulationSnapshot } from '../simulation/sceneSnapshot';
import { type Readouts, readouts } from './readouts';

/**
 * What is said when the chosen head takes the place of its stand-in. The two are set side by side with the same choices, and only where nothing
 * was moved between their fields: the request for it then follows that of the stand-in.
 */
export function arrivalSentence(
  { target }: Pick<SimulationSnapshot, 'target'>,
  field: FieldResult,
  standIn: FieldResult | null,
  choices: Choices,
): string {
  const write = (of: FieldResult): string => {
    const { atTarget, unit } = readouts({ field: of, target }, choices) as Readouts;
    return formatField(atTarget, unit);
  };
  const before = standIn && field.request === standIn.request + 1 ? `, in place of ${write(standIn)} in the sphere` : '';
  return `In use now: ${rungOf(field.model).short}. ${write(field)} at the target${before}.`;
}
