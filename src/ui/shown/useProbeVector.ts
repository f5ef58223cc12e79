import { useMemo } from 'react';
import { at, scale, type Vec3 } from '../../core/vec3';
import { sampleGrid } from '../../field/grid/sampleGrid';
import { useSnapshot } from '../appContext';

/** The field vector at the probed point in the first phase of the pulse, times `sourceScale`; null without a probe or a field. */
export function useProbeVector(probe: Vec3 | null, sourceScale: number): Vec3 | null {
  const field = useSnapshot('field');
  const grid = useSnapshot('grid');
  return useMemo(() => {
    if (!probe || !field || !grid) return null;
    return scale(at(sampleGrid(grid, field.values, probe, new Float32Array(3)), 0), sourceScale);
  }, [probe, field, grid, sourceScale]);
}
