import { useMemo } from 'react';
import type { Vec3 } from '../../core/vec3';
import { nearestVertex } from '../../head/nearestVertex';
import { regionOf } from '../../head/regions';
import { useApp } from '../appContext';

/** Name of the Brodmann area that the nearest vertex of the cortex is labeled with, or null. */
export function useProbedRegion(probe: Vec3 | null): string | null {
  const { head } = useApp().simulation;
  return useMemo(() => {
    const labels = head.cortex.attributes._REGION;
    if (!probe || !labels) return null;
    return regionOf(head.regions, labels[nearestVertex(head.cortex.positions, probe)])?.area ?? null;
  }, [head, probe]);
}
