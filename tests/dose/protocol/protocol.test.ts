import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stimulatorById } from '../../../src/coil/stimulatorLibrary';
import { InputError } from '../../../src/core/inputError';
import { coilHeating } from '../../../src/dose/protocol/coilHeating';
import { courseClock, pulsesBefore, pulsesBetween, pulseTime, pulseTimes } from '../../../src/dose/protocol/courseClock';
import { clockOfProtocol, protocolFromTiming } from '../../../src/dose/protocol/protocol';
import { PROTOCOL_IDS, type ProtocolId, protocolFromPreset, protocolPreset } from '../../../src/dose/protocol/protocolPresets';
import { largestRate, summarizeProtocol } from '../../../src/dose/protocol/protocolSummary';
import { type ProtocolTiming, pulsesInSegment, readProtocolTiming } from '../../../src/dose/protocol/protocolTiming';
import { readProtocol } from '../../../src/dose/protocol/readProtocol';
import { pulseOnset, pulsesBeforeOnset, sessionClock } from '../../../src/dose/protocol/sessionClock';
import { rateVerdict } from '../../../src/dose/protocol/stimulatorRates';

const preset = (id: ProtocolId) => protocolFromPreset(protocolPreset(id));

describe('Published protocols', () => {
  it.each([
    // id, pulses, first to last pulse, train, full cycle, duty cycle
    ['hf10-standard', 3000, 2223.9, 4, 2250, 4 / 30],
    ['hf10-dash', 3000, 1113.9, 4, 1125, 4 / 15],
    ['itbs600', 600, 191.84, 2, 200, 0.2],
    ['snt', 1800, 591.84, 2, 600, 0.2],
    ['deep-h1', 1980, 1188 + 35 / 18, 2, 1210, 2 / 22],
    ['lf1-right', 1200, 1199, 1200, 1200, 1],
    ['ctbs300', 300, 19.84, 20, 20, 1],
    ['ctbs600', 600, 39.84, 40, 40, 1],
    ['imtbs600', 600, 109.84, 5, 120, 1 / 3],
    ['bilateral-sequential', 2100, 600 + 874.9, 600, 1500, 0.5],
    ['bilateral-tbs', 3600, 120 + 591.84, 120, 720, (120 + 120) / 720],
  ] as const)('%s has the published count and durations', (id, pulses, firstToLast, train, cycle, duty) => {
    const summary = summarizeProtocol(preset(id));
    expect(summary.pulses).toBe(pulses);
    expect(Math.abs(summary.firstToLastPulse / firstToLast - 1)).toBeLessThan(1e-9);
    expect(summary.trainDuration).toBe(train);
    expect(summary.fullCycle).toBe(cycle);
    expect(Math.abs(summary.dutyCycle / duty - 1)).toBeLessThan(1e-9);
  });

  it('the accelerated course gives the pulses of a 30-session course of 10 Hz in five days', () => {
    const summary = summarizeProtocol(preset('snt'));
    expect([summary.pulsesPerDay, summary.pulsesTotal]).toEqual([18_000, 90_000]);
    expect(summary.pulsesTotal).toBe(30 * summarizeProtocol(preset('hf10-standard')).pulses);
    expect(summary.pulsesPerDay).toBe(30 * summarizeProtocol(preset('itbs600')).pulses);
  });

  it('are all listed', () => expect(PROTOCOL_IDS.length).toBe(11));
});

