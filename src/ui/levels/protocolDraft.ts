import { InputError } from '../../core/inputError';
import { type CourseCalendar, type CoursePlan, courseCalendar } from '../../dose/courseCalendar';
import { type CourseClock, courseClock } from '../../dose/courseClock';
import { checkProtocol, clockOfSession, type Protocol, type ProtocolSegment, sessionLength, sessionPulses } from '../../dose/protocol';
import { coursePlanFromPreset, type ProtocolId, protocolFromPreset, protocolPreset } from '../../dose/protocolPresets';
import { type ProtocolSummary, summarizeProtocol } from '../../dose/protocolSummary';
import type { BurstTiming } from '../../dose/protocolTiming';

/** What is typed, right or wrong. */
export interface ProtocolDraft {
  readonly segments: readonly ProtocolSegment[];
  readonly plan: CoursePlan;
}

/** A draft that can be run, with what follows from it. */
export interface CheckedProtocol {
  readonly protocol: Protocol;
  readonly course: CourseClock;
  readonly calendar: CourseCalendar;
  readonly summary: ProtocolSummary;
}

/** Protocols of the laboratory have no course: one session. */
const ONE_SESSION: CoursePlan = { sessionsPerDay: 1, phases: [{ daysPerWeek: 1, weeks: 1 }] };

export function draftFromPreset(id: ProtocolId): ProtocolDraft {
  const preset = protocolPreset(id);
  return { segments: protocolFromPreset(preset).segments, plan: coursePlanFromPreset(preset) ?? ONE_SESSION };
}

/** The names on the screen for the names in the data. */
const WORDS: readonly (readonly [string, string])[] = [
  ['pulsesInBurst × burstsInTrain × trains', 'Pulses × bursts × trains'],
  ['interPulseInterval', 'The pulse interval'],
  ['interBurstInterval', 'The burst interval'],
  ['interTrainInterval', 'The train interval'],
  ['interSessionInterval', 'The session interval'],
  ['the ', 'The '],
  ['each ', 'Each '],
];

/** The sentence of a fault with the names that the editor uses. */
export function sentenceOf(error: InputError): string {
  const known = WORDS.find(([name]) => error.message.startsWith(name));
  return known ? known[1] + error.message.slice(known[0].length) : error.message;
}

/** What follows from a draft, or one sentence about why nothing does. */
export function checkDraft({ segments, plan }: ProtocolDraft): CheckedProtocol | string {
  try {
    const protocol: Protocol = { segments };
    checkProtocol(protocol);
    const calendar = courseCalendar(plan, sessionPulses(protocol), sessionLength(protocol));
    return { protocol, calendar, course: courseClock(clockOfSession(protocol), calendar.starts), summary: summarizeProtocol(protocol) };
  } catch (error) {
    if (error instanceof InputError) return sentenceOf(error);
    throw error;
  }
}

/** A draft with some timing of one segment changed. */
export const withTiming = (draft: ProtocolDraft, segment: number, change: Partial<BurstTiming>): ProtocolDraft =>
  withSegment(draft, segment, { timing: { ...draft.segments[segment].timing, ...change } });

export const withSegment = (draft: ProtocolDraft, segment: number, change: Partial<ProtocolSegment>): ProtocolDraft => ({
  ...draft,
  segments: draft.segments.map((old, n) => (n === segment ? { ...old, ...change } : old)),
});

/** A draft with another first phase of the course; a taper after it stays. */
export const withFirstPhase = (draft: ProtocolDraft, change: Partial<CoursePlan['phases'][number]>): ProtocolDraft => ({
  ...draft,
  plan: { ...draft.plan, phases: draft.plan.phases.map((old, n) => (n === 0 ? { ...old, ...change } : old)) },
});
