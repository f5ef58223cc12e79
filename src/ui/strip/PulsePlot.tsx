import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { useMemo, useState } from 'react';
import { formatField, formatNumber, formatQuantity } from '../../core/format';
import { useColorScale, usePulse, useReadouts, useTextSize, useView } from '../appContext';
import { useSize } from '../controls/useSize';
import { axisTop } from '../plots/falloffCurve';
import { type PlotAxis, PlotFrame, plotMargins } from '../plots/PlotFrame';
import { PlotHead } from '../plots/PlotHead';
import { timeTicks } from '../plots/plotTicks';
import { useProbeValue } from '../shown/useProbeValue';

const SAMPLES = 240;
const microseconds = { unit: 'µs', factor: 1e6, decimals: 0 };

type Sample = readonly [time: number, value: number];

/** What the coil current does during the pulse, and the field that it induces. */
export function PulsePlot() {
  const [ref, { width, height }] = useSize<HTMLDivElement>();
  const [time, setTime] = useState<number | null>(null);
  const textSize = useTextSize();
  const pulse = usePulse();
  const samples = useMemo(() => samplePulse(pulse), [pulse]);
  const induced = useInduced(samples.highestRate);
  const margin = plotMargins(textSize, true);
  const bottom = height - margin.bottom;
  // Both axes share their zero line; the current's top is a round number of kiloamperes.
  const { limit, unit } = useColorScale();
  // In V/m the axis is that of the legend, so that pointing elsewhere does not change it.
  const needed = axisTop(Math.abs(induced.peak));
  const top = unit === 'T' ? needed : Math.max(limit, needed);
  const currentTop = axisTop(pulse.peakCurrent);
  // A component of the field may point the other way while the current rises.
  const reach = samples.signed || induced.peak < 0 ? -1 : 0;
  const x = scaleLinear([0, pulse.duration], [margin.left, width - margin.right]);
  const y = scaleLinear([reach * top, top], [bottom, margin.top]);
  const y2 = scaleLinear([reach * currentTop, currentTop], [bottom, margin.top]);
  const path = (values: readonly Sample[], scale: typeof y, factor: number): string =>
    line<Sample>(
      (p) => x(p[0]),
      (p) => scale(p[1] * factor),
    )(values as Sample[]) ?? '';
  const fieldAt = (t: number): number => (induced.peak * pulse.currentRate(t)) / (samples.highestRate || 1);

  return (
    <section className="plot-cell pulse">
      <PlotHead
        title="Pulse"
        keys={[
          { kind: 'field', label: induced.label, place: induced.place, unit: induced.unit },
          { kind: 'current', label: 'I', unit: 'kA' },
        ]}
        reading={
          time === null
            ? null
            : `${formatQuantity(time, microseconds)} · ${induced.format(fieldAt(time))} · ${formatNumber(pulse.current(time) * 1e-3, 1)}\u202fkA`
        }
      />
      <div className="plot-area" ref={ref}>
        <PlotFrame
          {...{ width, height, textSize }}
          x={{
            scale: x,
            ticks: timeTicks(pulse.duration, width - margin.left - margin.right, textSize),
            format: (t) => formatNumber(t * 1e6),
            label: 'µs',
          }}
          left={symmetricAxis(y, reach, top, (value) => formatNumber(value, top < 10 ? 1 : 0), induced.unit)}
          right={symmetricAxis(
            y2,
            reach,
            currentTop,
            (value) => formatNumber(value * 1e-3, Number.isInteger(currentTop * 1e-3) ? 0 : 1),
            'kA',
          )}
          description={`${[induced.label, induced.place].filter(Boolean).join(' ')} and coil current during the pulse of ${formatQuantity(pulse.duration, microseconds)}; largest current ${formatNumber(pulse.peakCurrent * 1e-3, 1)} kA.`}
          onHover={setTime}
        >
          <line className="zero" x1={margin.left} x2={width - margin.right} y1={y(0)} y2={y(0)} />
          <path className="curve current" d={path(samples.current, y2, 1)} />
          <path className="curve field" d={path(samples.rate, y, induced.peak / (samples.highestRate || 1))} />
          {induced.probed && <circle className="probe-dot" cx={x(samples.peakTime)} cy={y(induced.peak * samples.peakSign)} r="5" />}
          {time !== null && <line className="crosshair" x1={x(time)} x2={x(time)} y1={bottom} y2={margin.top} />}
        </PlotFrame>
      </div>
    </section>
  );
}

interface Induced {
  readonly label: string;
  /** Where that is. */
  readonly place?: string;
  readonly unit: string;
  /** Largest value during the pulse, in the unit shown. */
  readonly peak: number;
  readonly format: (value: number) => string;
  /** Whether it is the field at the probe. */
  readonly probed: boolean;
}

/** What the first curve shows: E at the probed point, else at the target; with the magnetic model the rate of current that would induce it. */
function useInduced(highestRate: number): Induced {
  const values = useReadouts();
  const probe = useView((view) => view.probe);
  const atProbe = useProbeValue(probe, values?.scale ?? 0);
  if (!values || values.unit === 'T') {
    return { label: 'dI/dt', unit: 'A/µs', peak: highestRate * 1e-6, format: (value) => `${formatNumber(value)}\u202fA/µs`, probed: false };
  }
  const format = (value: number): string => (value < 0 ? `\u2212${formatField(-value, 'V/m')}` : formatField(value, 'V/m'));
  return atProbe === null
    ? { label: 'E', place: 'at target', unit: 'V/m', peak: values.atTarget, format, probed: false }
    : { label: 'E', place: 'here', unit: 'V/m', peak: atProbe, format, probed: true };
}

interface PulseSamples {
  readonly rate: readonly Sample[];
  readonly current: readonly Sample[];
  readonly highestRate: number;
  /** When the rate is highest in size, and its sign there. */
  readonly peakTime: number;
  readonly peakSign: number;
  readonly signed: boolean;
}

function samplePulse(pulse: ReturnType<typeof usePulse>): PulseSamples {
  const times = Array.from({ length: SAMPLES + 1 }, (_, n) => (n / SAMPLES) * pulse.duration);
  const rate = times.map((t): Sample => [t, pulse.currentRate(t)]);
  const current = times.map((t): Sample => [t, pulse.current(t)]);
  const [peakTime, peakRate] = rate.reduce((top, sample) => (Math.abs(sample[1]) > Math.abs(top[1]) ? sample : top));
  const highestRate = Math.abs(peakRate);
  const lowest = rate.reduce((low, [, value]) => Math.min(low, value), 0);
  return { rate, current, highestRate, peakTime, peakSign: Math.sign(peakRate), signed: lowest < -0.02 * highestRate };
}

function symmetricAxis(scale: PlotAxis['scale'], reach: number, top: number, format: (value: number) => string, label: string): PlotAxis {
  return { scale, ticks: reach < 0 ? [-top, 0, top] : [0, top], format, label };
}
