import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protocolCommand } from '../../../src/cli/protocolCommand';
import { InputError } from '../../../src/core/inputError';
import { type ProtocolChoice, protocolChoiceFromPreset, protocolName } from '../../../src/dose/protocol/protocolChoice';
import { LARGEST_PROTOCOL_FILE, protocolFileName, readProtocolText, writeProtocolFile } from '../../../src/dose/protocol/protocolFile';
import { protocolOutcome } from '../../../src/dose/protocol/protocolOutcome';
import { PROTOCOL_IDS } from '../../../src/dose/protocol/protocolPresets';
import { INITIAL_CHOICES } from '../../../src/state/choices';
import { readChoices, writeChoices } from '../../../src/state/storedChoices';

const snt = protocolChoiceFromPreset('snt');
const written = (): Record<string, unknown> => JSON.parse(writeProtocolFile(snt)) as Record<string, unknown>;
const withTrains = (trains: number): object => {
  const file = written();
  const [segment] = file.segments as { timing: object }[];
  return { ...file, segments: [{ ...segment, timing: { ...segment.timing, trains } }] };
};

/** Presets with other counts and phases: what the editor can make. */
const edited = fc
  .record({
    id: fc.constantFrom(...PROTOCOL_IDS),
    trains: fc.integer({ min: 1, max: 20 }),
    interval: fc.integer({ min: 1260, max: 2000 }),
    phases: fc.array(fc.record({ daysPerWeek: fc.integer({ min: 1, max: 7 }), weeks: fc.integer({ min: 1, max: 4 }) }), {
      minLength: 1,
      maxLength: 12,
    }),
    name: fc.option(fc.string({ maxLength: 100 }), { nil: undefined }),
    own: fc.boolean(),
  })
  .map(({ id, trains, interval, phases, name, own }): ProtocolChoice => {
    const { segments, plan } = protocolChoiceFromPreset(id);
    const long = segments.map((segment) => ({ ...segment, timing: { ...segment.timing, trains, interTrainInterval: interval } }));
    const once = { sessionsPerDay: 1, phases: plan.sessionsPerDay > 1 ? plan.phases : phases };
    return { presetId: own ? null : id, ...(name === undefined ? {} : { name }), segments: long, plan: once };
  });

