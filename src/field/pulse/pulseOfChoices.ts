import type { StimulatorDescription } from '../../coil/stimulatorDescription';
import { STIMULATOR_IDS, stimulatorById } from '../../coil/stimulatorLibrary';
import { createPulse, type PulseSpec } from '../../physics/pulse/createPulse';
import type { Pulse } from '../../physics/pulse/pulse';
import { ringing } from '../../physics/pulse/seriesRlc';
import { shapedPulse } from '../../physics/pulse/shapedPulse';
import type { Choices } from '../../state/choices';

/** The choices that shape the pulse. */
export type PulseChoices = Pick<Choices, 'dIdt' | 'pulseShape' | 'pulseWidth' | 'typedPulse' | 'stimulatorId'>;

/** Differs where the pulse differs, apart from its size: what is worked out from the shape is kept as long as this stays. */
export const pulseShapeKey = (c: Omit<PulseChoices, 'dIdt'>): string =>
  c.pulseShape === 'typed'
    ? `${c.stimulatorId} ${c.typedPulse.duration} ${c.typedPulse.expression}`
    : `${c.stimulatorId} ${c.pulseShape} ${c.pulseWidth}`;

/** The pulse as chosen; currents and rates scale with the chosen largest dI/dt. */
export interface ChosenPulse {
  readonly duration: number;
  readonly period: number;
  /** Largest dI/dt, A/s. */
  readonly maxdIdt: number;
  /** Largest current, A. */
  readonly peakCurrent: number;
  /** A at t seconds. */
  readonly current: (t: number) => number;
  /** A/s at t seconds. */
  readonly currentRate: (t: number) => number;
  readonly zeroCrossings: readonly number[];
}

/** Largest dI/dt that a stimulator reaches with its coil, A/s: its capacitor voltage over the inductance. */
export const maximumRate = ({ voltage, inductance }: StimulatorDescription): number => voltage.value / inductance.value;

/** Time [s] from the start of a stimulator's pulse to the end of the first phase of the field. */
export function firstPhase({ inductance, capacitance, resistance }: StimulatorDescription): number {
  const circuit = { inductance: inductance.value, capacitance: capacitance.value, resistance: resistance.value, voltage: 1 };
  const { damping, frequency } = ringing(circuit);
  return Math.atan2(frequency, damping) / frequency;
}

/**
 * The stimulator's own pulse, stretched in time so that the first phase of the field lasts the chosen width, and scaled to the chosen
 * largest dI/dt. Stretching by s keeps the shape: the capacitance grows by s², the resistances fall by s. A typed pulse lasts as long as was typed.
 */
export function pulseOfChoices(choices: PulseChoices): ChosenPulse {
  const unit = unitPulseOfChoices(choices);
  const { dIdt } = choices;
  return {
    duration: unit.duration,
    period: unit.period,
    maxdIdt: dIdt,
    peakCurrent: dIdt * unit.peakCurrent,
    current: (t) => dIdt * unit.current(t),
    currentRate: (t) => dIdt * unit.currentRate(t),
    zeroCrossings: unit.zeroCrossings,
  };
}

/** How many pulses are kept: those of the present scene, of a kept one, and of what was tried just before. */
const MOST_KEPT = 4;
/** Pulses by their key, the last asked for at the end. They follow from the key alone, so whose they are does not matter. */
const _pulses = new Map<string, Pulse>();

/**
 * The chosen pulse with a largest dI/dt of 1 A/s, with all that physics knows of it; currents scale with dI/dt, energies with its square. The last
 * ones are kept, because intensity changes ask for them again and again.
 */
export function unitPulseOfChoices(choices: Omit<PulseChoices, 'dIdt'>): Pulse {
  const key = pulseShapeKey(choices);
  const pulse = _pulses.get(key) ?? makePulse(choices);
  _pulses.delete(key);
  _pulses.set(key, pulse);
  if (_pulses.size > MOST_KEPT) _pulses.delete(_pulses.keys().next().value as string);
  return pulse;
}

function makePulse(choices: Omit<PulseChoices, 'dIdt'>): Pulse {
  const spec = unitSpecOfChoices(choices);
  const resistance = stimulatorById(choices.stimulatorId).resistance.value;
  return spec ? createPulse(spec) : shapedPulse({ ...choices.typedPulse, maxdIdt: 1, resistance });
}

/** The circuit or the phases of that pulse; null for a typed one, which comes from no circuit. */
export const unitSpecOfChoices = ({ stimulatorId, pulseShape, pulseWidth }: Omit<PulseChoices, 'dIdt'>): PulseSpec | null =>
  pulseShape === 'typed' ? null : unitSpec(stimulatorById(stimulatorId), pulseShape, pulseWidth);

function unitSpec(stimulator: StimulatorDescription, shape: Exclude<Choices['pulseShape'], 'typed'>, width: number): PulseSpec {
  const resistance = stimulator.resistance.value;
  const stretch = width / firstPhase(stimulator);
  if (shape === 'rectangular') return { shape, phaseDuration: width, amplitudeRatio: 1, maxdIdt: 1, resistance };
  return {
    shape,
    inductance: stimulator.inductance.value,
    capacitance: stimulator.capacitance.value * stretch ** 2,
    resistance: resistance / stretch,
    voltage: stimulator.inductance.value,
    ...(shape === 'monophasic' ? { diodeResistance: diodeResistance(stimulator) / stretch } : {}),
  };
}

/** A stimulator that makes no monophasic pulses borrows the diode branch of the one that does. */
function diodeResistance(stimulator: StimulatorDescription): number {
  const own = stimulator.diodeResistance?.value;
  if (own !== undefined) return own;
  return STIMULATOR_IDS.map((id) => stimulatorById(id)).find((candidate) => candidate.diodeResistance)?.diodeResistance?.value ?? 0;
}
