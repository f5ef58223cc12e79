import { describe, expect, it } from 'vitest';
import { angleBetween, judge, orderedPairs, solutionWords } from '../../src/lessons/judge';
import { keepProgress, PROGRESS_KEY, progressOf, withAnswer } from '../../src/lessons/progress';
import type { TaskOf } from '../../src/lessons/taskSchema';
import { angleOfDirection, directionOfAngle } from '../../src/lessons/truth';

const pin: TaskOf<'pin'> = { kind: 'pin', target: 'strongest', full: 10, none: 50 };
const turn: TaskOf<'direction'> = { kind: 'direction', target: 'bestHandle', full: 10, none: 60 };
const reach: TaskOf<'reach'> = {
  kind: 'reach',
  goals: [
    { quantity: 'fieldAtTarget', atLeast: 60, unit: 'V/m' },
    { quantity: 'peakFromTarget', atMost: 10, unit: 'mm' },
  ],
};
const choose: TaskOf<'choose'> = {
  kind: 'choose',
  question: 'Which?',
  options: [
    { id: 'a', label: 'A', credit: 1, because: 'It is so.' },
    { id: 'b', label: 'B', credit: 0.4, because: 'In part.' },
    { id: 'c', label: 'C', credit: 0, because: 'It is not.' },
  ],
};
const estimate: TaskOf<'estimate'> = { kind: 'estimate', question: 'How many?', unit: 'V/m', answer: 100, full: 1.2, none: 4 };
const order: TaskOf<'order'> = {
  kind: 'order',
  question: 'Which?',
  by: 'size',
  items: [
    { id: 'm', label: 'Middle', value: 2 },
    { id: 's', label: 'Small', value: 1 },
    { id: 'l', label: 'Large', value: 3 },
  ],
};

describe('A pin', () => {
  it('is judged by its distance in mm', () => {
    expect(judge(pin, [0, 0, 0.009], [0, 0, 0])).toEqual({ score: 1, verdict: 'right', sentence: 'Right: 9 mm from the strongest place.' });
    expect(judge(pin, [0, 0.03, 0], [0, 0, 0])).toMatchObject({ score: 0.5, verdict: 'partly' });
    expect(judge(pin, [0.05, 0, 0], [0, 0, 0])).toMatchObject({
      score: 0,
      verdict: 'away',
      sentence: expect.stringMatching(/^Not yet: 50 mm/),
    });
  });
});

describe('A direction', () => {
  it('is judged by its angle, in which half a turn makes no difference for a handle', () => {
    expect(angleBetween(170, -170, false)).toBeCloseTo(20);
    expect(angleBetween(5, 175, true)).toBeCloseTo(10);
    expect(judge(turn, 185, 0)).toMatchObject({ score: 1, sentence: 'Right: 5° from the best direction.' });
    expect(judge(turn, 35, 0)).toMatchObject({ verdict: 'partly', score: expect.closeTo(0.5) });
    expect(judge(turn, 90, 0).verdict).toBe('away');
    expect(judge({ ...turn, target: 'current' }, 180, 0)).toMatchObject({
      verdict: 'away',
      sentence: 'Not yet: 180° from the way of the current.',
    });
  });

  it('is drawn in the convention of the handle', () => {
    const up = [0, 0, 1] as const;
    // Seen from above the handle points back at 0°, and to the left of the head at 90°, clockwise.
    expect(directionOfAngle(0, up)[1]).toBeCloseTo(-1);
    expect(directionOfAngle(90, up)[0]).toBeCloseTo(-1);
    for (const angle of [-150, -20, 0, 35, 120]) expect(angleOfDirection(directionOfAngle(angle, up), up)).toBeCloseTo(angle);
  });
});

describe('Goals', () => {
  it('are judged one by one; what is not known meets none', () => {
    expect(judge(reach, [61, 10], null)).toMatchObject({ score: 1, verdict: 'right' });
    expect(judge(reach, [61, 11], null)).toMatchObject({ score: 0.5, verdict: 'partly' });
    expect(judge(reach, [null, 11], null)).toMatchObject({ score: 0, verdict: 'away', sentence: expect.stringContaining('not known') });
  });

  it('count the pulses where they are limited; none is no hunt', () => {
    const hunt: TaskOf<'reach'> = {
      kind: 'reach',
      goals: [{ quantity: 'thresholdError', atMost: 5, unit: '% of the output' }],
      pulses: 15,
    };
    expect(judge(hunt, [3, 15], null).score).toBe(1);
    expect(judge(hunt, [3, 16], null).score).toBe(0.5);
    expect(judge(hunt, [null, 0], null).score).toBe(0);
  });
});

