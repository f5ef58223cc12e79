import { describe, expect, it } from 'vitest';
import { pulseOfChoices } from '../../../src/field/pulse/pulseOfChoices';
import { pulsePhase } from '../../../src/field/pulse/pulsePhase';
import { INITIAL_CHOICES } from '../../../src/state/choices';

describe('The phase of the pulse', () => {
  it('is one at the start of a biphasic pulse, turns over, and does not depend on the intensity', () => {
    const { period } = pulseOfChoices(INITIAL_CHOICES);
    expect(pulsePhase(INITIAL_CHOICES, 0).rateShare).toBeCloseTo(1, 6);
    expect(pulsePhase(INITIAL_CHOICES, 0).currentShare).toBeCloseTo(0, 6);
    expect(pulsePhase(INITIAL_CHOICES, period / 2).rateShare).toBeLessThan(-0.5);
    expect(pulsePhase({ ...INITIAL_CHOICES, dIdt: 0 }, period / 8)).toEqual(pulsePhase(INITIAL_CHOICES, period / 8));
  });

  it('is the strongest where no moment is chosen', () => {
    expect(pulsePhase(INITIAL_CHOICES, null)).toEqual({ rateShare: 1, currentShare: 1 });
  });
});
