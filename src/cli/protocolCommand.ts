import { inputError } from '../core/inputError';
import { type CourseClock, pulseTimes } from '../dose/protocol/courseClock';
import { checkProtocol, clockOfProtocol, type Protocol, protocolFromTiming } from '../dose/protocol/protocol';
import { isProtocolFile, readProtocolFile } from '../dose/protocol/protocolFile';
import { protocolOutcome } from '../dose/protocol/protocolOutcome';
import { isProtocolId, PROTOCOL_IDS, protocolFromPreset, protocolPreset } from '../dose/protocol/protocolPresets';
import { type ProtocolSummary, summarizeProtocol } from '../dose/protocol/protocolSummary';
import { readProtocolTiming } from '../dose/protocol/protocolTiming';
import { checkTrains } from '../dose/protocol/trainChecks';
import { citationLine } from '../evidence/sources';

/** Onsets that one answer lists. */
const MOST_PULSE_TIMES = 200_000;

const UNITS = {
  pulses: '1',
  pulsesPerDay: '1',
  pulsesTotal: '1',
  firstToLastPulse: 's',
  trainDuration: 's',
  fullCycle: 's',
  dutyCycle: '1',
  pulseTimes: 's',
  checks: { limit: 's', value: 's' },
};

/** What was asked about: a session, its repetition if any, and what follows. */
interface AskedProtocol {
  readonly protocol: Protocol;
  readonly summary: ProtocolSummary;
  /** The clock of all sessions. */
  readonly clock: CourseClock;
  readonly sessionsPerDay: number;
}

function ofProtocol(protocol: Protocol): AskedProtocol {
  checkProtocol(protocol);
  const sessionsPerDay = protocol.sessions?.perDay ?? 1;
  return { protocol, summary: summarizeProtocol(protocol), clock: clockOfProtocol(protocol), sessionsPerDay };
}

/** A file that the editor saved: its course gives the pulses in total. */
function ofFile(value: unknown): AskedProtocol {
  const choice = readProtocolFile(value);
  const { protocol, summary, course } = protocolOutcome(choice);
  return { protocol, summary, clock: course, sessionsPerDay: choice.plan.sessionsPerDay };
}

function readAsked(scene: Record<string, unknown>): AskedProtocol {
  if (isProtocolFile(scene)) return ofFile(scene);
  if (!('id' in scene)) return ofProtocol(protocolFromTiming(readProtocolTiming(scene)));
  const extra = Object.keys(scene).find((key) => key !== 'id');
  if (extra !== undefined) throw inputError('a protocol with an id', 'have no other field than pulseTimes', extra);
  if (!isProtocolId(scene.id)) throw inputError('id', `be one of ${PROTOCOL_IDS.join(', ')}`, scene.id);
  return ofProtocol(protocolFromPreset(protocolPreset(scene.id)));
}

/** `true` or `"session"`: the onsets of one session. `"day"` and `"all"`: of the sessions of a day, of all days. */
function listPulseTimes({ clock, sessionsPerDay }: AskedProtocol, wanted: unknown): number[] | undefined {
  if (wanted === undefined || wanted === false) return undefined;
  if (wanted !== true && wanted !== 'session' && wanted !== 'day' && wanted !== 'all') {
    throw inputError('pulseTimes', 'be true, false, "session", "day" or "all"', wanted);
  }
  const count = wanted === 'all' ? clock.pulses : clock.session.pulses * (wanted === 'day' ? sessionsPerDay : 1);
  if (count > MOST_PULSE_TIMES) throw inputError('the number of pulse times', `be at most ${MOST_PULSE_TIMES}`, count);
  return [...pulseTimes(clock, 0, count)];
}

/** The terminal's `protocol`: counts, durations and train checks of a published, a typed or a saved protocol. */
export function protocolCommand(scene: unknown): object {
  if (scene === null || typeof scene !== 'object' || Array.isArray(scene)) {
    throw inputError('protocol', 'be an object with an id or with the nested timing', scene);
  }
  const { pulseTimes: wanted, ...rest } = scene as Record<string, unknown>;
  const asked = readAsked(rest);
  const times = listPulseTimes(asked, wanted);
  return {
    ...asked.summary,
    ...(times === undefined ? {} : { pulseTimes: times }),
    checks: checkTrains(asked.protocol).map((check) => ({ ...check, source: citationLine(check.source) })),
    units: UNITS,
  };
}
