import { describe, expect, it } from 'vitest';
import { stimulatorById } from '../../../../src/coil/stimulatorLibrary';
import { isAsPublished, type ProtocolChoice, protocolChoiceFromPreset, protocolName } from '../../../../src/dose/protocol/protocolChoice';
import { machineVerdict, segmentLoads, sessionHeat } from '../../../../src/dose/protocol/protocolMachine';
import { type ProtocolOutcome, protocolOutcome } from '../../../../src/dose/protocol/protocolOutcome';
import { PROTOCOL_IDS, protocolPreset, protocolPresets } from '../../../../src/dose/protocol/protocolPresets';
import { createSession } from '../../../../src/state/session';
import { type ChoiceStore, choose, createChoiceStore, redo, resetAll, undo } from '../../../../src/state/store';
import { rowFact } from '../../../../src/ui/levels/protocol/ProtocolRows';
import { refusalOf, withAddedPhase, withoutPhase, withPhase, withPlan, withTiming } from '../../../../src/ui/levels/protocol/protocolDraft';
import { exactSeconds, joules, summaryRows, watts } from '../../../../src/ui/levels/protocol/protocolFacts';
import { editProtocol } from '../../../../src/ui/levels/protocol/protocolMemory';
import { LONGEST_RUN, onsetsBetween } from '../../../../src/ui/levels/shared/clickPlayer';

const checkedPreset = (id: (typeof PROTOCOL_IDS)[number]): ProtocolOutcome => protocolOutcome(protocolChoiceFromPreset(id));

/** A store of choices and the passing memory of the editor beside it. */
function desk() {
  const store = createChoiceStore();
  const session = createSession(store);
  const memory = { getState: () => session.getState().protocol };
  const edit = (typed: ProtocolChoice, row = 'Train interval'): void => editProtocol(store, session, typed, row);
  return { store, memory, edit, chosen: () => store.getState().protocol };
}

