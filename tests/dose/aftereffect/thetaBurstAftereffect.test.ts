import { describe, expect, it } from 'vitest';
import { aftereffectData } from '../../../src/dose/aftereffect/aftereffectData';
import { type ThetaBurstPattern, thetaBurstAftereffect } from '../../../src/dose/aftereffect/thetaBurstAftereffect';
import { BURST_PERIOD, thetaBurstBuildUp } from '../../../src/dose/aftereffect/thetaBurstBuildUp';
import { thetaBurstOfProtocol } from '../../../src/dose/aftereffect/thetaBurstOfProtocol';
import { protocolFromPreset, protocolPreset } from '../../../src/dose/protocol/protocolPresets';

const run = (burstsInTrain: number, trains: number, gapBetweenTrains: number, priorContraction = true, laterContraction = false) =>
  thetaBurstAftereffect({ pattern: { burstsInTrain, trains, gapBetweenTrains }, priorContraction, laterContraction });

const within = (value: number, expected: number, relative: number) => expect(Math.abs(value / expected - 1)).toBeLessThan(relative);

describe('The revised Huang model', () => {
  it.each([
    ['iTBS600', run(10, 20, 8), 10.252, 4.673, 5.58, 297, 5.494],
    ['cTBS600', run(200, 1, 0), 2.581, 8.014, -5.433, 1485, -5.337],
    ['cTBS300', run(100, 1, 0), 4.256, 8.003, -3.747, 504, -3.682],
    ['cTBS300 without prior contraction', run(100, 1, 0, false), 17.53, 12.97, 4.56, 504, 4.48],
    ['iTBS600 with contraction afterwards', run(10, 20, 8, true, true), 10.25, 4.673, 10.25, 297, 10.09],
    ['iTBS1200', run(10, 40, 8), 10.252, 4.673, 5.58, 354, 5.494],
    ['iTBS1800', run(10, 60, 8), 10.252, 4.673, 5.58, 359, 5.494],
    ['imTBS600', run(25, 8, 10), 9.701, 9.378, 0.323, 297, 0.318],
  ])('gives the tabulated values of %s within 1 %%', (_, effect, facilitation, inhibition, net, timeToPeak, peak) => {
    within(effect.facilitation, facilitation, 0.01);
    within(effect.inhibition, inhibition, 0.01);
    within(effect.net, net, 0.01);
    within(effect.timeToPeak, timeToPeak, 0.01);
    within(effect.peak, peak, 0.01);
  });

  it('flips the sign of 300 continuous pulses when the muscle was at rest before', () => {
    expect(run(100, 1, 0).peak).toBeLessThan(0);
    expect(run(100, 1, 0, false).peak).toBeGreaterThan(0);
  });

  it('has one peak, continuous and at the stated time', () => {
    for (const effect of [run(10, 20, 8), run(200, 1, 0)]) {
      const t = effect.timeToPeak;
      within(effect.at(t * (1 - 1e-9)), effect.at(t * (1 + 1e-9)), 1e-6);
      expect(Math.abs(effect.at(0.7 * t))).toBeLessThan(Math.abs(effect.peak));
      expect(Math.abs(effect.at(1.3 * t))).toBeLessThan(Math.abs(effect.peak));
      expect(effect.at(0)).toBe(0);
      expect(effect.at(-5)).toBe(0);
    }
  });

  it('forgets: trains that are far apart leave the effect of one', () => {
    within(run(10, 20, 200).net, run(10, 1, 0).net, 1e-6);
  });

  it('adds without fading when the gap is zero', () => within(run(10, 20, 0).facilitation, 20 * run(10, 1, 0).facilitation, 1e-12));

  it('says in its limits what it cannot do', () => {
    const text = aftereffectData.limits.map((limit) => limit.text).join(' ');
    for (const word of ['Intensity', '10 Hz', '1 Hz', 'day to day', 'reversal']) expect(text).toContain(word);
  });

  it('agrees in sign with what was measured in groups', () => {
    const model = { itbs600: run(10, 20, 8).peak, ctbs600: run(200, 1, 0).peak, ctbs300: run(100, 1, 0).peak } as Record<string, number>;
    for (const measured of aftereffectData.measured) expect(Math.sign(model[measured.id])).toBe(Math.sign(measured.peakChange.value));
  });
});

const PATTERNS: readonly ThetaBurstPattern[] = [
  { burstsInTrain: 10, trains: 20, gapBetweenTrains: 8 },
  { burstsInTrain: 25, trains: 8, gapBetweenTrains: 10 },
  { burstsInTrain: 200, trains: 1, gapBetweenTrains: 0 },
  { burstsInTrain: 5, trains: 3, gapBetweenTrains: 0 },
];

