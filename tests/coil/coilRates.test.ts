import { describe, expect, it } from 'vitest';
import { measuredCoils } from '../../models/coils/build/measuredCoils';
import { coilById } from '../../src/coil/coilLibrary';
import { largestRate, machineName, unknownRateSentence } from '../../src/coil/coilRates';
import { STIMULATOR_IDS, stimulatorById } from '../../src/coil/stimulatorLibrary';

const MACHINES: Readonly<Record<string, string>> = {
  'MagPro X100': 'magpro-x100',
  'Magstim Rapid': 'magstim-rapid',
  'DuoMAG XT': 'duomag-xt',
  PowerMAG: 'powermag',
};

describe('The largest dI/dt', () => {
  it.each(
    measuredCoils.filter(({ stimulator }) => stimulator !== null).map(({ id }) => id),
  )('of %s is the measured one, with its machine alone', (id) => {
    const { stimulator, largestRate: expected } = measuredCoils.find((coil) => coil.id === id)!;
    const machine = MACHINES[stimulator!];
    expect(largestRate({ machine }, coilById(id))!.value / 1e6).toBeCloseTo(expected!, 9);
    const others = Object.values(MACHINES).filter((other) => other !== machine);
    for (const other of others) expect(largestRate({ machine: other }, coilById(id))).toBeNull();
  });

  it('of a coil of one’s own is what its file states, with any machine', () => {
    const stated = { value: 9e7, unit: 'A/s', source: 'own-coil', verification: 'assumed' } as const;
    expect(largestRate({ machine: 'magpro-x100' }, { id: 'own-1', name: 'Own', largestRate: stated })).toBe(stated);
    expect(largestRate({ machine: 'magpro-x100' }, { id: 'own-1', name: 'Own' })).toBeNull();
  });

  it('that nobody has stated is said to be missing, with the machines that have one', () => {
    const sentence = unknownRateSentence({ machine: 'magstim-rapid' }, coilById('magventure-mc-b70'));
    expect(sentence).toBe(
      'No percentage of output: the largest dI/dt of the Magstim Rapid² with MagVenture MC-B70 is not known. It is known with the MagPro X100.',
    );
    expect(unknownRateSentence({ machine: 'magpro-x100' }, coilById('magstim-d50'))).not.toContain('It is known');
  });

  it.each(STIMULATOR_IDS)('of %s with the coil it is listed with is within 0.1 %% of its circuit’s', (id) => {
    const stimulator = stimulatorById(id);
    expect(machineName(stimulator.machine)).not.toBe(stimulator.machine);
    const rate = largestRate(stimulator, coilById(stimulator.coilId!))!;
    expect(Math.abs(rate.value / (stimulator.voltage.value / stimulator.inductance.value) - 1)).toBeLessThan(1e-3);
  });
});
