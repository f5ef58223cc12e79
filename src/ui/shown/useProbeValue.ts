import { useMemo } from 'react';
import { at, scale, type Vec3 } from '../../core/vec3';
import { componentOf } from '../../field/grid/fieldComponents';
import { sampleGrid } from '../../field/grid/sampleGrid';
import { cortexQueries } from '../../field/probe/cortexQueries';
import type { FieldComponent } from '../../state/choices';
import { useApp, useChoice, useSnapshot } from '../appContext';

/**
 * One component (the chosen one, unless another is named) of the field at the probed point times `sourceScale`, sampled from the same grid as
 * the colors; null without a probe or a field.
 */
export function useProbeValue(probe: Vec3 | null, sourceScale: number, named?: FieldComponent): number | null {
  const { head } = useApp().simulation;
  const field = useSnapshot('field');
  const grid = useSnapshot('grid');
  const chosen = useChoice((choices) => choices.fieldComponent);
  const component = named ?? chosen;
  return useMemo(() => {
    if (!probe || !field || !grid) return null;
    const vector = at(sampleGrid(grid, field.values, probe, new Float32Array(3)), 0);
    const normal: Vec3 = component === 'magnitude' ? [0, 0, 1] : cortexQueries(head.cortex).closest(probe).normal;
    return componentOf(component, scale(vector, sourceScale), normal);
  }, [probe, field, grid, sourceScale, component, head]);
}
