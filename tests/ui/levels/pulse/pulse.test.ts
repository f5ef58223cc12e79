import { describe, expect, it } from 'vitest';
import { stimulatorById } from '../../../../src/coil/stimulatorLibrary';
import { MEMBRANE_TIME_CONSTANTS } from '../../../../src/dose/threshold/membraneConstants';
import { curveAt, PULSE_DIRECTIONS, pulseCurves } from '../../../../src/dose/threshold/pulseCurves';
import { pulseEnergy } from '../../../../src/field/pulse/pulseEnergy';
import { unitPulseOfChoices, unitSpecOfChoices } from '../../../../src/field/pulse/pulseOfChoices';
import { strengthDuration } from '../../../../src/physics/pulse/strengthDuration';
import { INITIAL_CHOICES, type PulseShapeId } from '../../../../src/state/choices';
import { energyRows, membraneRows } from '../../../../src/ui/levels/pulse/pulseFacts';

const choicesWith = (pulseShape: PulseShapeId, pulseWidth = INITIAL_CHOICES.pulseWidth) => ({ ...INITIAL_CHOICES, pulseShape, pulseWidth });
const energyOf = (shape: PulseShapeId, dIdt: number) => {
  const choices = choicesWith(shape);
  return pulseEnergy(unitPulseOfChoices(choices), unitSpecOfChoices(choices), dIdt);
};

describe('the energy of one pulse', () => {
  it.each(['biphasic', 'halfsine'] as const)('is conserved: what a %s pulse does not give back is heat', (shape) => {
    const { stored, recovered, heat } = energyOf(shape, 114.7e6);
    expect((stored! - recovered!) / heat!).toBeCloseTo(1, 3);
  });

  it('is a few hundred joules at full output of a usual stimulator, of which a biphasic pulse returns about half', () => {
    // Period 344 µs with phases 1, -0.83, 0.68: the capacitor ends at about 0.68 of its voltage.
    const { stored, recovered } = energyOf('biphasic', 114.7e6);
    expect(stored!).toBeGreaterThan(250);
    expect(stored!).toBeLessThan(400);
    expect(recovered! / stored!).toBeCloseTo(0.68 ** 2, 1);
  });

  it('grows with the square of dI/dt', () => {
    expect(energyOf('biphasic', 100e6).heat! / energyOf('biphasic', 50e6).heat!).toBeCloseTo(4, 10);
  });

  it('says nothing of a capacitor for rectangular phases, but gives their heat', () => {
    const { stored, recovered, heat } = energyOf('rectangular', 100e6);
    expect([stored, recovered]).toEqual([null, null]);
    expect(heat!).toBeGreaterThan(1);
  });

  it('warns on the screen where the capacitance was assumed', () => {
    const rows = energyRows(energyOf('biphasic', 100e6), stimulatorById('magstim-rapid-d70'));
    expect(rows.map(({ fact }) => fact.verification)).toEqual(['assumed', 'computed', 'computed']);
    expect(rows[1].value).toMatch(/^4\d\u202f%$/);
  });
});

describe('the curves of one pulse', () => {
  const curves = pulseCurves(unitPulseOfChoices(choicesWith('biphasic')));

  it('put the pulse on the strength-duration curve: threshold there is one over the gain', () => {
    for (const direction of PULSE_DIRECTIONS) {
      const tau = MEMBRANE_TIME_CONSTANTS[direction].mean.value;
      expect(strengthDuration(curves.equivalentWidth[direction], tau, 1) * curves.gain[direction]).toBeCloseTo(1, 10);
    }
  });

  it('give a rectangular pulse its own width as the equivalent one', () => {
    const rectangle = pulseCurves(unitPulseOfChoices(choicesWith('rectangular', 100e-6)));
    for (const direction of PULSE_DIRECTIONS) expect(rectangle.equivalentWidth[direction] / 100e-6).toBeCloseTo(1, 4);
  });

  it('let the slower membrane of anterior-posterior current reach less', () => {
    expect(curves.gain['anterior-posterior']).toBeLessThan(curves.gain['posterior-anterior']);
  });

  it('start the field at its largest value and the current at zero', () => {
    expect(curveAt(curves.currentRate, curves.duration, 0)).toBeCloseTo(1, 6);
    expect(curveAt(curves.current, curves.duration, 0)).toBe(0);
    expect(curveAt(curves.current, curves.duration, 2 * curves.duration)).toBe(0);
  });

  it('are read between the samples on a straight line', () => {
    expect(curveAt(Float64Array.of(0, 1, 4), 2, 1.5)).toBeCloseTo(2.5, 12);
    expect(curveAt(Float64Array.of(0, 1, 4), 2, 2)).toBe(4);
  });

  it('show every number of the membrane with the paper behind its time constant', () => {
    const rows = membraneRows(curves);
    expect(rows).toHaveLength(6);
    for (const { fact } of rows) expect(fact.sources).toEqual(['dostilio-2016']);
    expect(rows[0].value).toContain('231');
  });
});
