import type { ScaleContinuousNumeric } from 'd3-scale';
import type { ReactNode } from 'react';

type Scale = Pick<ScaleContinuousNumeric<number, number>, 'range' | 'invert'> & ((value: number) => number);

/** One axis of a plot, with a scale of any kind. */
export interface PlotAxis {
  readonly scale: Scale;
  readonly ticks: readonly number[];
  /** How a tick is written; empty for one that has a line only. */
  readonly format: (value: number) => string;
  /** The unit; empty where the numbers carry it. */
  readonly label: string;
  /** Whether the unit of the lower axis stands at its end; else it follows the last number. */
  readonly unitAtEnd?: boolean;
  /** Whether the last number of the lower axis ends at its tick, instead of being centered on it. */
  readonly lastInside?: boolean;
}

export interface PlotFrameProps {
  readonly width: number;
  readonly height: number;
  readonly x: PlotAxis;
  readonly left: PlotAxis;
  readonly right?: PlotAxis;
  readonly textSize: number;
  /** What the plot shows, for those who do not see it. */
  readonly description: string;
  readonly onHover?: (x: number | null) => void;
  /** Drawn beneath the axes. */
  readonly under?: ReactNode;
  readonly children: ReactNode;
}

/** Room around the plotting area for a text size, in pixels. */
export function plotMargins(textSize: number, hasRight: boolean): { top: number; right: number; bottom: number; left: number } {
  return { top: textSize * 0.6, right: hasRight ? textSize * 2.5 : textSize * 0.8, bottom: textSize * 1.7, left: textSize * 2.7 };
}

/** Tabular digits are about this wide, in text sizes. */
const DIGIT = 0.63;

/** The unit follows the last number of the axis, which is centered on its tick. */
function unitPosition({ scale, ticks, format }: PlotAxis, textSize: number): number {
  const last = ticks[ticks.length - 1] ?? 0;
  return scale(last) + (format(last).length * DIGIT * textSize) / 2 + textSize * 0.3;
}

/** Axes with hairline ticks around what `children` draw in the same pixels. */
export function PlotFrame({ width, height, x, left, right, textSize, description, onHover, under, children }: PlotFrameProps) {
  const [x0, x1] = x.scale.range();
  const [y0, y1] = left.scale.range();
  if (x1 - x0 < 20 || y0 - y1 < 20) return null;
  const hover = (clientX: number, element: Element): void => {
    const position = clientX - element.getBoundingClientRect().left;
    onHover?.(position < x0 - 4 || position > x1 + 4 ? null : x.scale.invert(Math.min(Math.max(position, x0), x1)));
  };
  return (
    <svg
      className="plot"
      width={width}
      height={height}
      // On paper it may get less room than it was drawn for.
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={description}
      onPointerMove={(event) => hover(event.clientX, event.currentTarget)}
      onPointerDown={(event) => hover(event.clientX, event.currentTarget)}
      onPointerLeave={() => onHover?.(null)}
    >
      {under}
      <g className="axis">
        {left.ticks.map((tick) => (
          <g key={tick}>
            <line className="gridline" x1={x0} x2={x1} y1={left.scale(tick)} y2={left.scale(tick)} />
            <text x={x0 - 7} y={left.scale(tick)} dy="0.35em" textAnchor="end">
              {left.format(tick)}
            </text>
          </g>
        ))}
        {right?.ticks.map((tick) => (
          <text key={tick} x={x1 + 7} y={right.scale(tick)} dy="0.35em">
            {right.format(tick)}
          </text>
        ))}
        {x.ticks.map((tick, n) => (
          <g key={tick}>
            <line className="tick" x1={x.scale(tick)} x2={x.scale(tick)} y1={y0} y2={y0 + 4} />
            <text x={x.scale(tick)} y={y0 + textSize * 1.35} textAnchor={x.lastInside && n === x.ticks.length - 1 ? 'end' : 'middle'}>
              {x.format(tick)}
            </text>
          </g>
        ))}
        <text x={x.unitAtEnd ? x1 + 4 : unitPosition(x, textSize)} y={y0 + textSize * 1.35} textAnchor={x.unitAtEnd ? 'end' : undefined}>
          {x.label}
        </text>
        <line className="baseline" x1={x0} x2={x1} y1={y0} y2={y0} />
      </g>
      {children}
    </svg>
  );
}
