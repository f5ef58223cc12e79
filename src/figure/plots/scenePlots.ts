import { ticks as roundTicks } from 'd3-array';
import { formatNumber } from '../../core/format';
import { chosenColorScale } from '../../field/color/chosenColorScale';
import { depthCurveOf } from '../../field/grid/depthCurve';
import { readouts, sourceAmplitude } from '../../field/measures/readouts';
import { createAxisCrossings } from '../../field/probe/axisCrossings';
import { pulseOfChoices } from '../../field/pulse/pulseOfChoices';
import { unitOfModel } from '../../field/simulation/modelLadder';
import type { HeadModel } from '../../head/loadHead';
import type { ComputedScene } from '../../share/data/sceneTables';
import { axisTop, type CurvePoint, curvePoints, halfValuePoint, highest } from '../../ui/plots/falloffCurve';
import type { Chart, ChartAxis, ChartBand } from './chart';

/** How deep the depth curve reaches below the coil's face [m], and samples of the pulse: those of the plots on the page. */
const DEEPEST = 0.06;
const SAMPLES = 240;

const LAYERS = [
  ['scalp', 'outerSkull', 'scalp', 'layer-scalp'],
  ['outerSkull', 'innerSkull', 'skull', 'layer-skull'],
  ['innerSkull', 'cortex', 'CSF', 'layer-csf'],
  ['cortex', null, 'brain', 'layer-brain'],
] as const;

/** An axis from `low` to `high` with round numbers. */
function axis(low: number, high: number, label: string, format: (value: number) => string): ChartAxis {
  return { low, high, label, format, ticks: [6, 4, 3, 2, 1].map((count) => roundTicks(low, high, count)) };
}

const plain = (top: number) => (value: number) => formatNumber(value, top < 1 ? 2 : top < 10 ? 1 : 0);

const _crossings = new WeakMap<HeadModel, ReturnType<typeof createAxisCrossings>>();

/** The surfaces of a head are prepared once. */
function crossingsOf(head: HeadModel): ReturnType<typeof createAxisCrossings> {
  const known = _crossings.get(head) ?? createAxisCrossings(head);
  _crossings.set(head, known);
  return known;
}

/** The field along the axis of the coil, through the layers of the head; the same curves as on the page. */
export function depthChart({ head, choices, snapshot }: ComputedScene): Chart {
  const { field, pose } = snapshot;
  const { distance, magnitude, fluxDensity } = depthCurveOf(snapshot) ?? field.depthCurve;
  const magnetic = unitOfModel(field.model) === 'T';
  const inMillimeters = (points: readonly CurvePoint[]) => points.map(([depth, value]) => [1e3 * depth, value] as const);
  const flux = curvePoints(distance, fluxDensity, pulseOfChoices(choices).peakCurrent, DEEPEST);
  const electric = magnetic ? [] : curvePoints(distance, magnitude, sourceAmplitude(field.model, choices), DEEPEST);
  const shown = magnetic ? flux : electric;
  const crossings = crossingsOf(head)(pose);
  const { limit } = chosenColorScale({ ...choices, fieldComponent: 'magnitude' }, magnetic ? 'T' : 'V/m');
  const top = Math.max(limit, axisTop(highest(shown)));
  const fluxTop = axisTop(highest(flux));
  const half = crossings.cortex === null ? null : halfValuePoint(shown, crossings.cortex);
  const bands = LAYERS.flatMap(([from, to, name, color]): ChartBand[] => {
    const start = crossings[from];
    return start === null ? [] : [{ from: 1e3 * start, to: 1e3 * ((to && crossings[to]) ?? DEEPEST), name, color }];
  });
  return {
    x: axis(0, 1e3 * DEEPEST, 'mm below the coil', (value) => formatNumber(value)),
    left: axis(0, top, magnetic ? '|B|, T' : '|E|, V/m', plain(top)),
    right: magnetic ? null : axis(0, fluxTop, '|B|, T', plain(fluxTop)),
    curves: [
      ...(magnetic ? [] : [{ points: inMillimeters(flux), axis: 'right' as const, dashed: true }]),
      { points: inMillimeters(shown), axis: 'left', dashed: false },
    ],
    bands,
    mark: half && { point: [1e3 * half[0], half[1]], text: `half at ${formatNumber(1e3 * half[0])}\u202fmm` },
  };
}

/** Field at the target, or the rate of current where a magnetic field is shown, and the current, over the pulse. */
export function pulseChart({ choices, snapshot }: ComputedScene): Chart {
  const pulse = pulseOfChoices(choices);
  const shown = readouts(snapshot, choices);
  const magnetic = unitOfModel(snapshot.field.model) === 'T';
  const times = Array.from({ length: SAMPLES + 1 }, (_, n) => (n / SAMPLES) * pulse.duration);
  const rates = times.map((t) => pulse.currentRate(t));
  const highestRate = Math.max(...rates.map(Math.abs)) || 1;
  // A component of the field may point the other way while the current rises.
  const peak = magnetic ? highestRate * 1e-6 : (shown?.atTarget ?? snapshot.field.summary.atTarget.magnitude * choices.dIdt);
  const { limit } = chosenColorScale(choices, 'V/m');
  const top = magnetic ? axisTop(Math.abs(peak)) : Math.max(limit, axisTop(Math.abs(peak)));
  const currentTop = axisTop(pulse.peakCurrent * 1e-3);
  const signed = peak < 0 || Math.min(...rates) < -0.02 * highestRate;
  const symmetric = (high: number, label: string): ChartAxis => ({
    low: signed ? -high : 0,
    high,
    label,
    format: plain(high),
    ticks: [signed ? [-high, -high / 2, 0, high / 2, high] : [0, high / 2, high], signed ? [-high, 0, high] : [0, high], [0]],
  });
  return {
    x: axis(0, 1e6 * pulse.duration, 'µs', (value) => formatNumber(value)),
    left: symmetric(top, magnetic ? 'dI/dt, A/µs' : 'E at target, V/m'),
    right: symmetric(currentTop, 'I, kA'),
    curves: [
      { points: times.map((t) => [1e6 * t, 1e-3 * pulse.current(t)] as const), axis: 'right', dashed: true },
      { points: times.map((t, n) => [1e6 * t, (peak * rates[n]) / highestRate] as const), axis: 'left', dashed: false },
    ],
    bands: [],
    mark: null,
  };
}
