import { describe, expect, it } from 'vitest';
import { regionTable, sortRegions } from '../../../src/field/measures/regionTable';
import type { Regions } from '../../../src/head/regions';

const region = (label: number) => ({
  label,
  area: `Area ${label}`,
  name: `Cortex ${label}`,
  source: 'made up',
  verification: 'assumed' as const,
});
const REGIONS: Regions = { source: 'made up', note: '', regions: [region(4), region(6)] };

describe('The table of regions', () => {
  const labels = [4, 4, 6, 0, 6, 99];
  const magnitude = [10, 40, 20, 90, 20, 80];
  const areas = [3, 1, 2, 5, 2, 1];
  const rows = regionTable(REGIONS, labels, magnitude, areas, 20);

  it('has an area-weighted mean, the maximum and the area above the threshold of each named region', () => {
    expect(rows.map(({ region: { label }, ...row }) => ({ label, ...row }))).toEqual([
      { label: 4, area: 4, mean: 17.5, maximum: 40, areaAbove: 1 },
      { label: 6, area: 4, mean: 20, maximum: 20, areaAbove: 4 },
    ]);
  });

  it('is sorted by mean or by maximum, which need not agree', () => {
    expect(sortRegions(rows, 'mean').map(({ region: { label } }) => label)).toEqual([6, 4]);
    expect(sortRegions(rows, 'maximum').map(({ region: { label } }) => label)).toEqual([4, 6]);
  });
});