describe('The course during the stimulation', () => {
  it('ends with the facilitation and the inhibition that the after-effect starts from', () => {
    for (const pattern of PATTERNS) {
      for (const priorContraction of [true, false]) {
        const end = thetaBurstBuildUp({ pattern, priorContraction }).at(-1)!;
        const effect = thetaBurstAftereffect({ pattern, priorContraction, laterContraction: false });
        within(end.facilitation, effect.facilitation, 1e-12);
        within(end.inhibition, effect.inhibition, 1e-12);
      }
    }
  });

  it('goes forward in time, from nothing, and ends with the last burst', () => {
    for (const pattern of PATTERNS) {
      const points = thetaBurstBuildUp({ pattern, priorContraction: true });
      expect(points[0]).toEqual({ time: 0, calcium: 0, facilitation: 0, inhibition: 0 });
      for (let n = 1; n < points.length; n++) expect(points[n].time).toBeGreaterThanOrEqual(points[n - 1].time);
      const { burstsInTrain, trains, gapBetweenTrains } = pattern;
      within(points.at(-1)!.time, trains * burstsInTrain * BURST_PERIOD + (trains - 1) * gapBetweenTrains, 1e-12);
    }
  });

  it('lets calcium fall in each silence as it does between bursts, and facilitation and inhibition as between trains', () => {
    const { constants } = aftereffectData;
    const pattern = { burstsInTrain: 10, trains: 2, gapBetweenTrains: 8 };
    const points = thetaBurstBuildUp({ pattern, priorContraction: true });
    expect(points).toHaveLength(2 * (1 + 10) + 8);
    const [end, ...silence] = points.slice(10, 19);
    silence.forEach((point, n) => {
      const passed = n + 1;
      expect(point.time - end.time).toBeCloseTo(passed, 9);
      within(point.calcium, end.calcium * Math.exp(-constants.calciumDecay.value * passed), 1e-9);
      within(point.facilitation, end.facilitation * Math.exp(-constants.betweenTrainDecay.value * passed), 1e-9);
      within(point.inhibition, end.inhibition * Math.exp(-constants.betweenTrainDecay.value * passed), 1e-9);
    });
    expect(points[19].time).toBeCloseTo(end.time + 8, 9);
    within(points[19].facilitation, silence[7].facilitation, 1e-12);
    expect(points[19].calcium).toBe(0);
  });

  it('has a calcium level that saturates where a burst adds what the pause takes', () => {
    const decay = Math.exp(-1.2 * 0.16);
    const points = thetaBurstBuildUp({ pattern: { burstsInTrain: 200, trains: 1, gapBetweenTrains: 0 }, priorContraction: true });
    within(points.at(-1)!.calcium, decay / (1 - decay), 1e-9);
  });
});

describe('A protocol as a pattern of theta bursts', () => {
  const segments = (id: Parameters<typeof protocolPreset>[0]) => protocolFromPreset(protocolPreset(id)).segments;

  it.each([
    [1, 200],
    [10, 20],
    [200, 1],
  ])('has the same after-effect however the same pulses are nested: %i bursts in each of %i trains', (burstsInTrain, trains) => {
    const [ctbs] = segments('ctbs600');
    const nested = {
      ...ctbs.timing,
      burstsInTrain,
      trains,
      ...(burstsInTrain > 1 ? { interBurstInterval: 0.2 } : {}),
      ...(trains > 1 ? { interTrainInterval: burstsInTrain * 0.2 } : {}),
    };
    const pattern = thetaBurstOfProtocol([{ ...ctbs, timing: nested }]) as ThetaBurstPattern;
    const conditions = { priorContraction: true, laterContraction: false };
    const published = thetaBurstOfProtocol(segments('ctbs600')) as ThetaBurstPattern;
    expect(thetaBurstAftereffect({ pattern, ...conditions }).peak).toBe(thetaBurstAftereffect({ pattern: published, ...conditions }).peak);
    expect(thetaBurstBuildUp({ pattern, priorContraction: true })).toEqual(
      thetaBurstBuildUp({ pattern: published, priorContraction: true }),
    );
  });

  it('is read from the published protocols that are theta bursts', () => {
    const itbs = thetaBurstOfProtocol(segments('itbs600')) as ThetaBurstPattern;
    expect([itbs.burstsInTrain, itbs.trains]).toEqual([10, 20]);
    within(itbs.gapBetweenTrains, 8, 1e-9);
    expect(thetaBurstOfProtocol(segments('ctbs600'))).toEqual({ burstsInTrain: 200, trains: 1, gapBetweenTrains: 0 });
  });

  it('is refused in one sentence where the model has no such bursts', () => {
    const timing = segments('itbs600')[0].timing;
    const changed = (change: Partial<typeof timing>) =>
      thetaBurstOfProtocol([{ ...segments('itbs600')[0], timing: { ...timing, ...change } }]);
    const refusals = [
      [thetaBurstOfProtocol(segments('hf10-standard')), '40 pulses in a row, at 10 Hz'],
      [changed({ pulsesInBurst: 1 }), 'single pulses'],
      [thetaBurstOfProtocol(segments('bilateral-tbs')), 'two places'],
      [changed({ pulsesInBurst: 4 }), '4 pulses in a row, at 50 Hz'],
      [changed({ interPulseInterval: 1 / 30 }), '30.0 Hz'],
      [changed({ interBurstInterval: 0.25 }), '4.00 times a second'],
    ];
    for (const [sentence, words] of refusals) {
      expect(sentence).toContain(words);
      expect(sentence).toMatch(/^[A-Z].*\.$/);
    }
  });
});
