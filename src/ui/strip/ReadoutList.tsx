import { formatField, formatNumber, formatQuantity } from '../../core/format';
import { useReadouts } from '../appContext';
import { LabelledRows } from '../controls/LabelledRows';
import type { NoteId } from '../notes/honestyNotes';
import { NoteButton } from '../notes/NoteButton';

const mm = { unit: 'mm', factor: 1e3, decimals: 0 };
const squareCentimeters = { unit: 'cm²', factor: 1e4, decimals: 1 };

/** The numbers, each with what stands behind it. */
export function ReadoutList() {
  const values = useReadouts();
  const magnetic = values?.unit === 'T';
  const field = (value: number | undefined): string =>
    values && value !== undefined ? formatField(value, values.unit) : formatNumber(Number.NaN);
  const rows: readonly (readonly [note: NoteId, label: string, value: string])[] = [
    [magnetic ? 'fluxAtTarget' : 'atTarget', 'At the target', field(values?.atTarget)],
    ['maximum', 'Strongest', field(values?.maximum)],
    ['peakDistance', 'Its distance', values ? formatQuantity(values.peakDistance, mm) : '–'],
    ['area', 'Area above half', values ? formatQuantity(values.areaAboveHalf, squareCentimeters) : '–'],
    ['peak', '99.9th percentile', field(values?.peak)],
  ];
  return (
    <section className="plot-cell readouts" aria-label="Read-outs">
      <LabelledRows rows={rows.map(([note, label, value]) => ({ label, value: <NoteButton note={note}>{value}</NoteButton> }))} />
    </section>
  );
}
