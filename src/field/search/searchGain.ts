import type { FieldModel } from '../../state/choices';
import type { FieldResult } from '../simulation/fieldMessages';

/**
 * What a found pose gives at the target over what the present pose gives, less one (0.12: 12 % more). Like with like: a search is for the
 * magnitude, whatever component is colored. Null where the shown field is by another model than the search, or where there is none.
 */
export function searchGain(
  found: { readonly value: number; readonly model: FieldModel },
  field: { readonly model: FieldModel; readonly summary: Pick<FieldResult['summary'], 'atTarget'> } | null,
): number | null {
  const present = field?.model === found.model ? field.summary.atTarget.magnitude : 0;
  return present > 0 ? found.value / present - 1 : null;
}
