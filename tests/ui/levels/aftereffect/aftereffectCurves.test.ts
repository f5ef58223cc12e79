import { describe, expect, it } from 'vitest';
import { thetaBurstAftereffect } from '../../../../src/dose/aftereffect/thetaBurstAftereffect';
import { protocolFromPreset, protocolPreset } from '../../../../src/dose/protocol/protocolPresets';
import {
  EDITED_PATTERN,
  OWN_PATTERN,
  PATTERNS,
  patternOf,
  percentTop,
  pulsesOfPattern,
  sampleAftereffect,
} from '../../../../src/ui/levels/aftereffect/aftereffectCurves';

const SPAN = 3600;
const PERCENT = 10;
const effectOf = (id: string, priorContraction = true, laterContraction = false) => {
  const { pattern } = PATTERNS.find((candidate) => candidate.id === id)!;
  return thetaBurstAftereffect({ pattern, priorContraction, laterContraction });
};

describe('The curves of the after-effect', () => {
  it.each(PATTERNS.map(({ id }) => id))('of %s are the model at the sampled times, and their parts add up to the net', (id) => {
    for (const prior of [true, false]) {
      const effect = effectOf(id, prior);
      for (const sample of sampleAftereffect(effect, SPAN, 60, PERCENT)) {
        expect(sample.net).toBe(PERCENT * effect.at(sample.time));
        expect(Math.abs(sample.facilitation + sample.inhibition - sample.net)).toBeLessThan(1e-9 * (1 + Math.abs(sample.facilitation)));
      }
    }
  });

  it('keep facilitation above and inhibition below zero, also where inhibition leads', () => {
    for (const sample of sampleAftereffect(effectOf('ctbs600'), SPAN, 60, PERCENT).slice(1)) {
      expect(sample.facilitation).toBeGreaterThan(0);
      expect(sample.inhibition).toBeLessThan(0);
      expect(sample.net).toBeLessThan(0);
    }
  });

  it('draw no inhibition where a contraction afterwards cancels it', () => {
    const samples = sampleAftereffect(effectOf('itbs600', true, true), SPAN, 60, PERCENT);
    expect(samples.every(({ inhibition }) => inhibition === 0)).toBe(true);
    expect(samples[10].facilitation).toBe(samples[10].net);
  });

  it('fit below the top of the axis, which is a round number', () => {
    for (const { id } of PATTERNS) {
      const samples = sampleAftereffect(effectOf(id), SPAN, 240, PERCENT);
      const top = percentTop(samples, [45]);
      expect(top % 20).toBe(0);
      expect(Math.max(...samples.map(({ facilitation, inhibition }) => Math.max(facilitation, -inhibition)))).toBeLessThanOrEqual(top);
    }
  });

  it('follow the protocol of the editor where it is asked for, and the own counts where those are', () => {
    const { segments } = protocolFromPreset(protocolPreset('ctbs300'));
    const [first] = PATTERNS;
    expect(patternOf(EDITED_PATTERN, first.pattern, segments)).toEqual({ burstsInTrain: 100, trains: 1, gapBetweenTrains: 0 });
    expect(patternOf(OWN_PATTERN, { burstsInTrain: 7, trains: 3, gapBetweenTrains: 4 }, segments)).toEqual({
      burstsInTrain: 7,
      trains: 3,
      gapBetweenTrains: 4,
    });
    expect(patternOf(first.id, PATTERNS[1].pattern, segments)).toBe(first.pattern);
  });

  it('belong to patterns whose names state their pulses', () => {
    for (const { label, pattern } of PATTERNS) expect(label).toContain(String(pulsesOfPattern(pattern)));
  });
});
