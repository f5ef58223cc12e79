import { useMemo } from 'react';
import { formatField, formatNumber, formatQuantity, formatUnit } from '../../core/format';
import { cortexAreas } from '../../field/measures/cortexAreas';
import { sourceAmplitude } from '../../field/measures/readouts';
import { measureScene, type SceneMeasures, verdict } from '../../field/simulation/compareScenes';
import { DIFFERENCE_LIMITS, forgetScene, keepScene } from '../../field/simulation/comparison';
import { COMPARISON_VIEWS, type ComparisonView } from '../../field/simulation/sceneSource';
import { useApp, useChoice, useIsCurrent, useSnapshot } from '../appContext';
import { SegmentedControl } from '../controls/SegmentedControl';
import { SelectControl } from '../controls/SelectControl';
import { NoteButton } from '../notes/NoteButton';
import { useCanSubtract, useComparison, useShownView } from '../shown/useComparison';

const VIEW_LABELS: Record<ComparisonView, string> = { b: 'B, now', a: 'A, kept', both: 'Side by side', difference: 'B − A' };
const mm = { unit: 'mm', factor: 1e3, decimals: 0 };
const squareCentimeters = { unit: 'cm²', factor: 1e4, decimals: 1 };

/** The kept scene against the present one. */
export function ComparePage() {
  const { simulation } = useApp();
  const kept = useComparison((state) => state.kept);
  const current = useIsCurrent();
  const keep = (): void => {
    keepScene(simulation);
  };
  return (
    <div className="compare-page">
      <section className="compare-choices" aria-label="What is compared">
        <div className="compare-buttons">
          <button
            type="button"
            className="text-button"
            onClick={keep}
            aria-disabled={!current || undefined}
            title={current ? undefined : 'The field of the chosen model is still on its way.'}
          >
            {kept ? 'Keep this as A instead' : 'Keep this scene as A'}
          </button>
          {kept && (
            <button type="button" className="text-button" onClick={() => forgetScene(simulation.comparison)}>
              Forget A
            </button>
          )}
        </div>
        {kept ? (
          <Views />
        ) : (
          <p className="small-print">Keep a scene as A, change anything, and see both on one scale with the difference in numbers.</p>
        )}
      </section>
      {kept && <Numbers />}
    </div>
  );
}

function Views() {
  const { comparison } = useApp().simulation;
  const shown = useShownView();
  const limit = useComparison((state) => state.differenceLimit);
  const subtracted = useCanSubtract();
  return (
    <>
      <SegmentedControl
        legend="Shown"
        legendHidden
        options={COMPARISON_VIEWS.filter((value) => subtracted || value !== 'difference').map((value) => ({
          value,
          label: VIEW_LABELS[value],
        }))}
        value={shown}
        onChange={(next) => comparison.setState({ shown: next })}
      />
      <div className="compare-limit" hidden={shown !== 'difference'}>
        <SelectControl
          label="Difference scale"
          options={DIFFERENCE_LIMITS.map((value) => ({ value: String(value), label: `±${formatField(value, 'V/m')}` }))}
          value={String(limit)}
          onChange={(value) => comparison.setState({ differenceLimit: Number(value) })}
        />
      </div>
    </>
  );
}

function Numbers() {
  const measures = useMeasures();
  const threshold = useChoice((choices) => choices.thresholdField);
  if (!measures) return <p className="small-print">The field is being computed.</p>;
  const { a, b } = measures;
  const same = a.unit === b.unit;
  return (
    <section className="compare-numbers" aria-label="A and B in numbers">
      <p className="compare-verdict" aria-live="polite">
        {verdict(a, b, threshold)}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <NoteButton note="verdict">At one target</NoteButton>
            </th>
            <th scope="col">A</th>
            <th scope="col">B</th>
            <th scope="col">B − A</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(a, b, threshold).map(({ label, values, write }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{write(values[0], a.unit)}</td>
              <td>{write(values[1], b.unit)}</td>
              <td>{same ? signed(values[1] - values[0], (size) => write(size, b.unit)) : '–'}</td>
              <td>{same ? change(values[0], values[1]) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface MeasureRow {
  readonly label: string;
  readonly values: readonly [a: number, b: number];
  readonly write: (value: number, unit: 'V/m' | 'T') => string;
}

function rowsOf(a: SceneMeasures, b: SceneMeasures, threshold: number): readonly MeasureRow[] {
  const rows: MeasureRow[] = [
    { label: 'At the target', values: [a.atTarget, b.atTarget], write: formatField },
    { label: 'Strongest', values: [a.maximum, b.maximum], write: formatField },
    { label: 'Its distance', values: [a.peakDistance, b.peakDistance], write: (value) => formatQuantity(value, mm) },
  ];
  if (a.unit === 'V/m' && b.unit === 'V/m') {
    rows.push({
      label: `Cortex above ${formatField(threshold, 'V/m')}`,
      values: [a.areaAbove, b.areaAbove],
      write: (value) => formatQuantity(value, squareCentimeters),
    });
  }
  rows.push({ label: 'Under each coil', values: [a.underCoil, b.underCoil], write: formatField });
  return rows;
}

const signed = (value: number, write: (size: number) => string): string => {
  const text = write(Math.abs(value));
  return /[1-9]/.test(text) ? (value < 0 ? '\u2212' : '+') + text : text;
};

function change(a: number, b: number): string {
  if (!(a > 0)) return '–';
  return signed(100 * (b / a - 1), (size) => formatNumber(size, size < 9.95 ? 1 : 0) + formatUnit('%'));
}

/** Both scenes at the present target and threshold; null until the field of the present scene is there. */
function useMeasures(): { a: SceneMeasures; b: SceneMeasures } | null {
  const { simulation } = useApp();
  const { cortex } = simulation.head;
  const kept = useComparison((state) => state.kept);
  const field = useSnapshot('field');
  const grid = useSnapshot('grid');
  const target = useSnapshot('target');
  const under = useSnapshot('under');
  const source = useChoice((choices) => (field ? sourceAmplitude(field.model, choices) : 0));
  const threshold = useChoice((choices) => choices.thresholdField);
  const areas = cortexAreas(useApp().simulation.head.cortex);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `source` stands for the choices.
  return useMemo(() => {
    if (!kept || !field || !grid) return null;
    const measure = (scene: Parameters<typeof measureScene>[0]): SceneMeasures =>
      measureScene(scene, cortex, areas, target.cortex, threshold);
    return {
      a: measure({ choices: kept.choices, field: kept.snapshot.field, grid: kept.snapshot.grid, under: kept.snapshot.under.cortex }),
      b: measure({ choices: simulation.store.getState(), field, grid, under: under.cortex }),
    };
  }, [kept, field, grid, target, under, source, threshold, areas, cortex, simulation]);
}
