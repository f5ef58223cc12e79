import { useMemo } from 'react';
import { formatField, formatNumber } from '../core/format';
import { norm, type Vec3 } from '../core/vec3';
import type { ColorScale } from '../field/colorScale';
import { sampleGrid } from '../field/sampleGrid';
import { useChoice, useColorScale, useReadouts, useSnapshot, useTextSize, useView } from './appContext';
import { spreadLabels } from './legendLayout';
import { rungOf } from './modelLadder';
import { useSize } from './useSize';

/** Stops of the drawn bar: more than it has pixels would add nothing. */
const STOPS = 96;

interface Mark {
  readonly label: string;
  readonly value: number;
  readonly kind: 'target' | 'peak' | 'probe';
}

/** The scale of the colored cortex, with what is read off marked on it. */
export function Legend() {
  const scale = useColorScale();
  const model = useChoice((choices) => choices.fieldModel);
  const values = useReadouts();
  const probe = useView((view) => view.probe);
  const atProbe = useProbeValue(probe, values?.scale ?? 0);
  const unit = scale.unit as 'V/m' | 'T';
  const marks: Mark[] = [];
  if (values && values.unit === unit) {
    marks.push({ kind: 'target', label: 'target', value: values.atTarget }, { kind: 'peak', label: 'peak', value: values.peak });
    if (atProbe !== null) marks.push({ kind: 'probe', label: 'here', value: atProbe });
  }
  return (
    <figure className="legend" aria-label={`Color scale from 0 to ${formatField(scale.limit, unit)}, linear`}>
      <figcaption>
        <b>{unit === 'T' ? '|B|' : '|E|'}</b> on the cortex, {unit}
        <span className="legend-model">{rungOf(model).short}</span>
      </figcaption>
      <Scale scale={scale} marks={marks} unit={unit} />
      <p className="legend-probe">{probe && atProbe !== null ? `${formatField(atProbe, unit)} at MNI ${formatPoint(probe)}` : ''}</p>
    </figure>
  );
}

const formatPoint = (point: Vec3): string => `${point.map((x) => formatNumber(x * 1e3)).join(', ')}`;

/** Field magnitude at the probed point, sampled from the same grid as the colors. */
export function useProbeValue(probe: Vec3 | null, sourceScale: number): number | null {
  const field = useSnapshot('field');
  const grid = useSnapshot('grid');
  return useMemo(() => {
    if (!probe || !field || !grid) return null;
    const sample = sampleGrid(grid, field.values, probe, new Float32Array(3));
    return norm([sample[0], sample[1], sample[2]]) * sourceScale;
  }, [probe, field, grid, sourceScale]);
}

function Scale({ scale, marks, unit }: { scale: ColorScale; marks: readonly Mark[]; unit: 'V/m' | 'T' }) {
  const [ref, { height }] = useSize<HTMLDivElement>();
  const gap = useTextSize() * 1.2;
  const background = useMemo(() => barGradient(scale), [scale]);
  const y = (value: number): number => (1 - Math.min(value / scale.limit, 1)) * height;
  const placed = spreadLabels(
    marks.map(({ value }) => ({ position: y(value) })),
    gap,
    height,
  );
  return (
    <div className="legend-scale" ref={ref}>
      {shownTicks(scale.ticks, height, gap).map((tick) => (
        <span key={tick} className="legend-tick" style={{ top: y(tick) }}>
          {formatNumber(tick, unit === 'T' && scale.limit < 5 ? 1 : 0)}
        </span>
      ))}
      <div className="legend-bar" style={{ backgroundImage: background }} />
      <svg className="legend-leaders" width="24" height={height} aria-hidden="true">
        {marks.map((mark, n) => (
          <path key={mark.kind} data-kind={mark.kind} d={`M0 ${y(mark.value)}H6L18 ${placed[n]}H22`} />
        ))}
      </svg>
      {marks.map((mark, n) => (
        <span key={mark.kind} className="legend-mark" data-kind={mark.kind} style={{ top: placed[n] }}>
          {mark.label} <b>{formatNumber(mark.value, unit === 'T' ? 2 : 0)}</b>
          {mark.value > scale.limit * 1.0001 && <span className="legend-over"> off scale</span>}
        </span>
      ))}
    </div>
  );
}

/** All ticks, or every second one where they would touch. */
const shownTicks = (ticks: readonly number[], height: number, gap: number): readonly number[] =>
  ticks.length * gap <= height + gap ? ticks : ticks.filter((_, n) => n % 2 === 0);

/** The colors as they lie over the grey cortex: transparent where the surface shows none. The grey is the element's own background. */
function barGradient(scale: ColorScale): string {
  const stops = Array.from({ length: STOPS + 1 }, (_, n) => {
    const value = (n / STOPS) * scale.limit;
    const [r, g, b] = scale.color(value);
    return `rgb(${r} ${g} ${b} / ${scale.opacity(value).toFixed(3)}) ${((100 * n) / STOPS).toFixed(2)}%`;
  });
  return `linear-gradient(to top, ${stops.join(', ')})`;
}
