import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courseCalendar } from '../../../src/dose/protocol/courseCalendar';
import { type CourseClock, courseClock, pulsesBetween, pulseTime } from '../../../src/dose/protocol/courseClock';
import { clockOfSession, sessionLength, sessionPulses } from '../../../src/dose/protocol/protocol';
import { coursePlanFromPreset, type ProtocolId, protocolFromPreset, protocolPreset } from '../../../src/dose/protocol/protocolPresets';
import { newMarks, timeline } from '../../../src/dose/protocol/timelineMarks';

function courseOf(id: ProtocolId): CourseClock {
  const preset = protocolPreset(id);
  const protocol = protocolFromPreset(preset);
  const calendar = courseCalendar(coursePlanFromPreset(preset)!, sessionPulses(protocol), sessionLength(protocol));
  return courseClock(clockOfSession(protocol), calendar.starts);
}

const SIX_WEEKS = 42 * 86_400;

describe('The timeline', () => {
  const course = courseOf('hf10-standard');
  const line = timeline(course);

  it('holds 108 000 pulses in 36 sessions', () => {
    expect(course.starts.length).toBe(36);
    expect(course.pulses).toBe(108_000);
  });

  it('walks from pulses to days as the window opens, over twelve decades', () => {
    const levels = [1e-6, 1e-3, 1, 100, 1000, 10_000, 1e5, 1e6, 1e7].map((window) => line.marks(0, window, 100).level);
    expect(levels).toEqual(['pulse', 'pulse', 'pulse', 'train', 'train', 'train', 'session', 'session', 'session']);
    expect(line.marks(0, SIX_WEEKS, 20).level).toBe('days');
  });

  it('groups days no more than it must, and gives the whole course as one mark where one is asked for', () => {
    const days = line.marks(0, 60 * 86_400, 20);
    expect([days.level, days.count, days.pulses[0]]).toEqual(['days', 18, 6000]);
    const one = line.marks(0, 60 * 86_400, 1);
    expect([one.count, one.pulses[0], one.start[0]]).toEqual([1, 108_000, 0]);
    expect(line.marks(0, 60 * 86_400, 36).level).toBe('session');
    expect(line.marks(0, 60 * 86_400, 0).count).toBe(0);
  });

  it('shows single pulses of 1 µs windows in the sixth week', () => {
    const time = pulseTime(course, 89_999);
    const marks = line.marks(time - 5e-7, time + 5e-7, 10);
    expect([marks.level, marks.count, marks.start[0]]).toEqual(['pulse', 1, time]);
  });

  it.each([
    'hf10-standard',
    'snt',
    'itbs600',
    'bilateral-sequential',
    'bilateral-tbs',
    'deep-h1',
  ] as const)('of %s never draws more marks than asked, in order, and covers every pulse of the window', (id) => {
    const own = courseOf(id);
    const ownLine = timeline(own);
    const end = own.starts[own.starts.length - 1] + 4000;
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: -12, max: 0, noNaN: true }),
        fc.integer({ min: 2, max: 800 }),
        (where, decades, most) => {
          const from = where * end - 1;
          const to = from + end * 10 ** decades;
          const marks = ownLine.marks(from, to, most);
          const range = pulsesBetween(own, from, to);
          expect(marks.count).toBeLessThanOrEqual(most);
          if (range.count === 0) {
            expect(marks.count).toBe(0);
            return;
          }
          expect(marks.pulses.subarray(0, marks.count).reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(range.count);
          if (marks.level === 'pulse') expect(marks.count).toBe(range.count);
          for (let i = 0; i < marks.count; i++) {
            expect(marks.end[i]).toBeGreaterThanOrEqual(marks.start[i]);
            if (i > 0) expect(marks.start[i]).toBeGreaterThan(marks.end[i - 1]);
          }
          expect(marks.start[0]).toBeLessThanOrEqual(pulseTime(own, range.first));
          expect(marks.end[marks.count - 1]).toBeGreaterThanOrEqual(pulseTime(own, range.first + range.count - 1));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('answers at any level of the nesting, or at the next coarser one that fits', () => {
    const level = (finest: Parameters<typeof line.marks>[3], most: number) => {
      const marks = line.marks(0, 2250, most, finest);
      return [marks.level, marks.count];
    };
    expect(line.levels).toEqual(['pulse', 'train', 'session']);
    expect(timeline(courseOf('snt')).levels).toEqual(['pulse', 'burst', 'train', 'session', 'day']);
    expect(level('pulse', 3000)).toEqual(['pulse', 3000]);
    expect(level('pulse', 100)).toEqual(['train', 75]);
    expect(level('train', 100)).toEqual(['train', 75]);
    expect(level('session', 100)).toEqual(['session', 1]);
  });

  it('writes into the lists it is given, whatever stood there', () => {
    const out = newMarks();
    const lists = [line.marks(0, 2250, 4000, 'pulse', out).start, line.marks(0, 10, 4000, 'pulse', out).start];
    expect(lists[0]).toBe(lists[1]);
    expect([out.level, out.count]).toEqual(['pulse', 40]);
    expect(Array.from(out.start.subarray(0, out.count))).toEqual(Array.from(line.marks(0, 10, 4000).start.subarray(0, 40)));
    expect(line.marks(5000, 80_000, 100, 'pulse', out).count).toBe(0);
  });

  it('is empty between sessions', () => expect(line.marks(5000, 80_000, 100).count).toBe(0));
});
