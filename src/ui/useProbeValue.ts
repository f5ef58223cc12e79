import { useMemo } from 'react';
import { norm, type Vec3 } from '../core/vec3';
import { sampleGrid } from '../field/sampleGrid';
import { useSnapshot } from './appContext';

/** Field magnitude at the probed point times `sourceScale`, sampled from the same grid as the colors; null without a probe or a field. */
export function useProbeValue(probe: Vec3 | null, sourceScale: number): number | null {
  const field = useSnapshot('field');
  const grid = useSnapshot('grid');
  return useMemo(() => {
    if (!probe || !field || !grid) return null;
    const [x, y, z] = sampleGrid(grid, field.values, probe, new Float32Array(3));
    return norm([x, y, z]) * sourceScale;
  }, [probe, field, grid, sourceScale]);
}
