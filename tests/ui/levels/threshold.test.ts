import { describe, expect, it } from 'vitest';
import { studyConvergence } from '../../../src/dose/thresholdConvergence';
import type { Simulation } from '../../../src/field/simulation';
import { createChoiceStore } from '../../../src/state/store';
import { createViewStore } from '../../../src/state/viewStore';
import { measureMotorField, scalpToCortex } from '../../../src/ui/levels/motorFields';
import {
  BOT_GAMES,
  BOT_RULES,
  type BotResult,
  errorHistogram,
  errorStatistics,
  NO_GAMES,
  playBotGame,
  runBot,
} from '../../../src/ui/levels/thresholdBot';
import { nameThreshold, newSubject, setOutput, stimulate, thresholdMemoryOf } from '../../../src/ui/levels/thresholdMemory';
import { readShippedHead } from '../../readShippedHead';

describe('the bot', () => {
  it.each(BOT_RULES)('plays the same games as the convergence study: $label', ({ rule }) => {
    let result: BotResult = NO_GAMES;
    for (let game = 0; game < 60; game++) result = playBotGame(result, rule, 3);
    const study = studyConvergence(rule, 60, 3);
    const { mean, deviation } = errorStatistics(result.errors);
    expect(result.games - result.errors.length).toBe(study.failures);
    expect(mean).toBeCloseTo(study.meanError, 12);
    expect(deviation).toBeCloseTo(study.standardDeviation, 12);
    expect(result.meanPulses).toBeCloseTo(study.meanPulses, 9);
  });

  it('gives up no game in its histogram: what is beyond the ends counts in the last bins', () => {
    const counts = errorHistogram([-0.4, -0.011, 0.004, 0.004, 0.16, 0.5], 0.01, 0.15);
    expect(counts).toHaveLength(31);
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(6);
    expect([counts[0], counts[14], counts[15], counts[30]]).toEqual([1, 1, 2, 2]);
  });

  it('plays all games of both rules in slices and stops when it is told', async () => {
    const results = await new Promise<readonly BotResult[]>((resolve) => {
      runBot(1, (now) => now.every(({ games }) => games === BOT_GAMES) && resolve(now));
    });
    for (const { errors } of results) {
      const { mean, deviation } = errorStatistics(errors);
      expect(Math.abs(mean)).toBeLessThan(0.02);
      expect(deviation).toBeLessThan(0.06);
    }
    let told = 0;
    const stop = runBot(1, () => told++);
    stop();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(told).toBe(0);
  });
});

describe('the hunt', () => {
  it('keeps trials and output while other levels are looked at, and starts anew with another subject', () => {
    const view = createViewStore();
    const memory = thresholdMemoryOf(view);
    setOutput(memory, 0.6);
    for (let n = 0; n < 10; n++) stimulate(memory, 1);
    expect(thresholdMemoryOf(view).getState()).toMatchObject({ trials: 10, output: 0.6 });
    newSubject(memory, 8);
    expect(memory.getState()).toMatchObject({ seed: 8, trials: 0, output: 0.4, answer: null });
    expect(thresholdMemoryOf(createViewStore()).getState().trials).toBe(0);
  });

  it('shows the same trials for the same seed', () => {
    const amplitudes = [0, 1].map(() => {
      const memory = thresholdMemoryOf(createViewStore());
      newSubject(memory, 12);
      for (let n = 0; n < 5; n++) stimulate(memory, 1);
      return memory.getState().game.trials.map(({ amplitude }) => amplitude);
    });
    expect(amplitudes[0]).toEqual(amplitudes[1]);
  });

  it('responds about half the time at the true threshold', () => {
    const memory = thresholdMemoryOf(createViewStore());
    const { game } = memory.getState();
    memory.setState({ output: game.subject.restingThreshold });
    for (let n = 0; n < 2000; n++) stimulate(memory, 1);
    const share = game.trials.filter(({ response }) => response).length / 2000;
    expect(Math.abs(share - 0.5)).toBeLessThan(0.05);
  });

  it('names the truth as an output where the coil stands: half the coupling, twice the output', () => {
    const memory = thresholdMemoryOf(createViewStore());
    setOutput(memory, 0.7);
    stimulate(memory, 0.5);
    nameThreshold(memory, 0.5);
    const { answer, game, motorThreshold } = memory.getState();
    expect(answer?.truth).toBeCloseTo(2 * game.subject.restingThreshold, 12);
    expect(answer?.estimate).toBe(0.7);
    expect(motorThreshold).toEqual({ value: 0.7, found: true });
  });

  it('keeps the output between nothing and everything', () => {
    const memory = thresholdMemoryOf(createViewStore());
    setOutput(memory, 1.7);
    expect(memory.getState().output).toBe(1);
    setOutput(memory, -1);
    expect(memory.getState().output).toBe(0);
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

  it('is visited by the coil and left again without a step in the history', async () => {
    const store = createChoiceStore();
    const before = store.getState();
    const visited: string[] = [];
    let pose = {};
    const simulation = {
      store,
      snapshot: () => ({
        pose,
        field: { pose, model: 'sphere', summary: { atTarget: [0, 3e-6, 4e-6] } },
        target: { id: store.getState().targetId },
      }),
      subscribe: () => () => true,
    } as unknown as Simulation;
    store.subscribe((choices) => {
      pose = {};
      visited.push(choices.targetId);
    });
    expect(await measureMotorField(simulation)).toBeCloseTo(5e-6, 15);
    expect(visited).toEqual(['m1-hand', before.targetId]);
    expect(store.getState()).toEqual(before);
    expect(store.temporal.getState().pastStates).toHaveLength(0);
  });
});