describe('A protocol file', () => {
  it.each(PROTOCOL_IDS)('gives back %s, and the terminal counts the same', (id) => {
    const choice = protocolChoiceFromPreset(id);
    expect(readProtocolText(writeProtocolFile(choice))).toEqual(choice);
    const answer = protocolCommand(JSON.parse(writeProtocolFile(choice)));
    expect(answer).toMatchObject(protocolOutcome(choice).summary);
  });

  it('gives back whatever the editor can make, and the terminal counts the same', () => {
    fc.assert(
      fc.property(edited, (choice) => {
        const text = writeProtocolFile(choice);
        expect(text.length).toBeLessThan(LARGEST_PROTOCOL_FILE / 4);
        const back = readProtocolText(text);
        expect({ ...back, name: protocolName(back) }).toEqual({ ...choice, name: protocolName(choice) });
        const { summary, calendar } = protocolOutcome(choice);
        expect(protocolCommand(JSON.parse(text))).toMatchObject(summary);
        expect(calendar.sessions * summary.pulses).toBe(summary.pulsesTotal);
      }),
      { numRuns: 100 },
    );
  });

  it('tells the terminal the taper too: 36 sessions, 108 000 pulses', () => {
    const answer = protocolCommand(JSON.parse(writeProtocolFile(protocolChoiceFromPreset('hf10-standard'))));
    expect(answer).toMatchObject({ pulses: 3000, pulsesPerDay: 3000, pulsesTotal: 108_000 });
    expect(protocolCommand({ ...JSON.parse(writeProtocolFile(snt)), pulseTimes: 'day' })).toMatchObject({ pulsesPerDay: 18_000 });
  });

  it('has a name that says what it is', () => {
    expect(protocolFileName(snt)).toBe('coilscope-protocol-snt.json');
    expect(protocolFileName({ ...snt, presetId: null })).toBe('coilscope-protocol-own.json');
    expect(written()).toMatchObject({ format: 'coilscope-protocol', version: 1, name: 'Stanford neuromodulation therapy' });
  });

  it('keeps a name of its own, and no name that only follows from its preset', () => {
    expect(readProtocolText(JSON.stringify({ ...written(), name: 'For Tuesday' })).name).toBe('For Tuesday');
    expect(readProtocolText(writeProtocolFile(snt)).name).toBeUndefined();
  });

  it('may leave out name and origin', () => {
    const { name: _, startedFrom: __, ...rest } = written();
    expect(readProtocolText(JSON.stringify(rest))).toEqual({ ...snt, presetId: null });
  });

  it.each<[string, string, RegExp]>([
    ['no JSON', 'trains: 20', /^the protocol file must be JSON; instead received "trains: 20"\.$/],
    ['a list', '[]', /^the protocol file must be an object with format.*a list of 0\.$/],
    [
      'another format',
      JSON.stringify({ ...written(), format: 'coil' }),
      /^format must be "coilscope-protocol"; instead received "coil"\.$/,
    ],
    ['a later version', JSON.stringify({ ...written(), version: 2 }), /^version must be 1.*received 2\.$/],
    ['no version', JSON.stringify({ ...written(), version: undefined }), /^version must be 1.*nothing\.$/],
    ['another field', JSON.stringify({ ...written(), color: 'red' }), /no other fields.*"color"\.$/],
    ['no trains', JSON.stringify(withTrains(0)), /^segments\[0\]\.timing\.trains must be a whole number from 1.*received 0\.$/],
    ['a billion trains', JSON.stringify(withTrains(1e9)), /^segments\[0\]\.timing\.trains .*received 1000000000\.$/],
    ['a million pulses too many', JSON.stringify(withTrains(1e6)), /^pulsesInBurst × burstsInTrain × trains must be at most 1000000/],
    ['an unknown origin', JSON.stringify({ ...written(), startedFrom: 'x' }), /^startedFrom must be one of hf10-standard/],
    ['no phase', JSON.stringify({ ...written(), course: { ...snt.plan, phases: [] } }), /^course\.phases must have at least one phase/],
    [
      'thirteen phases',
      JSON.stringify({ ...written(), course: { ...snt.plan, phases: Array(13).fill({ daysPerWeek: 1, weeks: 1 }) } }),
      /^course\.phases must have at most 12 phases; instead received a list of 13\.$/,
    ],
    [
      'two years',
      JSON.stringify({ ...written(), course: { ...snt.plan, phases: Array(3).fill({ daysPerWeek: 1, weeks: 52 }) } }),
      /^the weeks of all phases must be at most 52; instead received 156\.$/,
    ],
    [
      'sessions that overlap',
      JSON.stringify({ ...written(), course: { ...snt.plan, interSessionInterval: 300 } }),
      /^interSessionInterval must be/,
    ],
    ['a name as long as a book', JSON.stringify({ ...written(), name: 'x'.repeat(101) }), /^name must have at most 100 characters/],
    ['ten megabytes', ' '.repeat(10 * 2 ** 20), /^the protocol file must have at most 65536 characters; instead received 10485760\.$/],
    ['lists in lists', '['.repeat(30_000) + ']'.repeat(30_000), /^the protocol file must be an object/],
    ['objects in objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, /^format must be/],
  ])('is refused in one sentence: %s', (_, text, sentence) => {
    expect(() => readProtocolText(text)).toThrow(InputError);
    expect(() => readProtocolText(text)).toThrow(sentence);
  });
});

describe('A protocol among the stored choices', () => {
  const known = {
    coilId: new Set([INITIAL_CHOICES.coilId]),
    stimulatorId: new Set([INITIAL_CHOICES.stimulatorId]),
    anchorId: new Set([INITIAL_CHOICES.anchorId]),
    targetId: new Set([INITIAL_CHOICES.targetId]),
  };

  it('comes back as it was', () => {
    const { written: choices, refusal } = readChoices(writeChoices({ ...INITIAL_CHOICES, protocol: snt }), known);
    expect(refusal).toBeNull();
    expect(choices.protocol).toEqual(snt);
  });

  it.each([
    { ...snt, segments: [] },
    { ...snt, plan: { ...snt.plan, interSessionInterval: 1 } },
    { ...snt, plan: { ...snt.plan, phases: [{ daysPerWeek: 9, weeks: 1 }] } },
    { ...snt, presetId: 'unknown' },
    'snt',
  ])('is replaced by the first one when it cannot be run', (protocol) => {
    const { written: choices, refusal } = readChoices(JSON.stringify({ ...INITIAL_CHOICES, protocol }), known);
    expect(refusal).toMatch(/protocol\.$/);
    expect(choices.protocol).toBe(INITIAL_CHOICES.protocol);
  });
});
