import { useMemo } from 'react';
import { scale, type Vec3 } from '../../core/vec3';
import { cortexVectorAt } from '../../field/grid/cortexField';
import { componentOf } from '../../field/grid/fieldComponents';
import { cortexQueries } from '../../field/probe/cortexQueries';
import type { FieldComponent } from '../../state/choices';
import { useApp, useChoice, useSnapshot } from '../appContext';

/**
 * One component (the chosen one, unless another is named) of the field at the probed point times `sourceScale`, read from what
 * colors the cortex; null without a probe or a field.
 */
export function useProbeValue(probe: Vec3 | null, sourceScale: number, named?: FieldComponent): number | null {
  const { head } = useApp().simulation;
  const field = useSnapshot('field');
  const grid = useSnapshot('grid');
  const chosen = useChoice((choices) => choices.fieldComponent);
  const component = named ?? chosen;
  return useMemo(() => {
    if (!probe || !field || !grid) return null;
    const vector = cortexVectorAt(head.cortex, grid, field, probe);
    const normal: Vec3 = component === 'magnitude' ? [0, 0, 1] : cortexQueries(head.cortex).closest(probe).normal;
    return componentOf(component, scale(vector, sourceScale), normal);
  }, [probe, field, grid, sourceScale, component, head]);
}
