import { scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import { coilById } from '../../coil/coilLibrary';
import { formatNumber, formatQuantity } from '../../core/format';
import type { DepthFocality } from '../../field/measures/measuresAtGap';
import { useTextSize } from '../appContext';
import { useSize } from '../controls/useSize';
import { PlotFrame } from '../plots/PlotFrame';
import type { CoilPoint } from './coilPoint';

/** Ends of the axes [m] and [m²]: all published coils lie between. */
const DEPTHS: readonly [number, number] = [0.008, 0.04];
const SPREADS: readonly [number, number] = [0.0004, 0.03];
const DEPTH_TICKS = [0.01, 0.015, 0.02, 0.03];
const SPREAD_TICKS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02];
const centimeters = { unit: 'cm', factor: 1e2, decimals: 2 };
const squareCentimeters = { unit: 'cm²', factor: 1e4, decimals: 1 };
/** A figure-8 and a round coil whose files hold the published ranges of their kind. */
const RANGES = [
  { coil: 'magstim-70mm-figure8', label: 'figure-8, published' },
  { coil: 'magstim-90mm-circular', label: 'circular, published' },
] as const;

export interface DepthFocalityPlotProps {
  readonly points: readonly CoilPoint[];
  /** The present coil at its present gap; null for one without stored measures. */
  readonly live: DepthFocality | null;
  /** The present coil from contact to the largest gap. */
  readonly trail: readonly DepthFocality[];
  readonly currentId: string;
  readonly currentName: string;
  readonly pointed: string | null;
  readonly onPoint: (id: string | null) => void;
}

/** Tangential spread against half-value depth, both logarithmic: deep and focal at once would be the lower right corner, which is empty. */
export function DepthFocalityPlot({ points, live, trail, currentId, currentName, pointed, onPoint }: DepthFocalityPlotProps) {
  const [ref, { width, height }] = useSize<HTMLDivElement>();
  const textSize = useTextSize();
  const margin = { left: textSize * 2.8, right: textSize * 2.6, top: textSize * 0.5, bottom: textSize * 1.6 };
  const x = scaleLog(DEPTHS, [margin.left, width - margin.right]);
  const y = scaleLog(SPREADS, [height - margin.bottom, margin.top]);
  // Every tick has a line; numbers stand where the next is far enough.
  const crowded = (y(SPREADS[0]) - y(SPREADS[1])) / SPREAD_TICKS.length < textSize * 1.15;
  const path = line<DepthFocality>(
    (p) => x(p.halfValueDepth),
    (p) => y(p.tangentialSpread),
  )(trail as DepthFocality[]);
  const named = points.find(({ id }) => id === pointed);
  return (
    <section className="plot-cell depth-focality">
      <div className="plot-head">
        <h3>S½ in cm² against d½ in cm</h3>
        <span className="plot-reading">{named?.name}</span>
      </div>
      <div className="plot-area" ref={ref}>
        {width > 100 && height > 40 && (
          <PlotFrame
            {...{ width, height, textSize }}
            x={{ scale: x, ticks: DEPTH_TICKS, format: (d) => formatNumber(d * 1e2, d === 0.015 ? 1 : 0), label: 'cm', unitAtEnd: true }}
            left={{
              scale: y,
              ticks: SPREAD_TICKS,
              format: (s) => (crowded && SPREAD_TICKS.indexOf(s) % 2 === 0 ? '' : formatNumber(s * 1e4)),
              label: '',
            }}
            description={describe(points, live, currentName)}
            under={<Ranges x={x} y={y} textSize={textSize} />}
          >
            {path && <path className="coil-trail" d={path} />}
            {points.map((point) => (
              <CoilMark
                key={point.id}
                x={x(point.halfValueDepth)}
                y={y(point.tangentialSpread)}
                round={point.pattern === 'circular'}
                current={point.id === currentId}
                pointed={point.id === pointed}
                onPoint={(on) => onPoint(on ? point.id : null)}
              />
            ))}
            {live && <circle className="probe-dot" cx={x(live.halfValueDepth)} cy={y(live.tangentialSpread)} r="5" />}
          </PlotFrame>
        )}
      </div>
    </section>
  );
}

type LogScale = (value: number) => number;

function Ranges({ x, y, textSize }: { x: LogScale; y: LogScale; textSize: number }) {
  return (
    <g className="published">
      {RANGES.map(({ coil, label }, n) => {
        const { halfValueDepth, lowestTangentialSpread } = coilById(coil).focality;
        const [from, to] = halfValueDepth.value.map(x);
        const bottom = y(lowestTangentialSpread.value);
        const top = y(SPREADS[1]);
        return (
          <g key={coil} data-kind={n === 0 ? 'figure8' : 'circular'}>
            <rect x={from} y={top} width={to - from} height={bottom - top} />
            <text x={to - 4} y={bottom - 5} textAnchor="end" fontSize={textSize}>
              {label}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function CoilMark(props: { x: number; y: number; round: boolean; current: boolean; pointed: boolean; onPoint: (on: boolean) => void }) {
  const { x, y, round, current, pointed, onPoint } = props;
  const kind = { className: 'coil-mark', 'data-current': current || undefined, 'data-pointed': pointed || undefined };
  return (
    <g onPointerEnter={() => onPoint(true)} onPointerLeave={() => onPoint(false)}>
      {/* A larger, empty circle takes the pointer. */}
      <circle cx={x} cy={y} r="9" fill="transparent" />
      {round ? <circle {...kind} cx={x} cy={y} r="4" /> : <path {...kind} d={`M${x} ${y - 5}l5 5l-5 5l-5-5z`} />}
    </g>
  );
}

function describe(points: readonly CoilPoint[], live: DepthFocality | null, name: string): string {
  const measured = ({ halfValueDepth, tangentialSpread }: DepthFocality): string =>
    `half-value depth ${formatQuantity(halfValueDepth, centimeters)}, spread ${formatQuantity(tangentialSpread, squareCentimeters)}`;
  const now = live ? `${name} at the present gap: ${measured(live)}.` : `${name} has no measures.`;
  return `Tangential spread against half-value depth of ${points.length} coils on the standard sphere, logarithmic axes. ${now}`;
}
