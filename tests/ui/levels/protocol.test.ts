import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROTOCOL_IDS } from '../../../src/dose/protocolPresets';
import { stimulatorRates } from '../../../src/dose/stimulatorRates';
import { timeline } from '../../../src/dose/timelineMarks';
import { createViewStore } from '../../../src/state/viewStore';
import { LONGEST_RUN, onsetsBetween } from '../../../src/ui/levels/clickPlayer';
import { marksOfWindow } from '../../../src/ui/levels/drawTimeline';
import { type CheckedProtocol, checkDraft, draftFromPreset, withFirstPhase, withTiming } from '../../../src/ui/levels/protocolDraft';
import { exactSeconds, grouped, summaryRows } from '../../../src/ui/levels/protocolFacts';
import { machineVerdict, segmentLoads, sessionHeat } from '../../../src/ui/levels/protocolMachine';
import { choosePreset, editDraft, protocolMemoryOf } from '../../../src/ui/levels/protocolMemory';
import {
  courseLength,
  courseMoment,
  fitWindow,
  panWindow,
  SHORTEST_WINDOW,
  sectionWindow,
  windowTicks,
  zoomWindow,
} from '../../../src/ui/levels/timelineWindow';
import { TIME_SECTION_IDS } from '../../../src/ui/levels/timeSections';

function checkedPreset(id: (typeof PROTOCOL_IDS)[number]): CheckedProtocol {
  const checked = checkDraft(draftFromPreset(id));
  if (typeof checked === 'string') throw new Error(checked);
  return checked;
}

describe('the editor of protocols', () => {
  it.each(PROTOCOL_IDS)('can run the preset %s as it is', (id) => expect(checkedPreset(id).course.pulses).toBeGreaterThan(0));

  it('counts 108 000 pulses in 36 sessions of 10 Hz, and 18 000 a day of accelerated theta bursts', () => {
    const standard = checkedPreset('hf10-standard');
    expect([standard.calendar.sessions, standard.course.pulses]).toEqual([36, 108_000]);
    const accelerated = checkedPreset('snt');
    expect(accelerated.calendar.days[0].cumulativePulses).toBe(18_000);
    expect(accelerated.course.pulses).toBe(90_000);
  });

  it('prints exact numbers: 191.84 s from the first to the last of 600 pulses, 20 % inside trains', () => {
    const rows = Object.fromEntries(summaryRows(checkedPreset('itbs600')).map(({ label, value }) => [label, value]));
    expect(rows['Pulses in a session']).toBe('600');
    expect(rows['Session, first to last pulse']).toMatch(/^191\.84\u202fs/);
    expect(rows['Session, full cycle']).toMatch(/^200\u202fs/);
    expect(rows['Time inside trains']).toBe('20.0\u202f%');
    expect(rows['Longest train']).toBe('2\u202fs');
  });

  it('refuses what cannot be run in one sentence with the words of the screen, and loses nothing', () => {
    const memory = protocolMemoryOf(createViewStore());
    const before = memory.getState().checked;
    const wrong = withTiming(memory.getState().draft, 0, { interTrainInterval: 1 });
    editDraft(memory, wrong);
    expect(memory.getState().problem).toBe(
      'The train interval must be at least 2 s, so that one train ends before the next begins; instead received 1.',
    );
    expect(memory.getState().checked).toBe(before);
    expect(memory.getState().draft).toBe(wrong);
    editDraft(memory, withTiming(wrong, 0, { interTrainInterval: 8 }));
    expect(memory.getState()).toMatchObject({ problem: null });
    expect(memory.getState().checked.summary.fullCycle).toBe(160);
  });

  it.each([
    [
      { pulsesInBurst: 1_000_000, burstsInTrain: 1000, trains: 1, interPulseInterval: 0.02, interBurstInterval: 20_000 },
      /^Pulses × bursts × trains must/,
    ],
    [{ burstsInTrain: 10, interBurstInterval: 0.01 }, /^The burst interval must be at least 0\.06 s/],
    [{ interPulseInterval: 0 }, /^The pulse interval must be at least 0\.001 s/],
    [{ trains: 2, interTrainInterval: undefined }, /^The train interval must be given/],
  ])('refuses %o', (change, sentence) => {
    const outcome = checkDraft(withTiming(draftFromPreset('itbs600'), 0, change));
    expect(outcome).toMatch(sentence);
  });

  it('refuses a course of more pulses than can be looked at, and a day longer than a day', () => {
    const snt = draftFromPreset('snt');
    expect(checkDraft({ ...snt, plan: { ...snt.plan, sessionsPerDay: 100 } })).toMatch(/^The sessions of one day must end within/);
    expect(checkDraft(withFirstPhase(snt, { weeks: 2 }))).toMatchObject({ course: { pulses: 180_000 } });
  });

  it('starts from one session where nothing is published about a course', () => {
    const memory = protocolMemoryOf(createViewStore());
    choosePreset(memory, 'ctbs600');
    expect(memory.getState().checked.calendar.sessions).toBe(1);
  });
});

