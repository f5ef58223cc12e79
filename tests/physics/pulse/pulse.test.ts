import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stimulatorPulseSpec } from '../../../src/coil/stimulatorDescription';
import { stimulatorById } from '../../../src/coil/stimulatorLibrary';
import { integrate } from '../../../src/physics/integrate';
import { createPulse, type RlcPulseSpec } from '../../../src/physics/pulse/createPulse';
import { type Pulse, samplePulse } from '../../../src/physics/pulse/pulse';
import { X100_MC_B70 } from '../../reference/physicsFigures';

const CIRCUIT = { inductance: 12.5e-6, capacitance: 185.7e-6, resistance: 0.0199, voltage: 1941 };
const make = (shape: RlcPulseSpec['shape'], more: Partial<RlcPulseSpec> = {}) => createPulse({ shape, ...CIRCUIT, ...more });
const circuits = fc.record({
  inductance: fc.double({ min: 5e-6, max: 30e-6, noNaN: true }),
  capacitance: fc.double({ min: 50e-6, max: 500e-6, noNaN: true }),
  resistance: fc.double({ min: 0.002, max: 0.08, noNaN: true }),
  voltage: fc.double({ min: 100, max: 3000, noNaN: true }),
});

/** ∫ E dt over peak × duration. */
const netField = (pulse: Pulse) => Math.abs(integrate(pulse.currentRate, pulse.duration, pulse.breaks)) / (pulse.maxdIdt * pulse.duration);

describe('The pulse of the MagPro X100 with MC-B70', () => {
  const pulse = createPulse(stimulatorPulseSpec(stimulatorById('magpro-x100-mc-b70')));

  it('has the measured period, zeros, phases and current', () => {
    expect(Math.abs(pulse.period - X100_MC_B70.period)).toBeLessThan(2e-6);
    expect(pulse.zeroCrossings).toHaveLength(2);
    pulse.zeroCrossings.forEach((time, i) => {
      expect(Math.abs(time - X100_MC_B70.zeroCrossings[i])).toBeLessThan(2e-6);
    });
    expect(pulse.phaseAmplitudes).toHaveLength(3);
    pulse.phaseAmplitudes.forEach((value, i) => {
      expect(Math.abs(value - X100_MC_B70.phaseAmplitudes[i])).toBeLessThan(0.01);
    });
    expect(Math.abs(pulse.peakCurrent / X100_MC_B70.peakCurrent - 1)).toBeLessThan(0.02);
    expect(Math.abs(pulse.maxdIdt / X100_MC_B70.maxdIdt - 1)).toBeLessThan(1e-3);
  });

  it('induces no net field over its period', () => {
    expect(netField(pulse)).toBeLessThan(1e-4);
  });
});

describe('A measured waveform', () => {
  it.each(['magpro-x100-mc-b70', 'magpro-x100-cool-b65', 'magstim-rapid-d70'])('of %s is that of its circuit', (id) => {
    const stimulator = stimulatorById(id);
    const pulse = createPulse(stimulatorPulseSpec(stimulator));
    const { period, phaseAmplitudes, peakCurrent, maxdIdt } = stimulator.measured!;
    expect(Math.abs(pulse.period - period.value)).toBeLessThan(2e-6);
    phaseAmplitudes.value.forEach((value, i) => {
      expect(Math.abs(pulse.phaseAmplitudes[i] - value)).toBeLessThan(0.01);
    });
    expect(Math.abs(pulse.peakCurrent / peakCurrent.value - 1)).toBeLessThan(0.02);
    expect(Math.abs(pulse.maxdIdt / maxdIdt.value - 1)).toBeLessThan(1e-3);
  });
});