describe('Pulse times of one day of the accelerated protocol', () => {
  const clock = clockOfProtocol(preset('snt'));

  it('are the exact decimals of every one of the 18 000 pulses', () => {
    let index = 0;
    for (let session = 0; session < 10; session++)
      for (let train = 0; train < 60; train++)
        for (let burst = 0; burst < 10; burst++)
          for (let pulse = 0; pulse < 3; pulse++) {
            // Milliseconds are whole numbers here, so this reference has no rounding but the last division.
            const milliseconds = 3_600_000 * session + 10_000 * train + 200 * burst + 20 * pulse;
            if (pulseTime(clock, index++) !== milliseconds / 1000) throw new Error(`pulse ${index - 1}`);
          }
    expect(index).toBe(18_000);
  });

  it('are where index and time invert each other, over all 90 000 pulses', () => {
    for (let index = 0; index < clock.pulses; index++) {
      const time = pulseTime(clock, index);
      if (pulsesBefore(clock, time) !== index || pulsesBefore(clock, time + 1e-6) !== index + 1) throw new Error(`pulse ${index}`);
    }
    expect(clock.pulses).toBe(90_000);
  });

  it('come out of the generator in order without a list', () => {
    const first = [...pulseTimes(clock, 17_998, 4)];
    expect(first).toEqual([32_991.82, 32_991.84, 86_400, 86_400.02]);
  });

  it('are counted in any window', () => {
    expect(pulsesBetween(clock, 0, 3600)).toEqual({ first: 0, count: 1800 });
    expect(pulsesBetween(clock, 3600, 3600.04)).toEqual({ first: 1800, count: 2 });
    expect(pulsesBetween(clock, 700, 3600)).toEqual({ first: 1800, count: 0 });
    expect(pulsesBetween(clock, 5, 4)).toEqual({ first: 30, count: 0 });
    expect(pulsesBetween(clock, -10, 1e7).count).toBe(90_000);
  });
});

const timings = fc
  .record({
    pulsesInBurst: fc.integer({ min: 1, max: 12 }),
    burstsInTrain: fc.integer({ min: 1, max: 12 }),
    trains: fc.integer({ min: 1, max: 12 }),
    pulseMicroseconds: fc.integer({ min: 1000, max: 300_000 }),
    burstSlack: fc.integer({ min: 0, max: 500_000 }),
    trainSlack: fc.integer({ min: 0, max: 9_000_000 }),
  })
  .map((r): ProtocolTiming => {
    const burst = (r.pulsesInBurst > 1 ? r.pulsesInBurst * r.pulseMicroseconds : 0) + r.burstSlack + 1000;
    const train = (r.burstsInTrain > 1 ? r.burstsInTrain * burst : burst) + r.trainSlack;
    return {
      pulsesInBurst: r.pulsesInBurst,
      interPulseInterval: r.pulseMicroseconds / 1e6,
      burstsInTrain: r.burstsInTrain,
      interBurstInterval: burst / 1e6,
      trains: r.trains,
      interTrainInterval: train / 1e6,
      intensity: 1,
    };
  });

describe('Any timing that is accepted', () => {
  it('has as many pulses as the product of its counts, at strictly increasing times', () => {
    fc.assert(
      fc.property(timings, (timing) => {
        const clock = clockOfProtocol(protocolFromTiming(readProtocolTiming(timing)));
        expect(clock.pulses).toBe(timing.pulsesInBurst * timing.burstsInTrain * timing.trains);
        const times = [...pulseTimes(clock)];
        expect(times.length).toBe(clock.pulses);
        for (let i = 1; i < times.length; i++) expect(times[i]).toBeGreaterThan(times[i - 1]);
      }),
    );
  });

  it('inverts index and time, also late in a long course', () => {
    fc.assert(
      fc.property(timings, fc.array(fc.integer({ min: 0, max: 150 }), { minLength: 1, maxLength: 20 }), fc.nat(), (timing, days, pick) => {
        const starts = [...new Set(days)].sort((a, b) => a - b).map((day) => day * 86_400);
        const clock = courseClock(sessionClock([timing]), starts);
        const index = pick % clock.pulses;
        const time = pulseTime(clock, index);
        expect(pulsesBefore(clock, time)).toBe(index);
        expect(pulsesBetween(clock, time, time + 1e-7)).toEqual({ first: index, count: 1 });
      }),
      { numRuns: 500 },
    );
  });

  it('inverts index and onset to the nanosecond on the clock of a session', () => {
    fc.assert(
      fc.property(timings, fc.nat(), (timing, pick) => {
        fc.pre(pulsesInSegment(timing) > 1);
        const clock = sessionClock([timing, timing]);
        const index = pick % clock.pulses;
        const onset = pulseOnset(clock, index);
        expect(pulsesBeforeOnset(clock, onset)).toBe(index);
        expect(pulsesBeforeOnset(clock, onset + 1)).toBe(index + 1);
      }),
    );
  });

  it('splits a window into the counts of its parts', () => {
    fc.assert(
      fc.property(
        timings,
        fc.double({ min: -1, max: 200, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 1 }),
        (timing, from, length, part) => {
          const clock = clockOfProtocol(protocolFromTiming(timing));
          const middle = from + length * (Number.isNaN(part) ? 0 : part);
          const whole = pulsesBetween(clock, from, from + length).count;
          expect(pulsesBetween(clock, from, middle).count + pulsesBetween(clock, middle, from + length).count).toBe(whole);
        },
      ),
    );
  });
});