describe('the editor of protocols', () => {
  it.each(PROTOCOL_IDS)('can run the preset %s as it is', (id) => expect(checkedPreset(id).course.pulses).toBeGreaterThan(0));

  it('counts 108 000 pulses in 36 sessions of 10 Hz, and 18 000 a day of accelerated theta bursts', () => {
    const standard = checkedPreset('hf10-standard');
    expect([standard.calendar.sessions, standard.course.pulses]).toEqual([36, 108_000]);
    const accelerated = checkedPreset('snt');
    expect(accelerated.calendar.days[0].cumulativePulses).toBe(18_000);
    expect(accelerated.summary).toMatchObject({ pulsesPerDay: 18_000, pulsesTotal: 90_000 });
  });

  it('prints exact numbers: 191.84 s from the first to the last of 600 pulses, 20 % inside trains', () => {
    const rows = Object.fromEntries(summaryRows(checkedPreset('itbs600')).map(({ label, value }) => [label, value]));
    expect(rows['Pulses in a session']).toBe('600');
    expect(rows['Session, first to last pulse']).toMatch(/^191\.84\u202fs/);
    expect(rows['Session, full cycle']).toMatch(/^200\u202fs/);
    expect(rows['Time inside trains']).toBe('20.0\u202f%');
    expect(rows['Longest train']).toBe('2\u202fs');
  });

  it('makes one step of the history for each edit, which Undo, Redo and Reset All move through', () => {
    const { store, edit, chosen } = desk();
    const first = chosen();
    edit(withTiming(first, 0, { trains: 30 }));
    edit(withAddedPhase(chosen()));
    const [edited, tapered] = [chosen(), chosen()];
    expect(store.temporal.getState().pastStates).toHaveLength(2);
    undo(store);
    expect(protocolOutcome(chosen()).summary.pulses).toBe(900);
    undo(store);
    expect(chosen()).toBe(first);
    redo(store);
    redo(store);
    expect([chosen(), tapered.plan.phases.length]).toEqual([edited, 2]);
    resetAll(store);
    expect(chosen()).toBe(protocolChoiceFromPreset('itbs600'));
  });

  it('makes no step where what is typed is what stands there', () => {
    const { store, edit, chosen } = desk();
    edit(withTiming(chosen(), 0, { trains: 20 }));
    expect(store.temporal.getState().pastStates).toHaveLength(0);
    expect(chosen()).toBe(protocolChoiceFromPreset('itbs600'));
  });

  it('keeps what cannot be run beside its row, with one sentence, and the last that can be run as the choice', () => {
    const { memory, edit, chosen } = desk();
    const before = chosen();
    const wrong = withTiming(before, 0, { interTrainInterval: 1 });
    edit(wrong);
    expect(memory.getState().draft).toEqual({
      typed: wrong,
      row: 'Train interval',
      problem: 'The train interval must be at least 2 s, so that one train ends before the next begins; instead received 1.',
    });
    expect(chosen()).toBe(before);
    edit(withTiming(wrong, 0, { interTrainInterval: 8 }));
    expect(memory.getState().draft).toBeNull();
    expect(protocolOutcome(chosen()).summary.fullCycle).toBe(160);
  });

  it.each<readonly [string, (store: ChoiceStore) => void]>([
    [
      'another preset and back',
      (store) => (['snt', 'itbs600'] as const).map((id) => choose(store, { protocol: protocolChoiceFromPreset(id) })),
    ],
    ['Undo and Redo', (store) => [undo, redo].map((step) => step(store))],
  ])('drops for good what cannot be run: not there again after %s', (_, go) => {
    const { store, memory, edit, chosen } = desk();
    edit(withTiming(chosen(), 0, { trains: 21 }));
    const before = chosen();
    edit(withTiming(before, 0, { interTrainInterval: 1 }));
    choose(store, { dIdt: 5e7 });
    expect(memory.getState().draft).not.toBeNull();
    undo(store);
    go(store);
    expect(memory.getState().draft).toBeNull();
  });

  it.each([
    [
      { pulsesInBurst: 1_000_000, burstsInTrain: 1000, trains: 1, interPulseInterval: 0.02, interBurstInterval: 20_000 },
      /^Pulses × bursts × trains must/,
    ],
    [{ burstsInTrain: 10, interBurstInterval: 0.01 }, /^The burst interval must be at least 0\.06 s/],
    [{ interPulseInterval: 0 }, /^The pulse interval must be at least 0\.001 s/],
    [{ interPulseInterval: -0.02 }, /^The pulse interval must be at least 0\.001 s/],
    [{ trains: 2, interTrainInterval: undefined }, /^The train interval must be given/],
  ])('refuses %o', (change, sentence) => {
    expect(refusalOf(withTiming(protocolChoiceFromPreset('itbs600'), 0, change))).toMatch(sentence);
  });

  it('refuses a day longer than a day, more pulses than can be looked at, and more than 52 weeks', () => {
    const snt = protocolChoiceFromPreset('snt');
    expect(refusalOf(withPlan(snt, { sessionsPerDay: 100 }))).toMatch(/^The sessions of one day must end within/);
    expect(refusalOf(withPhase(snt, 0, { weeks: 2 }))).toBeNull();
    expect(refusalOf(withPhase(withAddedPhase(snt), 0, { weeks: 52 }))).toBe(
      'The weeks of all phases must be at most 52; instead received 53.',
    );
    const long = withTiming(snt, 0, { trains: 3000, interTrainInterval: 2 });
    expect(refusalOf(withPlan(long, { sessionsPerDay: 1, phases: [{ daysPerWeek: 7, weeks: 52 }] }))).toBe(
      'The pulses of the whole course must be at most 20000000; instead received 32760000.',
    );
  });

  it('lays out a taper phase by phase, and takes one out again', () => {
    const standard = protocolChoiceFromPreset('hf10-standard');
    expect(standard.plan.phases.map(({ daysPerWeek, weeks }) => daysPerWeek * weeks)).toEqual([30, 3, 2, 1]);
    expect(protocolOutcome(withoutPhase(standard, 3)).calendar.sessions).toBe(35);
    expect(protocolOutcome(withPhase(standard, 1, { weeks: 2 })).calendar.sessions).toBe(39);
    expect(withAddedPhase(protocolChoiceFromPreset('itbs600')).plan.phases[1]).toEqual({ daysPerWeek: 4, weeks: 1 });
  });

  it('starts from one session where nothing is published about a course', () => {
    const { calendar, course } = checkedPreset('ctbs600');
    expect(calendar.sessions).toBe(1);
    // Its weekday is a Wednesday; the timeline starts with it all the same.
    expect([calendar.days[0].day, course.starts[0]]).toEqual([2, 0]);
  });
});

