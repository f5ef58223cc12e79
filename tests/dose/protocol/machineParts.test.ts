import { describe, expect, it } from 'vitest';
import { coilHeating } from '../../../src/dose/protocol/coilHeating';
import { outputForIntensity } from '../../../src/dose/protocol/intensityReference';
import {
  checkProtocol,
  type Protocol,
  protocolFromTiming,
  sessionLength,
  sessionPulses,
  sessionStarts,
} from '../../../src/dose/protocol/protocol';
import { isAsPublished, protocolChoiceFromPreset, protocolName, sameProtocol } from '../../../src/dose/protocol/protocolChoice';
import { machineVerdict, segmentLoads, sessionHeat } from '../../../src/dose/protocol/protocolMachine';
import { largestRate, summarizeProtocol } from '../../../src/dose/protocol/protocolSummary';
import {
  type BurstTiming,
  burstDuration,
  checkSessions,
  checkTiming,
  fullCycle,
  trainDuration,
} from '../../../src/dose/protocol/protocolTiming';
import { pulseOnset, pulsesBeforeOnset, sessionClock } from '../../../src/dose/protocol/sessionClock';
import { rateVerdict, type StimulatorRates } from '../../../src/dose/protocol/stimulatorRates';

const THETA: BurstTiming = {
  pulsesInBurst: 3,
  interPulseInterval: 0.02,
  burstsInTrain: 10,
  interBurstInterval: 0.2,
  trains: 20,
  interTrainInterval: 10,
};
const SLOW: BurstTiming = { pulsesInBurst: 1, burstsInTrain: 1, trains: 600, interTrainInterval: 1 };
const sourced = (value: number) => ({ value, unit: '1', source: 'test', verification: 'assumed' }) as const;
const machine: StimulatorRates = {
  id: 'test',
  name: 'Test',
  points: [
    { output: sourced(1), rate: sourced(15) },
    { output: sourced(0.5), rate: sourced(50) },
  ],
};
const protocolOf = (...timings: BurstTiming[]): Protocol => ({
  segments: timings.map((timing) => ({ intensity: 0.8, intensityReference: 'rMT', timing })),
});

describe('The lengths of a timing', () => {
  it('are pulses, bursts and trains times their intervals, each where there is more than one', () => {
    expect(burstDuration(THETA)).toBeCloseTo(0.06, 12);
    expect([trainDuration(THETA), fullCycle(THETA)]).toEqual([2, 200]);
    expect([burstDuration(SLOW), trainDuration(SLOW), fullCycle(SLOW)]).toEqual([0, 0, 600]);
    expect(trainDuration({ ...THETA, burstsInTrain: 1 })).toBeCloseTo(0.06, 12);
    expect(fullCycle({ ...THETA, trains: 1 })).toBe(2);
    expect([sessionLength(protocolOf(THETA, SLOW)), sessionPulses(protocolOf(THETA, SLOW))]).toEqual([800, 1200]);
  });

  it('may be a thousandth of a second apart, a million pulses and a day long, and no more', () => {
    const pulses = (pulsesInBurst: number, interPulseInterval: number): BurstTiming => ({
      pulsesInBurst,
      interPulseInterval,
      burstsInTrain: 1,
      trains: 1,
    });
    expect(() => checkTiming(pulses(1_000_000, 0.001))).not.toThrow();
    expect(() => checkTiming(pulses(1_000_001, 0.001))).toThrow('must be at most 1000000 pulses in one session; instead received 1000001.');
    expect(() => checkTiming(pulses(2, 0.0009))).toThrow('interPulseInterval must be at least 0.001 s; instead received 0.0009.');
    expect(() => checkTiming(pulses(2, 43_200))).not.toThrow();
    expect(() => checkTiming(pulses(2, 43_201))).toThrow('the length of one session must be at most 86400 s; instead received 86402.');
    expect(() => checkTiming({ ...THETA, interBurstInterval: 0.06 })).not.toThrow();
    expect(() => checkTiming({ ...THETA, interBurstInterval: 0.059 })).toThrow(
      'interBurstInterval must be at least 0.06 s, so that one burst ends before the next begins; instead received 0.059.',
    );
    expect(() => checkTiming({ ...THETA, interTrainInterval: undefined })).toThrow(
      'interTrainInterval must be given, because there is more than one train; instead received nothing.',
    );
  });

  it('of sessions fill a day and twenty million pulses, and no more', () => {
    expect(() => checkSessions({ perDay: 2, interSessionInterval: 43_200, days: 1 }, 43_200, 1)).not.toThrow();
    expect(() => checkSessions({ perDay: 2, interSessionInterval: 43_201, days: 1 }, 43_200, 1)).toThrow(
      /the sessions of one day must end within 86400 s/,
    );
    expect(() => checkSessions({ perDay: 1, days: 20 }, 1, 1_000_000)).not.toThrow();
    expect(() => checkSessions({ perDay: 1, days: 21 }, 1, 1_000_000)).toThrow(
      'the pulses of the whole course must be at most 20000000; instead received 21000000.',
    );
    expect(() => checkProtocol({ ...protocolOf(THETA), sessions: { perDay: 2, interSessionInterval: 199, days: 1 } })).toThrow(
      'sessions.interSessionInterval must be at least 200 s',
    );
    expect(() => checkProtocol(protocolOf({ pulsesInBurst: 1, burstsInTrain: 1, trains: 1 }))).not.toThrow();
    expect(Array.from(sessionStarts({ perDay: 2, interSessionInterval: 600, days: 2 }))).toEqual([0, 600, 86_400, 87_000]);
    expect(Array.from(sessionStarts())).toEqual([0]);
  });
});

