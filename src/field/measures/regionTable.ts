import { type Region, type Regions, regionOf } from '../../head/regions';

/** What a field does to one region of the cortex, in the unit of the values given. */
export interface RegionRow {
  readonly region: Region;
  /** Area of the region on this cortex, both hemispheres [m²]. */
  readonly area: number;
  /** Area-weighted mean. */
  readonly mean: number;
  readonly maximum: number;
  /** Area of the region with at least the threshold [m²]. */
  readonly areaAbove: number;
}

export type RegionOrder = 'mean' | 'maximum';

/**
 * One row per named region. `labels`, `magnitude`, `areas`: one entry per vertex of the cortex; a vertex counts with the area that it stands
 * for. Vertices without a label or with one that has no name belong to no row.
 */
export function regionTable(
  regions: Regions,
  labels: ArrayLike<number>,
  magnitude: ArrayLike<number>,
  areas: ArrayLike<number>,
  threshold: number,
): RegionRow[] {
  const sums = new Map<number, { area: number; weighted: number; maximum: number; above: number }>();
  for (let n = 0; n < labels.length; n++) {
    const label = Math.round(labels[n]);
    if (label === 0) continue;
    let sum = sums.get(label);
    if (!sum) {
      sum = { area: 0, weighted: 0, maximum: 0, above: 0 };
      sums.set(label, sum);
    }
    sum.area += areas[n];
    sum.weighted += areas[n] * magnitude[n];
    if (magnitude[n] > sum.maximum) sum.maximum = magnitude[n];
    if (magnitude[n] >= threshold) sum.above += areas[n];
  }
  return [...sums].flatMap(([label, { area, weighted, maximum, above }]) => {
    const region = regionOf(regions, label);
    return region && area > 0 ? [{ region, area, mean: weighted / area, maximum, areaAbove: above }] : [];
  });
}

/** The rows with the largest mean or maximum first. */
export const sortRegions = (rows: readonly RegionRow[], order: RegionOrder): RegionRow[] => [...rows].sort((a, b) => b[order] - a[order]);
