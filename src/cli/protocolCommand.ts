import { inputError } from '../core/inputError';
import { pulseTimes } from '../dose/courseClock';
import { checkProtocol, clockOfProtocol, type Protocol, protocolFromTiming } from '../dose/protocol';
import { isProtocolId, PROTOCOL_IDS, protocolFromPreset, protocolPreset } from '../dose/protocolPresets';
import { summarizeProtocol } from '../dose/protocolSummary';
import { readProtocolTiming } from '../dose/protocolTiming';
import { checkTrains } from '../dose/trainChecks';
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

function readProtocol(scene: Record<string, unknown>): Protocol {
  if (!('id' in scene)) return protocolFromTiming(readProtocolTiming(scene));
  const extra = Object.keys(scene).find((key) => key !== 'id');
  if (extra !== undefined) throw inputError('a protocol with an id', 'have no other field than pulseTimes', extra);
  if (!isProtocolId(scene.id)) throw inputError('id', `be one of ${PROTOCOL_IDS.join(', ')}`, scene.id);
  return protocolFromPreset(protocolPreset(scene.id));
}

/** `true` or `"session"`: the onsets of one session. `"day"` and `"all"`: of the sessions of a day, of all days. */
function listPulseTimes(protocol: Protocol, wanted: unknown): number[] | undefined {
  if (wanted === undefined || wanted === false) return undefined;
  if (wanted !== true && wanted !== 'session' && wanted !== 'day' && wanted !== 'all') {
    throw inputError('pulseTimes', 'be true, false, "session", "day" or "all"', wanted);
  }
  const clock = clockOfProtocol(protocol);
  const perDay = protocol.sessions?.perDay ?? 1;
  const count = wanted === 'all' ? clock.pulses : wanted === 'day' ? clock.session.pulses * perDay : clock.session.pulses;
  if (count > MOST_PULSE_TIMES) throw inputError('the number of pulse times', `be at most ${MOST_PULSE_TIMES}`, count);
  return [...pulseTimes(clock, 0, count)];
}

/** The terminal's `protocol`: counts, durations and train checks of a published or a typed protocol. */
export function protocolCommand(scene: unknown): object {
  if (scene === null || typeof scene !== 'object' || Array.isArray(scene)) {
    throw inputError('protocol', 'be an object with an id or with the nested timing', scene);
  }
  const { pulseTimes: wanted, ...rest } = scene as Record<string, unknown>;
  const protocol = readProtocol(rest);
  checkProtocol(protocol);
  const times = listPulseTimes(protocol, wanted);
  return {
    ...summarizeProtocol(protocol),
    ...(times === undefined ? {} : { pulseTimes: times }),
    checks: checkTrains(protocol).map((check) => ({ ...check, source: citationLine(check.source) })),
    units: UNITS,
  };
}
