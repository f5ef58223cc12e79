import { describe, expect, it } from 'vitest';
import { protocolCommand } from '../../src/cli/protocolCommand';
import { PROTOCOL_IDS } from '../../src/dose/protocol/protocolPresets';

type Answer = Record<string, unknown> & { checks: Record<string, unknown>[]; units: Record<string, unknown>; pulseTimes?: number[] };
const ask = (scene: unknown) => protocolCommand(scene) as Answer;

describe('The terminal command protocol', () => {
  it('answers every published id', () => {
    for (const id of PROTOCOL_IDS) {
      const answer = ask({ id });
      for (const key of ['pulses', 'firstToLastPulse', 'trainDuration', 'fullCycle', 'dutyCycle']) {
        expect(Number.isFinite(answer[key])).toBe(true);
        expect(answer.units[key]).toBeDefined();
      }
      expect(answer.checks.length).toBeGreaterThan(0);
    }
  });

  it('gives the same for nested timing as for the id', () => {
    const typed = ask({ pulsesInBurst: 40, interPulseInterval: 0.1, burstsInTrain: 1, trains: 75, interTrainInterval: 30, intensity: 1.2 });
    expect(typed).toEqual(ask({ id: 'hf10-standard' }));
  });

  it('lists the pulses of a session, of a day and of all days on request', () => {
    expect(ask({ id: 'snt' }).pulseTimes).toBeUndefined();
    expect(ask({ id: 'snt', pulseTimes: true }).pulseTimes?.length).toBe(1800);
    expect(ask({ id: 'snt', pulseTimes: 'day' }).pulseTimes?.at(-1)).toBe(32_991.84);
    expect(ask({ id: 'snt', pulseTimes: 'all' }).pulseTimes?.length).toBe(90_000);
  });

  it('words its checks for a reader: rule, citation, grade, limit, value, verdict', () => {
    const [rossi, chen] = ask({ id: 'hf10-standard' }).checks;
    expect(rossi).toMatchObject({ rule: 'rossi-2009-train-duration', limit: 4.2, value: 4, verdict: 'inside', verification: 'unverified' });
    expect(chen).toMatchObject({ limit: 3.2, verdict: 'outside' });
    expect(rossi.source).toContain('10.1016/j.clinph.2009.08.016');
  });

  it.each([
    [null, /^protocol must be an object/],
    [[], /^protocol must be an object/],
    [{ id: 'itbs' }, /^id must be one of hf10-standard/],
    [{ id: 'itbs600', trains: 3 }, /no other field/],
    [{ id: 'itbs600', pulseTimes: 'week' }, /^pulseTimes must be true/],
    [
      { pulsesInBurst: 1e6, interPulseInterval: 0.01, burstsInTrain: 1, trains: 1, intensity: 1, pulseTimes: true },
      /^the number of pulse times must be at most 200000/,
    ],
    [{ pulsesInBurst: 1e9, burstsInTrain: 1, trains: 1, intensity: 1 }, /^pulsesInBurst must be/],
  ])('refuses %j in one sentence', (scene, message) => expect(() => protocolCommand(scene)).toThrow(message));
});