describe('Timings that cannot be run', () => {
  const good = {
    pulsesInBurst: 3,
    interPulseInterval: 0.02,
    burstsInTrain: 10,
    interBurstInterval: 0.2,
    trains: 20,
    interTrainInterval: 10,
    intensity: 1.2,
  };

  it('leave the good one they derive from alone', () => expect(readProtocolTiming(good).trains).toBe(20));

  it.each<[string, unknown, RegExp]>([
    ['nothing', undefined, /^protocol must be an object/],
    ['a list', [], /a list of 0\.$/],
    ['a text', 'itbs', /"itbs"\.$/],
    ['no counts', {}, /^pulsesInBurst must be a whole number/],
    ['no pulses', { ...good, pulsesInBurst: 0 }, /^pulsesInBurst .* received 0\.$/],
    ['half a pulse', { ...good, pulsesInBurst: 2.5 }, /2\.5\.$/],
    ['negative trains', { ...good, trains: -1 }, /^trains/],
    ['text as a count', { ...good, trains: '20' }, /^trains .* "20"\.$/],
    ['a zero interval', { ...good, interPulseInterval: 0 }, /^interPulseInterval must be at least 0\.001 s/],
    ['a negative interval', { ...good, interTrainInterval: -10 }, /^interTrainInterval .* -10\.$/],
    ['an interval that is not a number', { ...good, interTrainInterval: Number.NaN }, /^interTrainInterval/],
    ['an endless interval', { ...good, interTrainInterval: Number.POSITIVE_INFINITY }, /^interTrainInterval/],
    ['a missing interval', { ...good, interBurstInterval: undefined }, /^interBurstInterval must be given.*nothing\.$/],
    ['overlapping bursts', { ...good, interBurstInterval: 0.03 }, /^interBurstInterval must be at least 0\.06 s/],
    ['overlapping trains', { ...good, interTrainInterval: 1.9 }, /^interTrainInterval must be at least 2 s/],
    ['a billion pulses in a burst', { ...good, pulsesInBurst: 1e9 }, /1000000000\.$/],
    [
      'a billion pulses as a product',
      { ...good, pulsesInBurst: 10, interBurstInterval: 1, burstsInTrain: 1e4, trains: 1e4, interTrainInterval: 10_000 },
      /^pulsesInBurst × burstsInTrain × trains must be at most 1000000/,
    ],
    ['a session longer than a day', { ...good, trains: 100, interTrainInterval: 1000 }, /^the length of one session/],
    ['no intensity', { ...good, intensity: 0 }, /^intensity/],
    ['an intensity in percent', { ...good, intensity: 120 }, /^intensity must be a fraction/],
    ['an unknown field', { ...good, interTrainIntervall: 1 }, /"interTrainIntervall"\.$/],
    [
      'overlapping sessions',
      { ...good, sessions: { perDay: 2, interSessionInterval: 100, days: 1 } },
      /^sessions\.interSessionInterval must be at least 200 s/,
    ],
    ['sessions without spacing', { ...good, sessions: { perDay: 2, days: 1 } }, /^sessions\.interSessionInterval must be given/],
    ['too many sessions for a day', { ...good, sessions: { perDay: 90, interSessionInterval: 1000, days: 1 } }, /^the sessions of one day/],
    ['no days', { ...good, sessions: { perDay: 1, days: 0 } }, /^sessions\.days/],
  ])('are refused in one sentence: %s', (_, input, message) => {
    let error: unknown;
    try {
      readProtocolTiming(input);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(InputError);
    expect((error as Error).message).toMatch(message);
    expect((error as Error).message).toMatch(/^[^\n]+ must [^\n]+; instead received [^\n]+\.$/);
  });

  it('do not include trains that follow without a gap: 40 pulses every 0.1 s fit into 4 s', () => {
    const seamless = { pulsesInBurst: 40, interPulseInterval: 0.1, burstsInTrain: 1, trains: 75, interTrainInterval: 4, intensity: 1 };
    expect(summarizeProtocol(protocolFromTiming(readProtocolTiming(seamless))).dutyCycle).toBe(1);
    // 3 × 0.1 is more than 0.3 in binary.
    const binary = { ...seamless, pulsesInBurst: 3, interTrainInterval: 0.3 };
    expect(summarizeProtocol(protocolFromTiming(readProtocolTiming(binary))).dutyCycle).toBe(1);
  });

  it('may carry intervals of counts of one, which mean nothing', () => {
    const single = {
      pulsesInBurst: 1,
      interPulseInterval: 0,
      burstsInTrain: 1,
      interBurstInterval: 0,
      trains: 1,
      interTrainInterval: 0,
      intensity: 1,
    };
    expect(summarizeProtocol(protocolFromTiming(readProtocolTiming(single)))).toEqual({
      pulses: 1,
      firstToLastPulse: 0,
      trainDuration: 0,
      fullCycle: 0,
      dutyCycle: 1,
    });
  });
});

describe('Machine and coil', () => {
  const [single, dual] = stimulatorById('magstim-rapid-d70').repetition;

  it('cannot repeat theta bursts at 60 % of their output, with one supply or two', () => {
    const rate = largestRate(preset('itbs600'));
    expect(rate).toBe(50);
    expect(rateVerdict(single, 0.6, rate)).toBe('beyond');
    expect(rateVerdict(single, 0.3, rate)).toBe('within');
    expect(rateVerdict(dual, 0.5, rate)).toBe('within');
    expect(rateVerdict(dual, 0.6, rate)).toBe('beyond');
    expect(rateVerdict(dual, 0.6, 30)).toBe('within');
    expect(rateVerdict(dual, 0.6, 40)).toBe('not-stated');
  });

  it('10 Hz is within at full output', () => expect(rateVerdict(single, 1, largestRate(preset('hf10-standard')))).toBe('within'));

  it('heat grows with pulses, and the mean power with the duty cycle', () => {
    const slow = coilHeating(preset('hf10-standard'), 5);
    const dash = coilHeating(preset('hf10-dash'), 5);
    expect(slow.energy).toBe(15_000);
    expect(slow.trainPower).toBe(50);
    expect(dash.meanPower / slow.meanPower).toBeCloseTo(2, 12);
    expect(slow.meanPower).toBeCloseTo(50 * (4 / 30), 10);
  });
});

describe('A protocol of several segments', () => {
  it('is read back as every preset writes it', () => {
    for (const id of PROTOCOL_IDS) expect(readProtocol(JSON.parse(JSON.stringify(preset(id))))).toEqual(preset(id));
  });

  it.each([
    [{}, /^segments must be a list/],
    [{ segments: [] }, /^segments must have at least one/],
    [
      {
        segments: [
          { ...preset('itbs600').segments[0], timing: { pulsesInBurst: 1, burstsInTrain: 1, trains: 1 } },
          preset('itbs600').segments[0],
        ],
      },
      /^each of several segments must have at least 2 pulses/,
    ],
    [{ segments: new Array(9).fill(preset('itbs600').segments[0]) }, /^segments must have at most 8/],
    [
      { segments: [{ ...preset('itbs600').segments[0], intensityReference: 'MT' }] },
      /^segments\[0\]\.intensityReference must be rMT or aMT/,
    ],
    [
      { segments: [{ ...preset('itbs600').segments[0], timing: { pulsesInBurst: 2, burstsInTrain: 1, trains: 1 } }] },
      /^interPulseInterval must be given/,
    ],
  ])('is refused in one sentence when it does not fit', (input, message) => expect(() => readProtocol(input)).toThrow(message));
});
