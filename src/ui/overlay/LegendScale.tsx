import { useMemo } from 'react';
import { formatNumber, formatSignificant } from '../../core/format';
import type { ColorScale } from '../../field/color/colorScale';
import { useTextSize } from '../appContext';
import { useSize } from '../controls/useSize';
import { spreadLabels } from './legendLayout';

/** A value that is marked on the scale. */
export interface ScaleMark {
  readonly label: string;
  readonly value: number;
  readonly kind: 'target' | 'strongest' | 'probe' | 'halfPeak' | 'threshold';
}

export interface LegendScaleProps {
  readonly scale: ColorScale;
  readonly marks: readonly ScaleMark[];
  /** Values at which lines are drawn on the cortex; they cross the bar as they look there. */
  readonly lines: readonly ScaleMark[];
  readonly unit: 'V/m' | 'T';
  /** Lying, low values at the left; else standing, low values at the bottom. */
  readonly flat: boolean;
}

/** Stops of the drawn bar: more than it has pixels would add nothing. */
const STOPS = 96;
/** Room of a mark's label along the scale and of a tick's, in text sizes. */
const MARK_ROOM = { flat: 6.8, standing: 1.2 };
const TICK_ROOM = { flat: 3, standing: 1.2 };

/** The bar of colors with its ticks and marks. */
export function LegendScale({ scale, marks, lines, unit, flat }: LegendScaleProps) {
  const [ref, size] = useSize<HTMLDivElement>();
  const textSize = useTextSize();
  const length = flat ? size.width : size.height;
  const background = useMemo(() => barGradient(scale, flat), [scale, flat]);
  const along = (value: number): number => (flat ? scale.share(value) : 1 - scale.share(value)) * length;
  const place = (position: number): React.CSSProperties => (flat ? { left: position } : { top: position });
  const way = flat ? 'flat' : 'standing';
  const room = MARK_ROOM[way] * textSize;
  // Lying labels are centered on their place, and must not reach before the bar.
  const inset = flat ? room / 2 : 0;
  const wanted = marks.map(({ value }) => ({ position: along(value) - inset }));
  const placed = spreadLabels(wanted, room, length - inset).map((position) => position + inset);
  const ticks = shownTicks(scale.ticks, length, TICK_ROOM[way] * textSize);
  return (
    <div className="legend-scale" ref={ref}>
      {ticks.map((tick, n) => (
        <span key={tick} className="legend-tick" style={place(along(tick))}>
          {scale.logarithmic ? formatSignificant(tick, 1) : formatNumber(tick, unit === 'T' && scale.limit < 5 ? 1 : 0)}
          {flat && n === ticks.length - 1 && <span className="legend-unit"> {unit}</span>}
        </span>
      ))}
      <div className="legend-bar" style={{ backgroundImage: background }}>
        {lines.map(({ kind, value }) => (
          <span key={`${kind} ${value}`} className="legend-line" data-kind={kind} style={place(along(value))} />
        ))}
      </div>
      <svg className="legend-leaders" width={flat ? length : 24} height={flat ? 8 : length} aria-hidden="true">
        {marks.map(({ kind, value }, n) => (
          <path key={kind} data-kind={kind} d={leader(along(value), placed[n], flat)} />
        ))}
      </svg>
      {marks.map((mark, n) => (
        <span key={mark.kind} className="legend-mark" data-kind={mark.kind} style={place(placed[n])}>
          {mark.label} <b>{formatNumber(mark.value, unit === 'T' ? 2 : 0)}</b>
          {Math.abs(mark.value) > scale.limit * 1.0001 && <span className="legend-over"> off scale</span>}
        </span>
      ))}
    </div>
  );
}

const leader = (from: number, to: number, flat: boolean): string => (flat ? `M${from} 8V6L${to} 1` : `M0 ${from}H6L18 ${to}H22`);

/** All ticks, or every second one where they would touch. */
const shownTicks = (ticks: readonly number[], length: number, room: number): readonly number[] =>
  ticks.length * room <= length + room ? ticks : ticks.filter((_, n) => n % 2 === 0);

/** The colors as they lie over the grey cortex: transparent where the surface shows none. The grey is the element's own background. */
function barGradient(scale: ColorScale, flat: boolean): string {
  const stops = Array.from({ length: STOPS + 1 }, (_, n) => {
    const value = scale.valueAt(n / STOPS);
    const [r, g, b] = scale.color(value);
    return `rgb(${r} ${g} ${b} / ${scale.opacity(value).toFixed(3)}) ${((100 * n) / STOPS).toFixed(2)}%`;
  });
  return `linear-gradient(to ${flat ? 'right' : 'top'}, ${stops.join(', ')})`;
}