describe('The clock of a session of two segments', () => {
  const clock = sessionClock([THETA, SLOW]);

  it('begins the second where the full cycle of the first ends', () => {
    expect(clock.segments.map(({ offset, firstPulse, pulses }) => [offset / 1e9, firstPulse, pulses])).toEqual([
      [0, 0, 600],
      [200, 600, 600],
    ]);
    expect([clock.pulses, clock.cycle / 1e9]).toEqual([1200, 800]);
    expect([599, 600, 601, 1199].map((index) => pulseOnset(clock, index) / 1e9)).toEqual([190 + 1.8 + 0.04, 200, 201, 799]);
    expect([0, 1, 191.84e9, 191.84e9 + 1, 200e9, 200e9 + 1, 900e9].map((time) => pulsesBeforeOnset(clock, time))).toEqual([
      0, 1, 599, 600, 600, 601, 1200,
    ]);
  });

  it('is summed up with the longest train and the share of time inside trains', () => {
    expect(summarizeProtocol(protocolOf(THETA, SLOW))).toEqual({
      pulses: 1200,
      firstToLastPulse: 799,
      trainDuration: 2,
      fullCycle: 800,
      dutyCycle: 40 / 800,
    });
    const course = summarizeProtocol({ ...protocolOf(THETA), sessions: { perDay: 3, interSessionInterval: 600, days: 4 } });
    expect([course.pulsesPerDay, course.pulsesTotal]).toEqual([1800, 7200]);
  });

  it('has the largest rate of its shortest interval in use', () => {
    expect(largestRate(protocolOf(THETA, SLOW))).toBe(50);
    expect(largestRate(protocolOf(SLOW))).toBe(1);
    expect(largestRate(protocolOf({ ...THETA, pulsesInBurst: 1 }))).toBe(5);
    expect(largestRate(protocolOf({ pulsesInBurst: 1, burstsInTrain: 1, trains: 1 }))).toBe(0);
  });
});

