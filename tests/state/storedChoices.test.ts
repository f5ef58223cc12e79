import { describe, expect, it } from 'vitest';
import { loadChoices } from '../../src/state/choiceStorage';
import { type Choices, INITIAL_CHOICES } from '../../src/state/choices';
import { readChoices, writeChoices } from '../../src/state/storedChoices';

/** Choices as they are written down. */
const writtenOf = ({ typedPulse, ...others }: Choices) => ({
  ...others,
  pulseExpression: typedPulse.expression,
  pulseDuration: typedPulse.duration,
});
const WRITTEN = writtenOf(INITIAL_CHOICES);

const known = {
  coilId: new Set(['magstim-d70', 'magstim-70mm-figure8', 'magstim-90mm-circular']),
  stimulatorId: new Set([INITIAL_CHOICES.stimulatorId]),
  anchorId: new Set([INITIAL_CHOICES.anchorId, 'C3']),
  targetId: new Set([INITIAL_CHOICES.targetId, 'm1-hand']),
};

function memory(entries: Record<string, string> = {}) {
  return {
    entries,
    getItem: (key: string) => entries[key] ?? null,
    setItem: (key: string, value: string) => {
      entries[key] = value;
    },
  };
}

describe('Stored choices', () => {
  it('come back as they were written', () => {
    const choices = { ...INITIAL_CHOICES, dIdt: 12.5e6, targetId: 'm1-hand', theme: 'projector' as const };
    expect(readChoices(writeChoices(choices), known)).toEqual({ written: writtenOf(choices), refusal: null });
  });

  it.each([
    ['not JSON', '{'],
    ['an array', '[1]'],
    ['a number', '7'],
    ['null', 'null'],
    ['far too long', `{"a":"${'x'.repeat(30_000)}"}`],
  ])('that are %s give the initial ones and one sentence', (_name, text) => {
    const { written, refusal } = readChoices(text, known);
    expect(written).toEqual(WRITTEN);
    expect(refusal).toMatch(/^The stored settings were not used: .+\.$/);
  });

  it.each([
    ['dIdt', 1e40],
    ['dIdt', '75'],
    ['dIdt', null],
    ['coilDistance', -1],
    ['coilId', 'no-such-coil'],
    ['coilId', '../../etc/passwd'],
    ['targetId', '__proto__'],
    ['anchorId', 'C33'],
    ['anchorId', 7],
    ['fieldModel', 'magic'],
    ['theme', 3],
    ['showCoil', 'yes'],
  ])('with an absurd %s (%s) keep all the others and name it', (key, value) => {
    const { written, refusal } = readChoices(JSON.stringify({ ...WRITTEN, handleAngle: 1, [key]: value }), known);
    expect(written).toEqual({ ...WRITTEN, handleAngle: 1 });
    expect(refusal).toContain(key);
  });

  it('of a visit before the coil could go anywhere are measured from the target, as they were then', () => {
    const { anchorId: _, ...before } = { ...INITIAL_CHOICES, offsetForward: -0.055 };
    expect(readChoices(JSON.stringify(before), known)).toMatchObject({
      written: { anchorId: 'target', offsetForward: -0.055 },
      refusal: null,
    });
    const now = { ...before, anchorId: 'C3' };
    expect(readChoices(writeChoices(now), known)).toMatchObject({ written: { anchorId: 'C3', offsetForward: -0.055 }, refusal: null });
  });

  it('ignore keys that are not choices, prototypes included', () => {
    const { written } = readChoices('{"__proto__":{"dIdt":1},"constructor":5,"dIdt":1e6}', known);
    expect(written).toEqual({ ...WRITTEN, dIdt: 1e6 });
    expect(Object.getPrototypeOf(written)).toBe(Object.prototype);
  });

  it('that are refused are kept aside, so that nothing is lost', () => {
    const storage = memory({ 'coilscope.choices': '{"dIdt":-5}' });
    const read = loadChoices(storage, known);
    expect(read?.refusal).toContain('dIdt');
    expect(storage.entries['coilscope.choices.refused']).toBe('{"dIdt":-5}');
  });

  it('do not matter to a browser that keeps none', () => {
    const forbidden = {
      getItem: () => {
        throw new Error('SecurityError');
      },
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    expect(loadChoices(forbidden, known)).toBeNull();
  });
});
