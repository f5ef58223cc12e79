import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coilById } from '../../src/coil/coilLibrary';
import { parseStimulatorDescription, stimulatorPulseSpec } from '../../src/coil/stimulatorDescription';
import { STIMULATOR_IDS, stimulatorById } from '../../src/coil/stimulatorLibrary';
import { createPulse } from '../../src/physics/pulse/createPulse';

const FOLDER = join(import.meta.dirname, '..', '..', 'models', 'stimulators');

describe('The shipped stimulators', () => {
  it('are all there, and name coils that exist', () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
    expect(files.sort()).toEqual([
      'duomag-xt-70bf.json',
      'magpro-x100-cool-b65.json',
      'magpro-x100-mc-b70.json',
      'magstim-200.json',
      'magstim-rapid-d70.json',
      'powermag-pmd70.json',
    ]);
    expect(STIMULATOR_IDS).toHaveLength(6);
    for (const id of STIMULATOR_IDS) {
      const { coilId } = stimulatorById(id);
      if (coilId !== null) expect(coilById(coilId).id).toBe(coilId);
    }
  });

  it('scale with the output, in proportion', () => {
    const stimulator = stimulatorById('magpro-x100-mc-b70');
    const full = createPulse(stimulatorPulseSpec(stimulator));
    const half = createPulse(stimulatorPulseSpec(stimulator, 0.5));
    expect(Math.abs(half.maxdIdt / full.maxdIdt - 0.5)).toBeLessThan(1e-12);
    expect(Math.abs(half.heatPerPulse! / full.heatPerPulse! - 0.25)).toBeLessThan(1e-12);
    for (const output of [0, 1.01, -1, Number.NaN])
      expect(() => stimulatorPulseSpec(stimulator, output)).toThrow(/^output must be above 0/);
  });

  it('carry the repetition limits of the Rapid²: faster at less output, faster with two supplies', () => {
    const limits = stimulatorById('magstim-rapid-d70').repetition.flatMap(({ points }, n) =>
      points.map(({ output, rate }) => [n + 1, output.value, rate.value]),
    );
    expect(limits).toContainEqual([1, 1, 15]);
    expect(limits).toContainEqual([1, 0.8, 18]);
    expect(limits).toContainEqual([1, 0.5, 30]);
    expect(limits).toContainEqual([1, 0.3, 50]);
    expect(limits).toContainEqual([2, 0.8, 30]);
    expect(limits).toContainEqual([2, 0.5, 50]);
    expect(limits).toContainEqual([2, 0.3, 100]);
  });

  it('show what is from memory as unverified', () => {
    const { voltage, capacitance } = stimulatorById('magstim-200');
    expect([voltage.verification, capacitance.verification]).toEqual(['unverified', 'unverified']);
  });

  it('are refused by the name of the field that does not fit', () => {
    const raw = JSON.parse(readFileSync(join(FOLDER, 'magstim-200.json'), 'utf8'));
    expect(() => parseStimulatorDescription({ ...raw, voltage: { ...raw.voltage, value: -1 } })).toThrow(
      /^stimulator\.voltage\.value must/,
    );
    expect(() => parseStimulatorDescription({ ...raw, shape: 'square' })).toThrow(/^stimulator\.shape must/);
    expect(() => stimulatorById('none')).toThrow(/^id must be one of/);
  });
});
