import { InputError } from '../../../core/inputError';
import type { CoursePhase } from '../../../dose/protocol/courseCalendar';
import type { ProtocolSegment } from '../../../dose/protocol/protocol';
import type { ProtocolChoice } from '../../../dose/protocol/protocolChoice';
import { protocolOutcome } from '../../../dose/protocol/protocolOutcome';
import type { BurstTiming } from '../../../dose/protocol/protocolTiming';

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

/** One sentence about why a protocol cannot be run, or null. */
export function refusalOf(choice: ProtocolChoice): string | null {
  try {
    protocolOutcome(choice);
    return null;
  } catch (error) {
    if (error instanceof InputError) return sentenceOf(error);
    throw error;
  }
}

export const withSegment = (choice: ProtocolChoice, segment: number, change: Partial<ProtocolSegment>): ProtocolChoice => ({
  ...choice,
  segments: choice.segments.map((old, n) => (n === segment ? { ...old, ...change } : old)),
});

/** A protocol with some timing of one segment changed. */
export const withTiming = (choice: ProtocolChoice, segment: number, change: Partial<BurstTiming>): ProtocolChoice =>
  withSegment(choice, segment, { timing: { ...choice.segments[segment].timing, ...change } });

export const withPlan = (choice: ProtocolChoice, change: Partial<ProtocolChoice['plan']>): ProtocolChoice => ({
  ...choice,
  plan: { ...choice.plan, ...change },
});

export const withPhase = (choice: ProtocolChoice, phase: number, change: Partial<CoursePhase>): ProtocolChoice =>
  withPlan(choice, { phases: choice.plan.phases.map((old, n) => (n === phase ? { ...old, ...change } : old)) });

/** One more week after the last phase, a day less each: a taper step by step. */
export function withAddedPhase(choice: ProtocolChoice): ProtocolChoice {
  const { phases } = choice.plan;
  const daysPerWeek = Math.max(1, phases[phases.length - 1].daysPerWeek - 1);
  return withPlan(choice, { phases: [...phases, { daysPerWeek, weeks: 1 }] });
}

export const withoutPhase = (choice: ProtocolChoice, phase: number): ProtocolChoice =>
  withPlan(choice, { phases: choice.plan.phases.filter((_, n) => n !== phase) });
