import { describe, expect, it } from 'vitest';
import { stimulatorPulseSpec } from '../../../src/coil/stimulatorDescription';
import { STIMULATOR_IDS, stimulatorById } from '../../../src/coil/stimulatorLibrary';
import { firstPhase, maximumRate, pulseOfChoices, unitPulseOfChoices } from '../../../src/field/pulse/pulseOfChoices';
import { createPulse } from '../../../src/physics/pulse/createPulse';
import { PULSE_SHAPES } from '../../../src/state/choices';
import { compileTypedPulse } from '../../../src/state/typedPulse';
import { FIRST_TYPED_PULSE } from '../../../src/state/typedPulseValue';

const typed = { typedPulse: FIRST_TYPED_PULSE };
const base = { dIdt: 100e6, pulseShape: 'biphasic', pulseWidth: 75e-6, stimulatorId: 'magpro-x100-mc-b70', ...typed } as const;
const CIRCUIT_SHAPES = PULSE_SHAPES.filter((shape) => shape !== 'typed');

describe('The pulse of the choices', () => {
  it.each(STIMULATOR_IDS)('is the own pulse of %s at its own width, shape and full output', (stimulatorId) => {
    const stimulator = stimulatorById(stimulatorId);
    const own = createPulse(stimulatorPulseSpec(stimulator));
    const chosen = pulseOfChoices({
      stimulatorId,
      pulseShape: stimulator.shape,
      pulseWidth: firstPhase(stimulator),
      dIdt: maximumRate(stimulator),
      ...typed,
    });
    expect(Math.abs(chosen.peakCurrent / own.peakCurrent - 1)).toBeLessThan(1e-9);
    expect(Math.abs(chosen.duration / own.duration - 1)).toBeLessThan(1e-9);
    for (const share of [0.1, 0.3, 0.6, 0.9]) {
      expect(Math.abs(chosen.current(share * own.duration) - own.current(share * own.duration))).toBeLessThan(1e-6 * own.peakCurrent);
    }
  });

  it.each(CIRCUIT_SHAPES)('ends its first phase after the chosen width when %s', (pulseShape) => {
    for (const pulseWidth of [30e-6, 100e-6, 250e-6]) {
      const { zeroCrossings, duration } = pulseOfChoices({ ...base, pulseShape, pulseWidth });
      expect((zeroCrossings[0] ?? duration) / pulseWidth).toBeCloseTo(1, 6);
    }
  });

  it.each(PULSE_SHAPES)('scales with dI/dt and has none at zero when %s', (pulseShape) => {
    const one = pulseOfChoices({ ...base, pulseShape });
    const two = pulseOfChoices({ ...base, pulseShape, dIdt: 2 * base.dIdt });
    expect(two.peakCurrent / one.peakCurrent).toBeCloseTo(2, 12);
    expect(pulseOfChoices({ ...base, pulseShape, dIdt: 0 }).peakCurrent).toBe(0);
    expect(Math.abs(one.currentRate(1e-9) / base.dIdt)).toBeCloseTo(1, 3);
  });

  it('takes longer to the same current when it is wider: the current grows with the width', () => {
    const narrow = pulseOfChoices({ ...base, pulseWidth: 50e-6 });
    const wide = pulseOfChoices({ ...base, pulseWidth: 100e-6 });
    expect(wide.peakCurrent / narrow.peakCurrent).toBeCloseTo(2, 9);
  });

  it('is the typed formula, scaled to the chosen rate, over the typed duration', async () => {
    const typedPulse = await compileTypedPulse({ expression: '2*sin(2*pi*t/0.0002)', duration: 200e-6 });
    const pulse = pulseOfChoices({ ...base, pulseShape: 'typed', typedPulse });
    expect(pulse.duration).toBe(200e-6);
    expect(pulse.currentRate(50e-6) / base.dIdt).toBeCloseTo(1, 6);
    expect(pulse.currentRate(150e-6) / base.dIdt).toBeCloseTo(-1, 6);
    // The integral of a sine over its half period: its peak times the period over pi.
    expect(pulse.peakCurrent / ((base.dIdt * 200e-6) / Math.PI)).toBeCloseTo(1, 6);
  });

  it('lets the typed pulse alone when the width changes, and the others when the formula does', () => {
    const made = unitPulseOfChoices({ ...base, pulseShape: 'typed' });
    expect(unitPulseOfChoices({ ...base, pulseShape: 'typed', pulseWidth: 40e-6 })).toBe(made);
    const biphasic = unitPulseOfChoices(base);
    // Two scenes with different pulses do not drive each other out.
    expect(unitPulseOfChoices({ ...base, pulseShape: 'typed' })).toBe(made);
    expect(unitPulseOfChoices({ ...base, typedPulse: { ...FIRST_TYPED_PULSE, expression: 't' } })).toBe(biphasic);
  });
});
