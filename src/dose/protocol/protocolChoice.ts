import type { CoursePlan } from './courseCalendar';
import type { ProtocolSegment } from './protocol';
import { coursePlanFromPreset, type ProtocolId, protocolFromPreset, protocolPreset } from './protocolPresets';

/** A protocol as it stands in the editor, in a file and among the choices: a session, and the course that repeats it. */
export interface ProtocolChoice {
  /** The published protocol it started from; null when it started from none. */
  readonly presetId: ProtocolId | null;
  /** The name that a file gave it. */
  readonly name?: string;
  readonly segments: readonly ProtocolSegment[];
  readonly plan: CoursePlan;
}

/** Protocols of the laboratory have no course: one session. */
const ONE_SESSION: CoursePlan = { sessionsPerDay: 1, phases: [{ daysPerWeek: 1, weeks: 1 }] };

const published = new Map<ProtocolId, ProtocolChoice>();

/** A published protocol as it is; always the same object, so that what follows from it is computed once. */
export function protocolChoiceFromPreset(presetId: ProtocolId): ProtocolChoice {
  const known = published.get(presetId);
  if (known) return known;
  const preset = protocolPreset(presetId);
  const made = { presetId, segments: protocolFromPreset(preset).segments, plan: coursePlanFromPreset(preset) ?? ONE_SESSION };
  published.set(presetId, made);
  return made;
}

/** Numbers and names as one text: what is left out and what is undefined are the same, and so is their order. */
const fingerprint = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

export const sameProtocol = (a: ProtocolChoice, b: ProtocolChoice): boolean => a === b || fingerprint(a) === fingerprint(b);

/** Whether it is still the published protocol it started from, number for number. */
export const isAsPublished = ({ presetId, segments, plan }: ProtocolChoice): boolean =>
  presetId !== null && sameProtocol({ presetId, segments, plan }, protocolChoiceFromPreset(presetId));

/** How it is called: by its file, by its preset, or as a protocol of one's own. */
export function protocolName(choice: ProtocolChoice): string {
  if (choice.name !== undefined) return choice.name;
  if (choice.presetId === null) return 'Own protocol';
  const { name } = protocolPreset(choice.presetId);
  return isAsPublished(choice) ? name : `${name}, edited`;
}
