import { inputError } from '../../core/inputError';
import { integrate } from '../integrate';
import type { Pulse, PulseShape } from './pulse';
import { pulsePhases } from './pulsePhases';
import { ringing, type SeriesRlc, seriesRlc } from './seriesRlc';

/** A capacitor discharged through the coil; `diodeResistance` [Ω] lies beside the capacitor in a monophasic stimulator. */
export interface RlcPulseSpec extends SeriesRlc {
  readonly shape: 'biphasic' | 'halfsine' | 'monophasic';
  readonly diodeResistance?: number;
}

/**
 * Two rectangular phases of the field, the second opposite, weaker by `amplitudeRatio` (≥ 1) and longer by the same factor, so that the
 * current returns to zero: the idealized pulse of a controllable-pulse stimulator (phases of 10-310 µs, ratios 1-56).
 */
export interface RectangularPulseSpec {
  readonly shape: 'rectangular';
  /** Length of the first phase [s]. */
  readonly phaseDuration: number;
  readonly amplitudeRatio: number;
  /** dI/dt of the first phase [A/s]. */
  readonly maxdIdt: number;
  /** Resistance for the heat [Ω]. */
  readonly resistance?: number;
}

export type PulseSpec = RlcPulseSpec | RectangularPulseSpec;

/** A pulse from its circuit or its phases. Typed expressions come from `expressionPulse`, apart, because they bring a parser along. */
export function createPulse(spec: PulseSpec): Pulse {
  requirePositive(spec);
  return spec.shape === 'rectangular' ? rectangularPulse(spec) : rlcPulse(spec);
}

function requirePositive(spec: PulseSpec): void {
  for (const [name, value] of Object.entries(spec)) {
    if (name === 'shape') continue;
    const mayBeZero = name === 'resistance' || name === 'diodeResistance';
    const holds = Number.isFinite(value) && (mayBeZero ? value >= 0 : value > 0);
    if (!holds) throw inputError(`stimulator.${name}`, mayBeZero ? 'be at least 0 and finite' : 'be positive and finite', value);
  }
}

/** What one shape knows of itself; the rest follows by `completePulse`. */
export interface PulseCourse {
  readonly shape: PulseShape;
  readonly duration: number;
  readonly period: number;
  readonly breaks: readonly number[];
  readonly current: (t: number) => number;
  readonly currentRate: (t: number) => number;
  readonly resistance: number | null;
  readonly capacitorVoltage?: (t: number) => number;
}

/** Adds what follows from the course of current and rate: phases, extremes, energy. */
export function completePulse(course: PulseCourse): Pulse {
  const { duration, capacitorVoltage, resistance } = course;
  const inside = (f: (t: number) => number) => (t: number) => (t >= 0 && t <= duration ? f(t) : 0);
  const phases = pulsePhases(course.currentRate, duration, course.breaks);
  const first = phases.extremes[0];
  const turning = [...phases.zeroCrossings, ...course.breaks, duration];
  const watts = (t: number) => (resistance ?? 0) * course.current(t) ** 2;
  return {
    shape: course.shape,
    duration,
    period: course.period,
    maxdIdt: phases.largest,
    current: inside(course.current),
    currentRate: inside(course.currentRate),
    zeroCrossings: phases.zeroCrossings,
    phaseAmplitudes: phases.extremes.map((value) => value / first),
    firstPeakSign: first < 0 ? -1 : 1,
    peakCurrent: turning.reduce((most, t) => Math.max(most, Math.abs(course.current(t))), 0),
    recoveredEnergyFraction: capacitorVoltage ? (capacitorVoltage(duration) / capacitorVoltage(0)) ** 2 : null,
    heatPerPulse: resistance === null ? null : integrate(watts, duration, course.breaks),
    capacitorVoltage,
    breaks: course.breaks,
  };
}

function rlcPulse(spec: RlcPulseSpec): Pulse {
  const { frequency } = ringing(spec);
  const period = (2 * Math.PI) / frequency;
  if (spec.shape === 'monophasic') return completePulse(monophasicCourse(spec, period));
  const duration = spec.shape === 'biphasic' ? period : period / 2;
  return completePulse({
    shape: spec.shape,
    duration,
    period,
    breaks: [],
    current: (t) => seriesRlc(spec, t).current,
    currentRate: (t) => seriesRlc(spec, t).rate,
    capacitorVoltage: (t) => seriesRlc(spec, t).capacitorVoltage,
    resistance: spec.resistance,
  });
}

/** From the moment the capacitor is empty the diode leads: `L di/dt = -(R + R_d) i`; cut when 1/1000 of that current is left. */
function monophasicCourse(spec: RlcPulseSpec, period: number): PulseCourse {
  const { damping, frequency } = ringing(spec);
  const empty = (Math.PI - Math.atan2(frequency, damping)) / frequency;
  const peak = seriesRlc(spec, empty).current;
  const decay = (spec.resistance + (spec.diodeResistance ?? 0)) / spec.inductance;
  if (!(decay > 0)) throw inputError('stimulator.resistance', 'be above 0 Ω together with diodeResistance, or the current never ends', 0);
  const tail = (t: number) => peak * Math.exp(-decay * (t - empty));
  return {
    shape: 'monophasic',
    duration: empty + Math.log(1000) / decay,
    period,
    breaks: [empty],
    current: (t) => (t < empty ? seriesRlc(spec, t).current : tail(t)),
    currentRate: (t) => (t < empty ? seriesRlc(spec, t).rate : -decay * tail(t)),
    capacitorVoltage: (t) => (t < empty ? seriesRlc(spec, t).capacitorVoltage : 0),
    resistance: spec.resistance,
  };
}

function rectangularPulse(spec: RectangularPulseSpec): Pulse {
  const { phaseDuration, amplitudeRatio, maxdIdt } = spec;
  if (amplitudeRatio < 1) throw inputError('stimulator.amplitudeRatio', 'be at least 1', amplitudeRatio);
  const duration = phaseDuration * (1 + amplitudeRatio);
  const back = maxdIdt / amplitudeRatio;
  return completePulse({
    shape: 'rectangular',
    duration,
    period: duration,
    breaks: [phaseDuration],
    current: (t) => (t < phaseDuration ? maxdIdt * t : back * (duration - t)),
    currentRate: (t) => (t < phaseDuration ? maxdIdt : -back),
    resistance: spec.resistance ?? null,
  });
}