describe('A choice', () => {
  it('has the credit of its option and says why', () => {
    expect(judge(choose, 'a', null)).toEqual({ score: 1, verdict: 'right', sentence: 'Right: It is so.' });
    expect(judge(choose, 'b', null)).toMatchObject({ score: 0.4, verdict: 'partly' });
    expect(judge(choose, 'c', null)).toMatchObject({ score: 0, verdict: 'away' });
    expect(judge(choose, 'z', null).score).toBe(0);
  });

  it('about a figure of speech is never called wrong', () => {
    const { verdict, sentence } = judge({ ...choose, figureOfSpeech: true }, 'c', null);
    expect(verdict).toBe('figure');
    expect(sentence).toBe('A figure of speech: It is not.');
  });
});

describe('An estimate', () => {
  it('is judged by its ratio to the answer, either way', () => {
    expect(judge(estimate, 84, 100)).toMatchObject({ score: 1, verdict: 'right' });
    expect(judge(estimate, 100 * Math.sqrt(1.2 * 4), 100).score).toBeCloseTo(0.5);
    expect(judge(estimate, 100 / Math.sqrt(1.2 * 4), 100).score).toBeCloseTo(0.5);
    expect(judge(estimate, 400, 100)).toMatchObject({ score: 0, verdict: 'away', sentence: expect.stringContaining('factor of 4.0') });
  });
});

describe('An order', () => {
  it('is judged by the pairs that stand well', () => {
    expect(orderedPairs([1, 3, 2, 4])).toBeCloseTo(5 / 6);
    expect(judge(order, ['s', 'm', 'l'], null)).toMatchObject({ score: 1, verdict: 'right' });
    expect(judge(order, ['m', 's', 'l'], null)).toMatchObject({ score: expect.closeTo(2 / 3), verdict: 'partly' });
    expect(judge(order, ['l', 'm', 's'], null)).toMatchObject({ score: 0, verdict: 'away' });
    expect(judge(order, ['s'], null).score).toBe(0);
  });
});

describe('A skipped task', () => {
  it('is told its answer, whatever its kind', () => {
    const told = [solutionWords(pin, [0, 0, 0]), solutionWords(turn, 40), solutionWords(reach, null), solutionWords(choose, null)];
    expect(told).toEqual([
      'The strongest place is marked on the cortex.',
      'The direction is 40°.',
      'The goal: field at the target at least 60 V/m, from the strongest point to the target at most 10 mm.',
      'A: It is so.',
    ]);
    expect(solutionWords(estimate, 100)).toBe('It is 100 V/m.');
    expect(solutionWords({ ...estimate, unit: '1' }, 3000)).toBe('It is 3000.');
    expect(solutionWords(order, null)).toBe('By size: Small, Middle, Large.');
  });
});

describe('What was done', () => {
  const storage = () => {
    const kept = new Map<string, string>();
    return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => void kept.set(key, text) };
  };
  const answer = { step: 'one', kind: 'pin' as const, value: [0, 0, 0.01] as [number, number, number], score: 0.5 };

  it('comes back, the latest answer of each step, skipped ones too', () => {
    const own = storage();
    const answers = withAnswer(withAnswer([answer], { ...answer, score: 1 }), { step: 'two', kind: 'choose', value: null, score: 0 });
    keepProgress(own, 'hot-spot', { step: 'two', answers, done: false });
    expect(progressOf(own, 'hot-spot')).toEqual({ step: 'two', answers, done: false });
    expect(answers.map(({ score }) => score)).toEqual([1, 0]);
    expect(progressOf(own, 'another')).toBeNull();
  });

  it('is bounded, and anything of another form is nothing', () => {
    const own = storage();
    for (let n = 0; n < 70; n++) keepProgress(own, `lesson-${n}`, { step: 'one', answers: [answer], done: true });
    expect(JSON.parse(own.getItem(PROGRESS_KEY)!).lessons).toHaveLength(60);
    expect(progressOf(own, 'lesson-9')).toBeNull();
    expect(progressOf(own, 'lesson-69')?.done).toBe(true);
    for (const text of ['{', '[]', '{"version":2,"lessons":[]}', 'x'.repeat(300_000)]) {
      own.setItem(PROGRESS_KEY, text);
      expect(progressOf(own, 'lesson-69')).toBeNull();
    }
    expect(progressOf(null, 'lesson-69')).toBeNull();
    const forbidden = {
      getItem: () => {
        throw new Error('no');
      },
      setItem: () => {
        throw new Error('no');
      },
    };
    expect(() => keepProgress(forbidden, 'a', { step: 'one', answers: [], done: false })).not.toThrow();
  });
});
