import { describe, expect, it } from 'vitest';
import { protocolFromTiming } from '../../../src/dose/protocol/protocol';
import { type ProtocolId, protocolFromPreset, protocolPreset } from '../../../src/dose/protocol/protocolPresets';
import { checkTrains, type TrainCheck } from '../../../src/dose/protocol/trainChecks';

const train = (frequency: number, duration: number, intensity: number, gap = 30) =>
  protocolFromTiming({
    pulsesInBurst: Math.round(frequency * duration),
    interPulseInterval: 1 / frequency,
    burstsInTrain: 1,
    trains: 10,
    interTrainInterval: duration + gap,
    intensity,
  });

const verdict = (checks: readonly TrainCheck[], rule: string) => checks.find((check) => check.rule.includes(rule))?.verdict;
const verdicts = (...args: Parameters<typeof train>) => {
  const checks = checkTrains(train(...args));
  return [verdict(checks, 'rossi'), verdict(checks, 'chen-1997-train-duration')];
};
const preset = (id: ProtocolId) => checkTrains(protocolFromPreset(protocolPreset(id)));

describe('Train checks', () => {
  it('answer the question why four seconds: inside one table, outside the stricter one', () => {
    expect(verdicts(10, 4, 1.2)).toEqual(['inside', 'outside']);
    expect(verdicts(10, 5, 1.2)).toEqual(['outside', 'outside']);
    expect(verdicts(10, 3, 1.1)).toEqual(['inside', 'inside']);
    expect(preset('hf10-standard').map((check) => check.verdict)).toEqual(['inside', 'outside', 'not-tabulated']);
  });

  it('treat an entry that was tested to x as inside up to x and unknown beyond', () => {
    expect(verdicts(10, 5, 1)).toEqual(['inside', 'inside']);
    expect(verdicts(10, 6, 1)).toEqual(['not-tabulated', 'outside']);
    expect(verdicts(1, 360, 1.2)[0]).toBe('inside');
    expect(verdicts(1, 361, 1.2)[0]).toBe('not-tabulated');
  });

  it('say whether a limit is the longest that was tried or the longest without signs of spread', () => {
    const kinds = (...args: Parameters<typeof train>) => checkTrains(train(...args)).map(({ limit, limitKind }) => [limit, limitKind]);
    expect(kinds(10, 4, 1.2).slice(0, 2)).toEqual([
      [expect.any(Number), 'maximum'],
      [expect.any(Number), 'maximum'],
    ]);
    expect(kinds(1, 360, 1.2)[0]).toEqual([360, 'tested-to']);
    expect(kinds(20, 1.6, 1.1, 5).at(-1)).toEqual([5, 'minimum']);
    expect(kinds(18, 2, 1.2)[0]).toEqual([null, null]);
  });

  it('interpolate nothing: 18 Hz and 115 % are not in the tables', () => {
    expect(verdicts(18, 2, 1.2)).toEqual(['not-tabulated', 'not-tabulated']);
    expect(verdicts(10, 1, 1.15)).toEqual(['not-tabulated', 'not-tabulated']);
    expect(preset('deep-h1').every((check) => check.verdict === 'not-tabulated')).toBe(true);
  });

  it('have nothing to say of theta bursts', () => {
    for (const id of ['itbs600', 'snt', 'ctbs600', 'bilateral-tbs'] as const)
      expect(preset(id).every((check) => check.verdict === 'not-tabulated' && check.limit === null)).toBe(true);
  });

  it('have nothing to say of any bursts, even at a rate that the tables know', () => {
    const bursts = {
      pulsesInBurst: 2,
      interPulseInterval: 0.1,
      burstsInTrain: 2,
      interBurstInterval: 1,
      trains: 2,
      interTrainInterval: 30,
    };
    for (const check of checkTrains(protocolFromTiming({ ...bursts, intensity: 1.2 }))) expect(check.verdict).toBe('not-tabulated');
  });

  it('know the one gap that was tried', () => {
    const gap = (...args: Parameters<typeof train>) => verdict(checkTrains(train(...args)), 'gap');
    expect(gap(20, 1.6, 1.1, 5)).toBe('inside');
    expect(gap(20, 1.6, 1.1, 1)).toBe('outside');
    expect(gap(20, 1.6, 1.0, 1)).toBe('not-tabulated');
    expect(gap(20, 1.6, 1.2, 5)).toBe('not-tabulated');
    expect(gap(20, 1.6, 1.1, 3)).toBe('not-tabulated');
    expect(gap(10, 1.6, 1.1, 5)).toBe('not-tabulated');
  });

  it('see the same train however it is nested', () => {
    const base = { trains: 1, intensity: 1.2 } as const;
    const asBurst = protocolFromTiming({ ...base, pulsesInBurst: 40, interPulseInterval: 0.1, burstsInTrain: 1 });
    const asBursts = protocolFromTiming({ ...base, pulsesInBurst: 1, burstsInTrain: 40, interBurstInterval: 0.1 });
    const asTrains = protocolFromTiming({ intensity: 1.2, pulsesInBurst: 1, burstsInTrain: 1, trains: 40, interTrainInterval: 0.1 });
    for (const one of [asBursts, asTrains]) expect(checkTrains(one)).toEqual(checkTrains(asBurst));
  });

  it('carry source and grade: both tables are from memory, and say so', () => {
    for (const check of preset('hf10-standard').filter((one) => one.rule.includes('duration'))) {
      expect(check.verification).toBe('unverified');
      expect(check.source).toMatch(/rossi-2009|chen-1997/);
    }
  });
});
