import type { LevelId } from '../../../state/viewStore';

export const TIME_SECTION_IDS = ['pulse', 'burst', 'train', 'session', 'day', 'course'] as const;
export type TimeSectionId = (typeof TIME_SECTION_IDS)[number];

/** A stretch of the axis [s] and the screen on which it is looked at. */
export interface TimeSection {
  readonly id: TimeSectionId;
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly level: LevelId;
}

const DAY = 86_400;
/** From one microsecond to six weeks: 12.6 decades. */
export const TIME_RANGE: readonly [number, number] = [1e-6, 42 * DAY];

export const TIME_SECTIONS: readonly TimeSection[] = [
  { id: 'pulse', label: 'Pulse', from: TIME_RANGE[0], to: 1e-3, level: 'pulse' },
  { id: 'burst', label: 'Burst', from: 1e-3, to: 0.2, level: 'protocol' },
  { id: 'train', label: 'Train', from: 0.2, to: 10, level: 'protocol' },
  { id: 'session', label: 'Session', from: 10, to: 3600, level: 'protocol' },
  { id: 'day', label: 'Day', from: 3600, to: DAY, level: 'course' },
  { id: 'course', label: 'Course', from: DAY, to: TIME_RANGE[1], level: 'course' },
];

/** What each screen is about when it opens [s]; null where time is not the subject. */
export const LEVEL_WINDOWS: Readonly<Record<LevelId, readonly [number, number] | null>> = {
  pulse: [1e-6, 1e-3],
  threshold: [5, 600],
  protocol: [1e-3, 3600],
  aftereffect: [20, 3600],
  course: [3600, 42 * DAY],
  safety: null,
  claims: null,
};

export const LEVEL_LABELS: Readonly<Record<LevelId, string>> = {
  pulse: 'Pulse',
  threshold: 'Threshold',
  protocol: 'Protocol',
  aftereffect: 'After-effect',
  course: 'Course',
  safety: 'Safety',
  claims: 'Claims',
};

export const timeSection = (id: TimeSectionId): TimeSection => TIME_SECTIONS[TIME_SECTION_IDS.indexOf(id)];

/** The section that a screen stands in: the one chosen if it leads there, else the first that does; null for screens without one. */
export function sectionOfLevel(level: LevelId, chosen: TimeSectionId | null): TimeSectionId | null {
  if (chosen && timeSection(chosen).level === level) return chosen;
  return TIME_SECTIONS.find((section) => section.level === level)?.id ?? null;
}

/** The section in which a length of time lies [s]. */
export const sectionAt = (length: number): TimeSectionId =>
  (TIME_SECTIONS.find(({ to }) => length <= to * (1 + 1e-9)) ?? TIME_SECTIONS[TIME_SECTIONS.length - 1]).id;

/** Length of time as people say it, at most two digits. */
export function formatDuration(seconds: number): string {
  const units = [
    [7 * DAY, 'wk'],
    [DAY, 'd'],
    [3600, 'h'],
    [60, 'min'],
    [1, 's'],
    [1e-3, 'ms'],
  ] as const;
  const [size, name] = units.find(([unit]) => seconds >= unit * (1 - 1e-9)) ?? ([1e-6, 'µs'] as const);
  const value = seconds / size;
  const text = value >= 9.95 || Math.abs(value - Math.round(value)) < 0.005 ? String(Math.round(value)) : value.toFixed(1);
  return `${text}\u202f${name}`;
}
