import { useMemo, useState } from 'react';
import { formatField, formatNumber } from '../../core/format';
import { cortexMagnitude } from '../../field/grid/cortexField';
import { cortexAreas } from '../../field/measures/cortexAreas';
import { sourceAmplitude } from '../../field/measures/readouts';
import { type RegionOrder, type RegionRow, regionTable, sortRegions } from '../../field/measures/regionTable';
import { unitOfModel } from '../../field/simulation/modelLadder';
import { useApp, useChoice, useSnapshot, useUnit, useView } from '../appContext';
import { NoteButton } from '../notes/NoteButton';
import { useProbedRegion } from '../shown/useProbedRegion';

/** Rows that are shown before all are asked for. */
const FIRST = 8;
const ORDERS: readonly { readonly order: RegionOrder; readonly label: string }[] = [
  { order: 'mean', label: 'Mean' },
  { order: 'maximum', label: 'Maximum' },
];

/** What the field does to each Brodmann area, the most stimulated first. */
export function RegionsPage() {
  const [order, setOrder] = useState<RegionOrder>('maximum');
  const [all, setAll] = useState(false);
  const rows = useRegionRows();
  const probed = useProbedRegion(useView((view) => view.probe));
  const unit = useUnit();
  const threshold = useChoice((choices) => choices.thresholdField);
  if (!rows) return <p className="small-print">The regions of this head have no names.</p>;
  const sorted = sortRegions(rows, order);
  return (
    <section className="regions-page" aria-label="Regions">
      <div className="table-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">
                <NoteButton note="regionMean">Region</NoteButton>
              </th>
              <th scope="col" className="words">
                Usual name
              </th>
              {ORDERS.map(({ order: by, label }) => (
                <th key={by} scope="col" aria-sort={by === order ? 'descending' : 'none'}>
                  <button type="button" className="sort-button" onClick={() => setOrder(by)} title={`Sort by ${label.toLowerCase()}`}>
                    {label}, {unit}
                    <span aria-hidden="true">{by === order ? ' ↓' : ''}</span>
                  </button>
                </th>
              ))}
              <th scope="col">{unit === 'V/m' ? `Above ${formatField(threshold, unit)}, cm²` : 'Area, cm²'}</th>
            </tr>
          </thead>
          <tbody>
            {(all ? sorted : sorted.slice(0, FIRST)).map((row) => (
              <Row key={row.region.label} row={row} unit={unit} probed={row.region.area === probed} />
            ))}
          </tbody>
        </table>
      </div>
      <div className="regions-side">
        <button type="button" className="text-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? `First ${FIRST}` : `All ${rows.length}`}
        </button>
        <p className="small-print">Both hemispheres. Borders of this map can be off by centimeters in a single brain.</p>
      </div>
    </section>
  );
}

function Row({ row, unit, probed }: { readonly row: RegionRow; readonly unit: 'V/m' | 'T'; readonly probed: boolean }) {
  const decimals = unit === 'T' ? 3 : 1;
  return (
    <tr data-pointed={probed || undefined}>
      <th scope="row" title={row.region.name}>
        {row.region.area}
      </th>
      <td className="words">{row.region.name}</td>
      <td>{formatNumber(row.mean, decimals)}</td>
      <td>{formatNumber(row.maximum, decimals)}</td>
      <td>{formatNumber((unit === 'T' ? row.area : row.areaAbove) * 1e4, 1)}</td>
    </tr>
  );
}

/** The table in the unit that is shown; null for a head without labels. */
function useRegionRows(): readonly RegionRow[] | null {
  const { head } = useApp().simulation;
  const field = useSnapshot('field');
  const grid = useSnapshot('grid');
  const areas = cortexAreas(useApp().simulation.head.cortex);
  const scale = useChoice((choices) => (field ? sourceAmplitude(field.model, choices) : 0));
  const threshold = useChoice((choices) => choices.thresholdField);
  const labels = head.cortex.attributes._REGION;
  return useMemo(() => {
    if (!labels || !field || !grid) return null;
    const magnitude = cortexMagnitude(head.cortex, grid, field);
    const needed = scale > 0 && unitOfModel(field.model) === 'V/m' ? threshold / scale : Number.POSITIVE_INFINITY;
    const rows = regionTable(head.regions, labels, magnitude, areas, needed);
    return rows.map((row) => ({ ...row, mean: row.mean * scale, maximum: row.maximum * scale }));
  }, [head, labels, field, grid, areas, scale, threshold]);
}