describe('A series circuit', () => {
  it('loses in a biphasic pulse exactly the heat that its capacitor misses', () => {
    fc.assert(
      fc.property(circuits, (circuit) => {
        const pulse = createPulse({ shape: 'biphasic', ...circuit });
        const stored = 0.5 * circuit.capacitance * circuit.voltage ** 2;
        expect(Math.abs(pulse.heatPerPulse! / (stored * (1 - pulse.recoveredEnergyFraction!)) - 1)).toBeLessThan(1e-6);
      }),
      { numRuns: 50 },
    );
  });

  it('starts with dI/dt = V/L, its largest, and has a current that is the integral of dI/dt', () => {
    fc.assert(
      fc.property(circuits, fc.constantFrom('biphasic', 'halfsine', 'monophasic'), (circuit, shape) => {
        const pulse = createPulse({ shape: shape as RlcPulseSpec['shape'], ...circuit, diodeResistance: 0.03 });
        expect(Math.abs(pulse.maxdIdt / (circuit.voltage / circuit.inductance) - 1)).toBeLessThan(1e-12);
        expect(pulse.currentRate(0)).toBe(pulse.maxdIdt);
        for (const share of [0.2, 0.5, 0.9]) {
          const end = share * pulse.duration;
          const area = integrate(
            pulse.currentRate,
            end,
            pulse.breaks.filter((b) => b < end),
          );
          expect(Math.abs(area - pulse.current(end))).toBeLessThan(1e-6 * pulse.peakCurrent);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('induces no net field in a whole cycle or a half-sine, and next to none in a monophasic pulse cut at a thousandth', () => {
    expect(netField(make('biphasic'))).toBeLessThan(1e-10);
    expect(netField(make('halfsine'))).toBeLessThan(1e-10);
    expect(netField(make('monophasic', { diodeResistance: 0.05 }))).toBeLessThan(1e-4);
  });

  it('rings forever without resistance: equal phases, all energy back', () => {
    const pulse = make('biphasic', { resistance: 0 });
    expect(pulse.recoveredEnergyFraction).toBeCloseTo(1, 12);
    expect(pulse.heatPerPulse).toBe(0);
    expect(pulse.phaseAmplitudes.map((a) => Math.round(a * 1e9) / 1e9)).toEqual([1, -1, 1]);
    expect(Math.abs(pulse.period / (2 * Math.PI * Math.sqrt(CIRCUIT.inductance * CIRCUIT.capacitance)) - 1)).toBeLessThan(1e-12);
  });

  it('is a half-sine when cut at half its period: one zero, current gone', () => {
    const pulse = make('halfsine');
    expect(pulse.duration).toBeCloseTo(pulse.period / 2, 15);
    expect(pulse.zeroCrossings).toHaveLength(1);
    expect(Math.abs(pulse.current(pulse.duration))).toBeLessThan(1e-9 * pulse.peakCurrent);
  });

  it('that does not ring is refused', () => {
    expect(() => make('biphasic', { resistance: 0.6 })).toThrow(/stimulator.resistance must be below/);
  });

  it.each(['inductance', 'capacitance', 'voltage'] as const)('needs a positive %s', (name) => {
    for (const value of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => make('biphasic', { [name]: value })).toThrow(new RegExp(`stimulator.${name} must be positive`));
    }
  });
});

describe('The crowbar of a monophasic pulse', () => {
  const pulse = make('monophasic', { diodeResistance: 0.05 });
  const [empty] = pulse.breaks;

  it('takes over when the capacitor is empty, after the current has passed its peak', () => {
    const before = pulse.capacitorVoltage!(empty * (1 - 1e-9));
    expect(Math.abs(before)).toBeLessThan(1e-6 * CIRCUIT.voltage);
    expect(pulse.zeroCrossings[0]).toBeLessThan(empty);
    expect(pulse.current(pulse.zeroCrossings[0])).toBe(pulse.peakCurrent);
  });

  it('leaves the current continuous and lets it decay with L / (R + R_d)', () => {
    expect(Math.abs(pulse.current(empty * (1 + 1e-12)) / pulse.current(empty * (1 - 1e-12)) - 1)).toBeLessThan(1e-9);
    const tau = CIRCUIT.inductance / (CIRCUIT.resistance + 0.05);
    expect(Math.abs(pulse.current(empty + tau) / pulse.current(empty) - Math.exp(-1))).toBeLessThan(1e-12);
  });

  it('gives the second phase the amplitude (R + R_d) I / V', () => {
    const expected = (-(CIRCUIT.resistance + 0.05) * pulse.current(empty)) / CIRCUIT.voltage;
    expect(Math.abs(pulse.phaseAmplitudes[1] / expected - 1)).toBeLessThan(1e-6);
    expect(pulse.recoveredEnergyFraction).toBe(0);
  });
});

describe('A rectangular pulse', () => {
  it('has phases of the given ratio whose areas cancel', () => {
    const pulse = createPulse({ shape: 'rectangular', phaseDuration: 60e-6, amplitudeRatio: 4, maxdIdt: 1e8, resistance: 0.02 });
    expect(pulse.duration).toBeCloseTo(300e-6, 15);
    expect(pulse.phaseAmplitudes).toEqual([1, -0.25]);
    expect(netField(pulse)).toBeLessThan(1e-9);
    expect(pulse.peakCurrent).toBeCloseTo(6000, 6);
    // A triangle of current: peak² / 3 on average.
    expect(Math.abs(pulse.heatPerPulse! / ((6000 ** 2 / 3) * 0.02 * 300e-6) - 1)).toBeLessThan(1e-6);
  });
});

describe('Samples of a pulse', () => {
  it('start at zero current, end with the pulse, and are zero outside', () => {
    const pulse = make('biphasic');
    const { times, current, currentRate } = samplePulse(pulse, 101);
    expect(times).toHaveLength(101);
    expect(times[100]).toBe(pulse.duration);
    expect(current[0]).toBe(0);
    expect(currentRate[0]).toBe(pulse.maxdIdt);
    expect(pulse.current(pulse.duration * 1.01)).toBe(0);
    expect(pulse.currentRate(-1e-6)).toBe(0);
  });
});