describe('what follows from a protocol', () => {
  it('is computed once for each protocol object', () => {
    const own = withTiming(protocolChoiceFromPreset('snt'), 0, { trains: 59 });
    expect(protocolOutcome(own)).toBe(protocolOutcome(own));
    expect(protocolOutcome({ ...own })).not.toBe(protocolOutcome(own));
    expect(protocolChoiceFromPreset('snt')).toBe(protocolChoiceFromPreset('snt'));
  });

  it('says whether it is as published, and how it is called', () => {
    const published = protocolChoiceFromPreset('lf1-right');
    const edited = withTiming(published, 0, { pulsesInBurst: 900 });
    expect([isAsPublished(published), isAsPublished(edited)]).toEqual([true, false]);
    expect([protocolName(published), protocolName(edited)]).toEqual(['1 Hz, right', '1 Hz, right, edited']);
    expect(isAsPublished(withTiming(edited, 0, { pulsesInBurst: published.segments[0].timing.pulsesInBurst }))).toBe(true);
  });
});

describe('what stands behind a row of the editor', () => {
  const trains = protocolPreset('snt').segments[0].timing.trains;

  it('is the published number with source and grade, or the person with what is published instead', () => {
    expect(rowFact('Trains', [{ datum: trains, value: 60 }])).toMatchObject({ own: false, fact: { sources: ['arithmetic'] } });
    const own = rowFact('Trains', [{ datum: trains, value: 61 }]);
    expect(own).toMatchObject({ own: true, fact: { sources: ['arithmetic'] } });
    expect(own.fact.what).toContain('Published: 60');
    expect(rowFact('Trains', [{ datum: undefined, value: 61 }])).toMatchObject({ own: true, fact: { verification: 'assumed' } });
  });

  it('has a formula wherever a number of a preset is computed', () => {
    const rows = protocolPresets.flatMap(({ segments, course }) => [
      ...segments.flatMap(({ intensity, timing }) => [intensity, ...Object.values(timing)]),
      ...(course ? [course.sessionsPerDay, course.interSessionInterval, ...course.phases.flatMap((p) => [p.daysPerWeek, p.weeks])] : []),
    ]);
    const facts = rows.flatMap((datum) => (datum ? [rowFact('row', [{ datum, value: datum.value }]).fact] : []));
    expect(facts.length).toBeGreaterThan(100);
    expect(facts.filter(({ verification, formula }) => verification === 'computed' && !formula)).toEqual([]);
    expect(facts.filter(({ verification }) => verification === 'computed').length).toBeGreaterThan(2);
  });
});

describe('playing a protocol', () => {
  it('gives the clicks of a stretch, bounded in number', () => {
    const { course } = checkedPreset('itbs600');
    expect(onsetsBetween(course, 0, 0.25)).toEqual([0, 0.02, 0.04, 0.2, 0.22, 0.24]);
    expect(onsetsBetween(course, 0, LONGEST_RUN, 10)).toHaveLength(10);
    expect(onsetsBetween(course, 2.5, 9.5)).toEqual([]);
  });
});

describe('what a machine must do', () => {
  const loads = (id: (typeof PROTOCOL_IDS)[number], threshold: number) => segmentLoads(checkedPreset(id).protocol, threshold);

  it('finds 50 Hz bursts at 60 % of output beyond the smaller machine', () => {
    const [load] = loads('itbs600', 0.5);
    expect(load.output).toEqual({ output: 0.6 });
    expect(load.rate).toBeCloseTo(50, 9);
    expect(machineVerdict(stimulatorById('magstim-rapid-d70').repetition[0], [load])).toBe('beyond');
    expect(machineVerdict(stimulatorById('magstim-rapid-d70').repetition[0], loads('lf1-right', 0.5))).toBe('within');
  });

  it('has no output, and so no verdict and no heat, where the active threshold was not measured or full output is not enough', () => {
    expect(machineVerdict(stimulatorById('magstim-rapid-d70').repetition[0], loads('ctbs600', 0.5))).toBeNull();
    expect(sessionHeat(checkedPreset('hf10-standard').protocol, loads('hf10-standard', 0.95), 100)).toBeNull();
  });

  it('heats with the square of the output: 3000 pulses at 60 % with 100 J at full output', () => {
    const heat = sessionHeat(checkedPreset('hf10-standard').protocol, loads('hf10-standard', 0.5), 100);
    expect(heat!.energy).toBeCloseTo(3000 * 36, 6);
    expect(heat!.meanPower).toBeCloseTo((3000 * 36) / 2250, 6);
    expect(heat!.trainPower).toBeCloseTo(360, 6);
  });
});

describe('numbers in words', () => {
  it('are exact, or have three digits and a prefix', () => {
    expect([joules(37_075), joules(185), watts(927.4), watts(1.2e6)]).toEqual(['37.1\u202fkJ', '185\u202fJ', '927\u202fW', '1.20\u202fMW']);
    expect(exactSeconds(2223.9)).toMatch(/^2223\.9\u202fs \(/);
  });
});
