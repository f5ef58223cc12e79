import { useMemo } from 'react';
import { scale, type Vec3 } from '../../core/vec3';
import { cortexVectorAt } from '../../field/grid/cortexField';
import { useApp, useSnapshot } from '../appContext';

/** The field vector at the probed point in the first phase of the pulse, times `sourceScale`; null without a probe or a field. */
export function useProbeVector(probe: Vec3 | null, sourceScale: number): Vec3 | null {
  const { head } = useApp().simulation;
  const field = useSnapshot('field');
  const grid = useSnapshot('grid');
  return useMemo(() => {
    if (!probe || !field || !grid) return null;
    return scale(cortexVectorAt(head.cortex, grid, field, probe), sourceScale);
  }, [probe, field, grid, sourceScale, head]);
}
