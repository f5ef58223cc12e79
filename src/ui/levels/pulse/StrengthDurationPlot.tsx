import { scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import { formatNumber } from '../../../core/format';
import { PULSE_DIRECTIONS, type PulseCurves, timeConstant } from '../../../dose/threshold/pulseCurves';
import { strengthDuration } from '../../../physics/pulse/strengthDuration';
import { useTextSize } from '../../appContext';
import { useSize } from '../../controls/useSize';
import { PlotFrame } from '../../plots/PlotFrame';
import { PlotHead } from '../../plots/PlotHead';
import { FactButton } from '../shared/FactButton';
import { STRENGTH_FACT } from './pulsePlotFacts';

const WIDTHS: readonly [number, number] = [1e-5, 1e-3];
const STRENGTHS: readonly [number, number] = [1, 40];
const WIDTH_TICKS = [1e-5, 3e-5, 1e-4, 3e-4, 1e-3];
const STRENGTH_TICKS = [1, 2, 5, 10, 20, 40];
const SAMPLES = Array.from({ length: 81 }, (_, n) => WIDTHS[0] * (WIDTHS[1] / WIDTHS[0]) ** (n / 80));
const microseconds = (width: number): string => `${formatNumber(width * 1e6)}${width === WIDTHS[1] ? ' µs' : ''}`;
const NAMES = { 'posterior-anterior': 'posterior–anterior', 'anterior-posterior': 'anterior–posterior' };

/** Threshold field over rheobase against the width of a rectangular pulse; the present pulse stands where a rectangle of the same effect would. */
export function StrengthDurationPlot({ curves }: { readonly curves: PulseCurves }) {
  const [ref, { width, height }] = useSize<HTMLDivElement>();
  const textSize = useTextSize();
  const x = scaleLog(WIDTHS, [textSize * 2.4, width - textSize]).clamp(true);
  const y = scaleLog(STRENGTHS, [height - textSize * 1.8, textSize * 0.6]).clamp(true);
  const present = PULSE_DIRECTIONS.map((direction) => ({
    direction,
    width: curves.equivalentWidth[direction],
    strength: 1 / curves.gain[direction],
  }));
  return (
    <figure className="level-block">
      <PlotHead
        title="Strength against duration"
        keys={PULSE_DIRECTIONS.map((direction, n) => ({ kind: n === 0 ? 'field' : 'current', label: NAMES[direction] }))}
        reading={null}
      >
        <FactButton fact={STRENGTH_FACT}>how?</FactButton>
      </PlotHead>
      <div className="plot-area strength-plot" ref={ref}>
        {width > 100 && (
          <PlotFrame
            {...{ width, height, textSize }}
            x={{ scale: x, ticks: WIDTH_TICKS, format: microseconds, label: '', lastInside: true }}
            left={{ scale: y, ticks: STRENGTH_TICKS, format: String, label: '' }}
            description={`Threshold field over rheobase against the width of a rectangular pulse. The present pulse acts like a rectangle of ${present.map((p) => `${formatNumber(p.width * 1e6)} µs (${NAMES[p.direction]}, ${formatNumber(p.strength, 1)} times the rheobase)`).join(' and ')}.`}
          >
            {PULSE_DIRECTIONS.map((direction, n) => (
              <path key={direction} className={`curve ${n === 0 ? 'field' : 'current'}`} d={path(direction, x, y)} />
            ))}
            {present.map((p) => (
              <circle key={p.direction} className="probe-dot" cx={x(p.width)} cy={y(p.strength)} r="5" />
            ))}
          </PlotFrame>
        )}
      </div>
    </figure>
  );
}

function path(direction: (typeof PULSE_DIRECTIONS)[number], x: (v: number) => number, y: (v: number) => number): string {
  const tau = timeConstant(direction);
  return (
    line<number>(
      (width) => x(width),
      (width) => y(strengthDuration(width, tau, 1)),
    )(SAMPLES) ?? ''
  );
}