describe('A protocol on a machine', () => {
  it('is within, beyond or between the stated corners', () => {
    expect([rateVerdict(machine, 1, 15), rateVerdict(machine, 0.5, 50), rateVerdict(machine, 0.4, 40)]).toEqual([
      'within',
      'within',
      'within',
    ]);
    expect([rateVerdict(machine, 1, 16), rateVerdict(machine, 0.5, 51)]).toEqual(['beyond', 'beyond']);
    expect([rateVerdict(machine, 0.6, 30), rateVerdict(machine, 0.4, 60)]).toEqual(['not-stated', 'not-stated']);
  });

  it('is judged by its worst segment, and not where an output is not known', () => {
    const loads = segmentLoads(protocolOf(THETA, SLOW), 0.5);
    expect(loads.map(({ output, rate }) => [output.output, rate])).toEqual([
      [0.4, 50],
      [0.4, 1],
    ]);
    expect(machineVerdict(machine, loads)).toBe('within');
    // 60 % of the output at 50 Hz is beyond the corner of half the output; at 30 Hz nobody says.
    expect(machineVerdict(machine, segmentLoads(protocolOf(SLOW, THETA), 0.75))).toBe('beyond');
    const between = protocolOf({ pulsesInBurst: 10, interPulseInterval: 1 / 30, burstsInTrain: 1, trains: 1 }, SLOW);
    expect(machineVerdict(machine, segmentLoads(between, 0.75))).toBe('not-stated');
    expect(machineVerdict({ ...machine, points: [machine.points[1]] }, segmentLoads(protocolOf(THETA, SLOW), 1))).toBe('beyond');
    const unknown = segmentLoads(
      { segments: [{ ...protocolOf(THETA).segments[0], intensityReference: 'aMT' }, ...protocolOf(SLOW).segments] },
      0.5,
    );
    expect(machineVerdict(machine, unknown)).toBeNull();
    expect(sessionHeat(protocolOf(THETA, SLOW), unknown, 10)).toBeNull();
  });

  it('leaves the heat of its pulses in the coil, by the square of the output', () => {
    const protocol = protocolOf(THETA, SLOW);
    const heat = sessionHeat(protocol, segmentLoads(protocol, 0.5), 10)!;
    // 1200 pulses of 10 J · 0.4²; 30 pulses in a train of 2 s.
    expect(heat.energy).toBeCloseTo(1200 * 1.6, 9);
    expect(heat.meanPower).toBeCloseTo((1200 * 1.6) / 800, 9);
    expect(heat.trainPower).toBeCloseTo((30 * 1.6) / 2, 9);
    // Ten pulses in half a second.
    expect(coilHeating(protocolOf({ pulsesInBurst: 10, interPulseInterval: 0.05, burstsInTrain: 1, trains: 1 }), 2).trainPower).toBe(40);
    expect(coilHeating(protocolOf(SLOW), 2)).toEqual({ energy: 1200, meanPower: 2, trainPower: 0 });
    expect(coilHeating(protocolOf({ pulsesInBurst: 1, burstsInTrain: 1, trains: 1 }), 2)).toEqual({
      energy: 2,
      meanPower: 0,
      trainPower: 0,
    });
  });

  it('has an output up to the maximum, and else a sentence', () => {
    expect(outputForIntensity(1.25, 'rMT', { resting: 0.8 })).toEqual({ output: 1 });
    expect(outputForIntensity(1.2, 'rMT', { resting: 0.9 })).toEqual({
      output: undefined,
      reason: 'The protocol asks for 108 % of the maximum output.',
    });
    expect(outputForIntensity(0.8, 'aMT', { resting: 0.5 })).toEqual({
      output: undefined,
      reason: 'The protocol refers to the active motor threshold, which was not measured.',
    });
  });
});

describe('A protocol among the choices', () => {
  const itbs = protocolChoiceFromPreset('itbs600');

  it('is as published until a number changes, whatever the order and emptiness of its fields', () => {
    expect(protocolChoiceFromPreset('itbs600')).toBe(itbs);
    const turned = { plan: { ...itbs.plan, interSessionInterval: undefined }, segments: itbs.segments, presetId: itbs.presetId };
    expect(sameProtocol(itbs, turned)).toBe(true);
    expect(isAsPublished({ ...itbs, name: 'Mine' })).toBe(true);
    const edited = { ...itbs, plan: { ...itbs.plan, sessionsPerDay: 2, interSessionInterval: 600 } };
    expect([sameProtocol(itbs, edited), isAsPublished(edited)]).toEqual([false, false]);
    expect(isAsPublished({ ...itbs, presetId: null })).toBe(false);
    expect(protocolName(edited)).toBe(`${protocolName(itbs)}, edited`);
    expect(protocolName({ ...edited, name: 'Mine' })).toBe('Mine');
    expect(protocolName({ ...itbs, presetId: null })).toBe('Own protocol');
  });

  it('is one segment against the resting threshold where it was typed', () => {
    const sessions = { perDay: 1, days: 2 };
    expect(protocolFromTiming({ ...SLOW, intensity: 1.1, sessions })).toEqual({
      segments: [{ intensity: 1.1, intensityReference: 'rMT', timing: SLOW }],
      sessions,
    });
    expect('sessions' in protocolFromTiming({ ...SLOW, intensity: 1.1 })).toBe(false);
  });
});