describe('the window of the timeline', () => {
  const checked = checkedPreset('hf10-standard');
  const length = courseLength(checked);

  it('keeps what is under the pointer when it zooms, and never leaves the course', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        fc.double({ min: 1e-6, max: 0.1, noNaN: true }),
        fc.double({ min: 1, max: 8, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (start, span, factor, anchor) => {
          const window = fitWindow({ from: start * length, to: (start + span) * length }, length);
          const zoomed = zoomWindow(window, factor, anchor, length);
          const fixed = (w: typeof window) => w.from + anchor * (w.to - w.from);
          expect(Math.abs(fixed(zoomed) - fixed(window))).toBeLessThan(1e-6 * length);
          expect(zoomed.from >= 0 && zoomed.to <= length * (1 + 1e-12)).toBe(true);
        },
      ),
    );
  });

  it('goes from the whole course down to one microsecond', () => {
    let window = { from: 0, to: length };
    for (let n = 0; n < 60; n++) window = zoomWindow(window, 2, 0, length);
    expect(window.to - window.from).toBeCloseTo(SHORTEST_WINDOW, 12);
    expect(zoomWindow({ from: 0, to: length }, 0.5, 0.5, length)).toEqual({ from: 0, to: length });
    expect(panWindow({ from: 0, to: 10 }, -1, length)).toEqual({ from: 0, to: 10 });
  });

  it('shows one train, one session, one day, everything', () => {
    expect(sectionWindow('train', checked).to).toBeCloseTo(4.4, 9);
    expect(sectionWindow('session', checked).to).toBeCloseTo(2250 * 1.02, 6);
    expect(sectionWindow('course', checked).to).toBe(length);
    for (const id of PROTOCOL_IDS) {
      for (const section of TIME_SECTION_IDS) {
        const { from, to } = sectionWindow(section, checkedPreset(id));
        expect(to).toBeGreaterThan(from);
      }
    }
  });

  it('never asks for more marks than a screen has room for, at any depth of 108 000 pulses, and is quick', () => {
    const line = timeline(checked.course);
    const start = performance.now();
    let questions = 0;
    for (let window = { from: 0, to: length }; window.to - window.from > 1e-5; window = zoomWindow(window, 1.3, 0.37, length)) {
      expect(marksOfWindow(line, window, 1000, 300e-6).start.length).toBeLessThanOrEqual(334);
      questions++;
    }
    expect((performance.now() - start) / questions).toBeLessThan(8);
  });

  it('still shows a pulse that began before the window and lasts into it', () => {
    const line = timeline(checked.course);
    expect(marksOfWindow(line, { from: 100e-6, to: 200e-6 }, 1000, 300e-6).start[0]).toBe(0);
    expect(marksOfWindow(line, { from: 400e-6, to: 500e-6 }, 1000, 300e-6).start).toHaveLength(0);
  });

  it('labels its ticks in one unit and names the moment it starts at', () => {
    expect(windowTicks({ from: 5, to: 15 }, 5).map(({ label }) => label)).toEqual(['0', '2', '4', '6', '8', '10\u202fs']);
    expect(windowTicks({ from: 0, to: 1e-3 }, 4).at(-1)?.label).toMatch(/µs$/);
    expect(courseMoment(7 * 86_400 + 3600 + 191.8)).toBe('day 8, 1:03:11.800');
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
    expect(machineVerdict(stimulatorRates[0], [load])).toBe('beyond');
    expect(machineVerdict(stimulatorRates[0], loads('lf1-right', 0.5))).toBe('within');
  });

  it('has no output, and so no verdict and no heat, where the active threshold was not measured or full output is not enough', () => {
    expect(machineVerdict(stimulatorRates[0], loads('ctbs600', 0.5))).toBeNull();
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
  it('are grouped and exact', () => {
    expect([grouped(108_000), grouped(600)]).toEqual(['108\u202f000', '600']);
    expect(exactSeconds(2223.9)).toMatch(/^2223\.9\u202fs \(/);
  });
});
