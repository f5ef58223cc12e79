import { useMemo } from 'react';
import { formatField } from '../../core/format';
import { norm, type Vec3 } from '../../core/vec3';
import { differenceScale } from '../../field/color/differenceScale';
import { cortexVectorAt } from '../../field/grid/cortexField';
import { meanAround } from '../../field/grid/targetPatch';
import { sourceAmplitude } from '../../field/measures/readouts';
import { useApp, useChoice, useSnapshot, useView } from '../appContext';
import { useComparison } from '../shown/useComparison';
import { LegendScale, type ScaleMark } from './LegendScale';
import { formatPlace } from './ProbeReading';

/** The scale of B − A with what is read off marked on it. */
export function DifferenceLegend({ flat }: { readonly flat: boolean }) {
  const scale = differenceScale(useComparison((state) => state.differenceLimit));
  const target = useSnapshot('target');
  const probe = useView((view) => view.probe);
  const atTarget = useDifference(target.cortex, meanAround);
  const atProbe = useDifference(probe, magnitudeAt);
  const marks: ScaleMark[] = [];
  if (atTarget) marks.push({ kind: 'target', label: 'target', value: atTarget.b - atTarget.a });
  if (atProbe) marks.push({ kind: 'probe', label: 'here', value: atProbe.b - atProbe.a });
  const ends = formatField(scale.limit, 'V/m');
  return (
    <figure
      className="legend"
      data-words
      data-flat={flat}
      aria-label={`Color scale of the difference B − A from minus ${ends} to ${ends}, linear`}
    >
      <figcaption>
        <b>|E|, B − A</b>
        <span className="legend-rest">
          {' '}
          on the cortex, V/m
          <span className="legend-model">red: B is stronger, blue: A</span>
        </span>
      </figcaption>
      <LegendScale scale={scale} marks={marks} lines={[]} unit="V/m" flat={flat} />
      <p className="legend-probe">
        {probe && atProbe && (
          <>
            A {formatField(atProbe.a, 'V/m')}, B {formatField(atProbe.b, 'V/m')}
            <span>MNI {formatPlace(probe)}</span>
          </>
        )}
      </p>
    </figure>
  );
}

type Reading = typeof meanAround;

const magnitudeAt: Reading = (cortex, grid, field, point) => norm(cortexVectorAt(cortex, grid, field, point));

/** Magnitudes of both scenes, read at or around a point from what colors the cortex; null without a point or a field. */
function useDifference(point: Vec3 | null, read: Reading): { a: number; b: number } | null {
  const { head } = useApp().simulation;
  const kept = useComparison((state) => state.kept);
  const field = useSnapshot('field');
  const grid = useSnapshot('grid');
  const source = useChoice((choices) => (field ? sourceAmplitude(field.model, choices) : 0));
  return useMemo(() => {
    if (!point || !kept || !field || !grid) return null;
    const own = kept.snapshot;
    const a = read(head.cortex, own.grid, own.field, point) * sourceAmplitude(own.field.model, kept.choices);
    return { a, b: read(head.cortex, grid, field, point) * source };
  }, [point, read, kept, field, grid, source, head]);
}
