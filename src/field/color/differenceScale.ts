import type { FieldResult } from '../simulation/fieldMessages';
import { unitOfModel } from '../simulation/modelLadder';
import type { ComparisonState } from '../simulation/sceneSource';
import { type ColorScale, createColorScale } from './colorScale';

const _scales = new Map<number, ColorScale>();

/** The scale of B − A: diverging, zero in the middle, in V/m. One object per limit, shared by shader and legend. */
export function differenceScale(limit: number): ColorScale {
  const known = _scales.get(limit);
  if (known) return known;
  const scale = createColorScale('viridis', limit, 'V/m', { signed: true });
  _scales.set(limit, scale);
  return scale;
}

/** Whether B − A can be shown: both are electric fields on the same grid. */
export function canSubtract({ kept }: ComparisonState, field: FieldResult | null): boolean {
  if (!kept || !field || kept.snapshot.field.values.length !== field.values.length) return false;
  return unitOfModel(field.model) === 'V/m' && unitOfModel(kept.snapshot.field.model) === 'V/m';
}
