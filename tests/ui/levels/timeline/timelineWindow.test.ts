import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protocolChoiceFromPreset } from '../../../../src/dose/protocol/protocolChoice';
import { type ProtocolOutcome, protocolOutcome } from '../../../../src/dose/protocol/protocolOutcome';
import { PROTOCOL_IDS } from '../../../../src/dose/protocol/protocolPresets';
import { timeline } from '../../../../src/dose/protocol/timelineMarks';
import { TIME_SECTION_IDS } from '../../../../src/ui/levels/shared/timeSections';
import { fillRow, isResolved, mostMarks, timelineRows } from '../../../../src/ui/levels/timeline/drawTimeline';
import {
  betweenWindows,
  courseLength,
  courseMoment,
  fitWindow,
  panWindow,
  SHORTEST_WINDOW,
  sectionWindow,
  windowTicks,
  zoomWindow,
} from '../../../../src/ui/levels/timeline/timelineWindow';

const checkedPreset = (id: (typeof PROTOCOL_IDS)[number]): ProtocolOutcome => protocolOutcome(protocolChoiceFromPreset(id));

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

  it('goes from one window to another through all lengths between, each doubling as quick as the next', () => {
    const [a, b] = [
      { from: 100, to: 1124 },
      { from: 612, to: 613 },
    ];
    expect([betweenWindows(a, b, 0), betweenWindows(a, b, 1)]).toEqual([a, b]);
    const spans = [0, 0.1, 0.2, 0.3].map((share) => betweenWindows(a, b, share)).map(({ from, to }) => to - from);
    for (let n = 1; n < spans.length; n++) expect(spans[n] / spans[n - 1]).toBeCloseTo(0.5, 9);
    const half = betweenWindows(a, b, 0.5);
    expect(half.from < 612 && half.to > 613).toBe(true);
    const slid = betweenWindows({ from: 0, to: 2 }, { from: 10, to: 12 }, 0.5);
    expect([slid.from, slid.to]).toEqual([5, 7]);
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

  it('never asks for more marks than a screen has room for, at any depth of 108 000 pulses', () => {
    const line = timeline(checked.course);
    const rows = timelineRows(line);
    let questions = 0;
    for (let window = { from: 0, to: length }; window.to - window.from > 1e-5; window = zoomWindow(window, 1.3, 0.37, length)) {
      for (const row of rows) {
        fillRow(line, row, window, mostMarks(1000), 300e-6);
        expect(row.marks.count).toBeLessThanOrEqual(334);
      }
      questions++;
    }
    expect(questions).toBeGreaterThan(80);
  });

  it('still shows a pulse that began before the window and lasts into it', () => {
    const line = timeline(checked.course);
    const pulses = timelineRows(line)[2];
    fillRow(line, pulses, { from: 100e-6, to: 200e-6 }, 300, 300e-6);
    expect([pulses.marks.count, pulses.marks.start[0]]).toEqual([1, 0]);
    fillRow(line, pulses, { from: 400e-6, to: 500e-6 }, 300, 300e-6);
    expect(pulses.marks.count).toBe(0);
  });

  it('has a row for each level of the nesting, and knows which of them can be told apart', () => {
    const resolved = (id: (typeof PROTOCOL_IDS)[number], span: number): string[] => {
      const { timeline: line } = checkedPreset(id);
      const rows = timelineRows(line);
      for (const row of rows) fillRow(line, row, { from: 0, to: span }, mostMarks(1000), 300e-6);
      return rows.filter((row) => isResolved(row, 1000 / span)).map(({ label }) => label);
    };
    expect(timelineRows(checkedPreset('snt').timeline).map(({ label }) => label)).toEqual(['Day', 'Session', 'Train', 'Burst', 'Pulse']);
    expect(resolved('snt', 5 * 86_400)).toEqual(['Day', 'Session']);
    // Bursts every 0.2 s are one pixel apart in 200 s.
    expect(resolved('itbs600', 200)).toEqual(['Session', 'Train']);
    expect(resolved('itbs600', 10)).toEqual(['Session', 'Train', 'Burst']);
    expect(resolved('itbs600', 2)).toEqual(['Session', 'Train', 'Burst', 'Pulse']);
  });

  it('labels its ticks in one unit and names the moment it starts at', () => {
    expect(windowTicks({ from: 5, to: 15 }, 5).map(({ label }) => label)).toEqual(['0', '2', '4', '6', '8', '10\u202fs']);
    expect(windowTicks({ from: 0, to: 1e-3 }, 4).at(-1)?.label).toMatch(/µs$/);
    expect(courseMoment(7 * 86_400 + 3600 + 191.8)).toBe('day 8, 1:03:11.800');
  });
});
