import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { type ReactNode, useMemo } from 'react';
import { formatNumber } from '../../../core/format';
import type { PulseCurves } from '../../../dose/threshold/pulseCurves';
import { useApp, useTextSize, useView } from '../../appContext';
import { useSize } from '../../controls/useSize';
import { axisTop } from '../../plots/falloffCurve';
import { PlotFrame, plotMargins } from '../../plots/PlotFrame';
import { type CurveKey, PlotHead } from '../../plots/PlotHead';
import { timeTicks } from '../../plots/plotTicks';
import { type Fact, FactButton } from '../shared/FactButton';
import { CURRENT_FACT, MEMBRANE_FACT, RATE_OF_CURRENT_FACT } from './pulsePlotFacts';

interface Curve {
  readonly kind: string;
  readonly values: Float64Array;
  readonly factor: number;
}

interface PulsePlotRowProps {
  readonly title: string;
  readonly fact: Fact;
  readonly keys: readonly CurveKey[];
  readonly curves: readonly Curve[];
  readonly duration: number;
  /** Largest value of the left axis. */
  readonly top: number;
  readonly unit: string;
  /** Largest value of the right axis, which shares the zero line. */
  readonly right?: { readonly top: number; readonly unit: string };
  readonly description: string;
}

export interface PulsePlotsProps {
  readonly curves: PulseCurves;
  /** A/s. */
  readonly dIdt: number;
  /** Largest field at the target [V/m], or null where the model has no electric field. */
  readonly fieldAtTarget: number | null;
}

/** What the coil does, what it induces and what a membrane makes of it, on one time axis. */
export function PulsePlots({ curves, dIdt, fieldAtTarget }: PulsePlotsProps) {
  const { duration, current, currentRate, membrane } = curves;
  const peakCurrent = dIdt * largest(current);
  const fieldTop = fieldAtTarget === null ? undefined : { top: axisTop(dIdt * 1e-6) * (fieldAtTarget / (dIdt * 1e-6 || 1)), unit: 'V/m' };
  return (
    <div className="pulse-plots">
      <PulsePlotRow
        title="Current in the coil"
        fact={CURRENT_FACT}
        keys={[{ kind: 'current', label: 'I, kA' }]}
        curves={[{ kind: 'current', values: current, factor: dIdt * 1e-3 }]}
        {...{ duration, top: axisTop(peakCurrent * 1e-3), unit: 'kA' }}
        description={`Coil current; largest ${formatNumber(peakCurrent * 1e-3, 2)} kA.`}
      />
      <PulsePlotRow
        title="Rate of current, and field"
        fact={RATE_OF_CURRENT_FACT}
        keys={[{ kind: 'field', label: fieldTop ? 'dI/dt, A/µs · E at target, V/m' : 'dI/dt, A/µs' }]}
        curves={[{ kind: 'field', values: currentRate, factor: dIdt * 1e-6 }]}
        {...{ duration, top: axisTop(dIdt * 1e-6), unit: 'A/µs', right: fieldTop }}
        description={`Rate of current; largest ${formatNumber(dIdt * 1e-6, 1)} A/µs. The induced field has the same shape.`}
      />
      <PulsePlotRow
        title="Membrane"
        fact={MEMBRANE_FACT}
        keys={[
          { kind: 'field', label: 'V, posterior–anterior' },
          { kind: 'current', label: 'anterior–posterior' },
        ]}
        curves={[
          { kind: 'field', values: membrane['posterior-anterior'], factor: 1 },
          { kind: 'current', values: membrane['anterior-posterior'], factor: 1 },
        ]}
        {...{ duration, top: axisTop(Math.max(...Object.values(curves.gain))), unit: '' }}
        description={`Depolarization of a leaky membrane for a field whose first peak is 1; largest ${formatNumber(curves.gain['posterior-anterior'], 3)} for posterior–anterior and ${formatNumber(curves.gain['anterior-posterior'], 3)} for anterior–posterior current.`}
      />
    </div>
  );
}

const largest = (values: Float64Array): number => values.reduce((most, v) => Math.max(most, Math.abs(v)), 0);

function PulsePlotRow({ title, fact, keys, curves, duration, top, unit, right, description }: PulsePlotRowProps) {
  const { view } = useApp();
  const [ref, { width, height }] = useSize<HTMLDivElement>();
  const textSize = useTextSize();
  const margin = plotMargins(textSize, true);
  const signed = curves.some(({ values, factor }) => values.some((v) => v * factor < -0.01 * top));
  const reach = signed ? -1 : 0;
  const x = useMemo(() => scaleLinear([0, duration], [margin.left, width - margin.right]), [duration, margin.left, margin.right, width]);
  const y = useMemo(
    () => scaleLinear([reach * top, top], [height - margin.bottom, margin.top]),
    [reach, top, height, margin.bottom, margin.top],
  );
  const ticks = (size: number): number[] => (signed ? [-size, 0, size] : [0, size]);
  const decimals = (size: number): number => (Number.isInteger(size) ? 0 : size < 1 ? 2 : 1);
  return (
    <figure className="pulse-plot-row">
      <PlotHead title={title} keys={keys} reading={null}>
        <FactButton fact={fact}>how?</FactButton>
      </PlotHead>
      <div className="plot-area" ref={ref}>
        <PlotFrame
          {...{ width, height, textSize, description }}
          x={{
            scale: x,
            ticks: timeTicks(duration, width - margin.left - margin.right, textSize),
            format: (t) => formatNumber(t * 1e6),
            label: 'µs',
          }}
          left={{ scale: y, ticks: ticks(top), format: (value) => formatNumber(value, decimals(top)), label: unit }}
          right={
            right && {
              scale: scaleLinear([reach * right.top, right.top], y.range() as [number, number]),
              ticks: ticks(right.top),
              format: (value) => formatNumber(value),
              label: right.unit,
            }
          }
          onHover={(t) => t !== null && view.setState({ pulseTime: t })}
        >
          <line className="zero" x1={margin.left} x2={width - margin.right} y1={y(0)} y2={y(0)} />
          {curves.map((curve) => (
            <CurvePath key={curve.kind} curve={curve} x={x} y={y} duration={duration} />
          ))}
          <Moment>{(t) => <line className="crosshair" x1={x(t)} x2={x(t)} y1={y(top)} y2={y(reach * top)} />}</Moment>
        </PlotFrame>
      </div>
    </figure>
  );
}

type Scale = (value: number) => number;

function CurvePath({ curve: { kind, values, factor }, x, y, duration }: { curve: Curve; x: Scale; y: Scale; duration: number }) {
  const path = useMemo(
    () =>
      line<number>(
        (_, n) => x((duration * n) / (values.length - 1)),
        (v) => y(v * factor),
      )(values as unknown as number[]),
    [values, factor, x, y, duration],
  );
  return path && <path className={`curve ${kind}`} d={path} />;
}

/** Draws what belongs to the moment of the scrubber; only this part renders again while it moves. */
function Moment({ children }: { readonly children: (t: number) => ReactNode }) {
  const time = useView((view) => view.pulseTime);
  return time === null ? null : children(time);
}
