import { pulseTime } from '../../../dose/protocol/courseClock';
import type { ProtocolOutcome } from '../../../dose/protocol/protocolOutcome';
import { burstDuration, fullCycle, SECONDS_PER_DAY, trainDuration } from '../../../dose/protocol/protocolTiming';
import type { TimeSectionId } from '../shared/timeSections';

/** What the timeline shows, seconds from the start of the course. */
export interface TimelineWindow {
  readonly from: number;
  readonly to: number;
}

/** The shortest window [s]; times of a course are doubles with 4 ns between them. */
export const SHORTEST_WINDOW = 1e-6;

/** From the first pulse to the end of the last session, with a little room. */
export function courseLength({ course, protocol }: ProtocolOutcome): number {
  const last = pulseTime(course, course.pulses - 1);
  const cycle = protocol.segments.reduce((sum, { timing }) => sum + fullCycle(timing), 0);
  return Math.max(course.starts[course.starts.length - 1] + cycle, last + 1e-3) * 1.02;
}

/** A window within 0…length, of a length that can be shown; its middle stays where it can. */
export function fitWindow({ from, to }: TimelineWindow, length: number): TimelineWindow {
  const span = Math.min(length, Math.max(SHORTEST_WINDOW, to - from));
  const start = Math.min(Math.max(0, from), length - span);
  return { from: start, to: start + span };
}

/** Zooms by `factor` (above 1: closer) around `anchor`, a share of the window from 0 to 1. */
export function zoomWindow({ from, to }: TimelineWindow, factor: number, anchor: number, length: number): TimelineWindow {
  const span = Math.min(length, Math.max(SHORTEST_WINDOW, (to - from) / factor));
  const fixed = from + anchor * (to - from);
  return fitWindow({ from: fixed - anchor * span, to: fixed + (1 - anchor) * span }, length);
}

/** Moves by a share of the window. */
export function panWindow({ from, to }: TimelineWindow, share: number, length: number): TimelineWindow {
  const step = share * (to - from);
  return fitWindow({ from: from + step, to: to + step }, length);
}

/** On the way from one window to another, `share` from 0 to 1: every doubling of the length takes as long as every other. */
export function betweenWindows(a: TimelineWindow, b: TimelineWindow, share: number): TimelineWindow {
  const [spanA, spanB] = [a.to - a.from, b.to - b.from];
  const span = spanA * (spanB / spanA) ** share;
  // The point that both windows show at the same place stays there; windows of one length slide.
  const gone = Math.abs(spanB / spanA - 1) < 1e-9 ? share : (span - spanA) / (spanB - spanA);
  const from = a.from + gone * (b.from - a.from);
  return { from, to: from + span };
}

/** The beginning of the course, as much of it as a section of the time axis is about. */
export function sectionWindow(section: TimeSectionId, outcome: ProtocolOutcome): TimelineWindow {
  const { timing } = outcome.protocol.segments[0];
  const length = courseLength(outcome);
  const spans: Readonly<Record<TimeSectionId, number>> = {
    pulse: 1e-3,
    burst: (timing.burstsInTrain > 1 ? Math.max(burstDuration(timing), timing.interBurstInterval ?? 0) : burstDuration(timing)) || 1e-3,
    train: Math.max(trainDuration(timing), 1e-3) * 1.1,
    session: Math.max(outcome.summary.fullCycle, 1e-3) * 1.02,
    day: SECONDS_PER_DAY,
    course: length,
  };
  return fitWindow({ from: 0, to: spans[section] }, length);
}

const UNITS = [
  [SECONDS_PER_DAY, 'd'],
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
  [1e-3, 'ms'],
  [1e-6, 'µs'],
] as const;

/** Ticks of a window: times after its start [s] and their labels, in one unit that fits its length. */
export function windowTicks({ from, to }: TimelineWindow, most: number): readonly { readonly after: number; readonly label: string }[] {
  const span = to - from;
  const [unit, name] = UNITS.find(([size]) => span >= 2 * size) ?? UNITS[UNITS.length - 1];
  const rough = span / unit / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const count = Math.floor(span / unit / step + 1e-9);
  return Array.from({ length: count + 1 }, (_, n) => {
    const value = Number((n * step).toPrecision(6));
    return { after: n * step * unit, label: n === count ? `${value}\u202f${name}` : String(value) };
  });
}

/** A moment of the course in words: `day 8, 0:03:11.800`. */
export function courseMoment(seconds: number): string {
  const day = Math.floor(seconds / SECONDS_PER_DAY);
  const rest = Math.round((seconds - day * SECONDS_PER_DAY) * 1e3) / 1e3;
  const clock = [Math.floor(rest / 3600), Math.floor((rest % 3600) / 60)];
  const second = (rest % 60).toFixed(3).padStart(6, '0');
  return `day ${day + 1}, ${clock[0]}:${String(clock[1]).padStart(2, '0')}:${second}`;
}
