import { describe, expect, it } from 'vitest';
import { errorStatistics, type GamesPlayed, studyConvergence } from '../../../../src/dose/threshold/thresholdConvergence';
import { latestBlock } from '../../../../src/dose/threshold/thresholdGame';
import { scalpToCortex } from '../../../../src/field/probe/scalpToCortex';
import { createSession } from '../../../../src/state/session';
import { createChoiceStore } from '../../../../src/state/store';
import { BOT_GAMES, BOT_RULES, BOT_SEED, errorHistogram, runBot } from '../../../../src/ui/levels/threshold/thresholdBot';
import { nameThreshold, newSubject, stimulate } from '../../../../src/ui/levels/threshold/thresholdMemory';
import { trialSentence } from '../../../../src/ui/levels/threshold/trialWords';
import { readShippedHead } from '../../../readShippedHead';

describe('the bot', () => {
  it('gives up no game in its histogram: what is beyond the ends counts in the last bins', () => {
    const counts = errorHistogram([-0.4, -0.011, 0.004, 0.004, 0.16, 0.5], 0.01, 0.15);
    expect(counts).toHaveLength(31);
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(6);
    expect([counts[0], counts[14], counts[15], counts[30]]).toEqual([1, 1, 2, 2]);
  });

  it('plays all games of both rules in slices and stops when it is told', async () => {
    const results = await new Promise<readonly GamesPlayed[]>((resolve) => {
      runBot(BOT_SEED, (now) => now.every(({ games }) => games === BOT_GAMES) && resolve(now));
    });
    results.forEach((result, n) => {
      const { mean, deviation } = errorStatistics(result.errors);
      expect(Math.abs(mean)).toBeLessThan(0.02);
      expect(deviation).toBeLessThan(0.06);
      // What the study of convergence prints is what the screen shows.
      expect(studyConvergence(BOT_RULES[n].rule)).toMatchObject({ mean, deviation, meanPulses: result.meanPulses });
    });
    let told = 0;
    const stop = runBot(1, () => told++);
    stop();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(told).toBe(0);
  });
});

describe('the hunt', () => {
  it('keeps its trials while other levels are looked at, and starts anew with another subject', () => {
    const memory = createSession(createChoiceStore());
    for (let n = 0; n < 10; n++) stimulate(memory, 0.6, 1);
    expect(memory.getState().threshold).toMatchObject({ trials: 10 });
    newSubject(memory, 8);
    expect(memory.getState().threshold).toMatchObject({ seed: 8, trials: 0, answer: null });
    expect(createSession(createChoiceStore()).getState().threshold.trials).toBe(0);
  });

  it('shows the same trials for the same seed', () => {
    const amplitudes = [0, 1].map(() => {
      const memory = createSession(createChoiceStore());
      newSubject(memory, 12);
      for (let n = 0; n < 5; n++) stimulate(memory, 0.4, 1);
      return memory.getState().threshold.game.trials.map(({ amplitude }) => amplitude);
    });
    expect(amplitudes[0]).toEqual(amplitudes[1]);
  });

  it.each([
    ['in its place', 1],
    ['off its place, at more output', 0.8],
    ['nearer than usual, at less output', 1.25],
  ])('responds about half the time at the true threshold, the coil %s', (_, coupling) => {
    const memory = createSession(createChoiceStore());
    const { game } = memory.getState().threshold;
    for (let n = 0; n < 2000; n++) stimulate(memory, game.subject.restingThreshold / coupling, coupling);
    const share = game.trials.filter(({ response }) => response).length / 2000;
    expect(Math.abs(share - 0.5)).toBeLessThan(0.05);
  });

  it('names the truth as an output where the coil stands: half the coupling, twice the output', () => {
    const memory = createSession(createChoiceStore());
    stimulate(memory, 0.7, 0.5);
    nameThreshold(memory, 0.7, 0.5);
    const { answer, game, motorThreshold } = memory.getState().threshold;
    expect(answer?.truth).toBeCloseTo(2 * game.subject.restingThreshold, 12);
    expect(answer?.estimate).toBe(0.7);
    expect(motorThreshold).toEqual({ value: 0.7, found: true });
  });

  it('counts anew when the coil was moved', () => {
    const memory = createSession(createChoiceStore());
    for (const coupling of [1, 1, 0.8]) stimulate(memory, 0.5, coupling);
    expect(latestBlock(memory.getState().threshold.game.trials)?.pulses).toBe(1);
  });

  it('says what a pulse did, and where the count stands', () => {
    const memory = createSession(createChoiceStore());
    expect(trialSentence(undefined, undefined)).toBe('');
    for (let n = 0; n < 3; n++) stimulate(memory, 0.02, 1);
    const { game } = memory.getState().threshold;
    expect(trialSentence(game.trials[2], latestBlock(game.trials))).toMatch(
      /^No response, [\d.]+\u202fµV; 0 of 3 at 2\u202f% of output\.$/,
    );
  });
});

describe('the hand area of the shipped head', () => {
  it('lies one to two and a half centimeters below the scalp', async () => {
    const head = await readShippedHead();
    const depth = scalpToCortex(head, 'm1-hand');
    expect(depth).toBeGreaterThan(0.01);
    expect(depth).toBeLessThan(0.025);
    expect(scalpToCortex(head, 'nowhere')).toBeNull();
  });
});
