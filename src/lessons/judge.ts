import { formatNumber } from '../core/format';
import { distance, type Vec3 } from '../core/vec3';
import { wrapAngle } from '../core/wrapAngle';
import type { ValueOf } from './answer';
import { QUANTITIES } from './quantities';
import type { Task, TaskKind, TaskOf } from './taskSchema';

/** What the model says to a task: the strongest place [m], the true direction [degrees], the number asked for; null where the file holds the answer. */
export type Truth = {
  readonly pin: Vec3;
  readonly direction: number;
  readonly estimate: number;
  readonly reach: null;
  readonly choose: null;
  readonly order: null;
};

/** `figure`: an option of a figure of speech, which is never called wrong. */
export type Verdict = 'right' | 'partly' | 'away' | 'figure';

export interface Judgment {
  /** 0…1. */
  readonly score: number;
  readonly verdict: Verdict;
  /** What came out, in one or two sentences with the number that was judged. */
  readonly sentence: string;
}

/** 1 up to `full`, 0 from `none` on, linear between. */
export const partial = (value: number, full: number, none: number): number => Math.min(1, Math.max(0, (none - value) / (none - full)));

const verdictOf = (score: number): Verdict => (score > 1 - 1e-9 ? 'right' : score > 0 ? 'partly' : 'away');
const WORDS: Readonly<Record<Verdict, string>> = { right: 'Right', partly: 'Partly', away: 'Not yet', figure: 'A figure of speech' };

const judged = (score: number, rest: string, verdict: Verdict = verdictOf(score)): Judgment => ({
  score,
  verdict,
  sentence: `${WORDS[verdict]}: ${rest}`,
});

/** The angle between two directions [degrees, 0…180; 0…90 where half a turn makes no difference]. */
export function angleBetween(a: number, b: number, axial: boolean): number {
  const size = Math.abs(wrapAngle(((a - b) * Math.PI) / 180) * 180) / Math.PI;
  return axial ? Math.min(size, 180 - size) : size;
}

/** Whether half a turn makes no difference: for the field of a turned coil, unless the lesson says otherwise. */
export const isAxial = ({ target, axial }: TaskOf<'direction'>): boolean => axial ?? target === 'bestHandle';

/** Share of the pairs of items that stand as their values do; equal values stand well either way. */
export function orderedPairs(values: readonly number[]): number {
  let [pairs, well] = [0, 0];
  for (let n = 0; n < values.length; n++)
    for (let m = n + 1; m < values.length; m++) {
      pairs++;
      if (values[n] <= values[m]) well++;
    }
  return pairs === 0 ? 1 : well / pairs;
}

/** Whether each goal is met by the numbers, which stand in the units of the goals; an unknown number meets none. The pulses follow the goals. */
export function metGoals({ goals, pulses }: TaskOf<'reach'>, values: ValueOf<'reach'>): readonly boolean[] {
  const met = goals.map(({ atLeast = -Infinity, atMost = Infinity }, n) => {
    const value = values[n] ?? null;
    return value !== null && value >= atLeast && value <= atMost;
  });
  if (pulses === undefined) return met;
  const used = values[goals.length] ?? null;
  return [...met, used !== null && used > 0 && used <= pulses];
}

type Judges = { readonly [Kind in TaskKind]: (task: TaskOf<Kind>, value: ValueOf<Kind>, truth: Truth[Kind]) => Judgment };

const JUDGES: Judges = {
  pin(task, value, truth) {
    const apart = distance(value as Vec3, truth) * 1e3;
    return judged(partial(apart, task.full, task.none), `${formatNumber(apart)} mm from the strongest place.`);
  },
  direction(task, value, truth) {
    const apart = angleBetween(value, truth, isAxial(task));
    const best = task.target === 'bestHandle' ? 'the best direction' : 'the way of the current';
    return judged(partial(apart, task.full, task.none), `${formatNumber(apart)}° from ${best}.`);
  },
  reach(task, value) {
    const met = metGoals(task, value);
    const count = met.filter(Boolean).length;
    const numbers = task.goals.map(({ quantity, unit }, n) => {
      const now = value[n] ?? null;
      return `${QUANTITIES[quantity].label} ${now === null ? 'not known' : `${formatNumber(now, 1)} ${unit}`}`;
    });
    const pulses = task.pulses === undefined ? [] : [`${value[task.goals.length] ?? 0} pulses`];
    return judged(count / met.length, `${[...numbers, ...pulses].join(', ')}.`);
  },
  choose(task, value) {
    const option = task.options.find(({ id }) => id === value);
    if (!option) return judged(0, 'no option of this question.');
    return judged(option.credit, option.because, task.figureOfSpeech && option.credit < 1 ? 'figure' : verdictOf(option.credit));
  },
  estimate(task, value, truth) {
    const ratio = Math.max(value / truth, truth / value);
    const score = partial(Math.log(ratio), Math.log(task.full), Math.log(task.none));
    const answer = withUnit(formatNumber(truth, truth < 10 ? 1 : 0), task.unit);
    return judged(score, `it is ${answer}; your number differs by a factor of ${formatNumber(ratio, 1)}.`);
  },
  order(task, value) {
    const values = value.map((id) => task.items.find((item) => item.id === id)?.value ?? Number.NaN);
    const share = values.length === task.items.length ? orderedPairs(values) : 0;
    const right = [...task.items].sort((a, b) => a.value - b.value).map(({ label }) => label);
    return judged(share, `${formatNumber(100 * share)} % of the pairs stand in order. By ${task.by}: ${right.join(', ')}.`);
  },
};

/** Judges what a learner committed to. */
export function judge<Kind extends TaskKind>(task: TaskOf<Kind>, value: ValueOf<Kind>, truth: Truth[Kind]): Judgment {
  const judgeOne = JUDGES[task.kind as Kind] as Judges[Kind];
  return judgeOne(task, value, truth);
}

/** What the answer to a task would have been, in words, for who skipped it. */
export function solutionWords(task: Task, truth: Truth[TaskKind]): string {
  switch (task.kind) {
    case 'pin':
      return 'The strongest place is marked on the cortex.';
    case 'direction':
      return `The direction is ${formatNumber(truth as number)}°.`;
    case 'reach':
      return `The goal: ${task.goals.map(goalWords).join(', ')}.`;
    case 'choose':
      return task.options
        .filter(({ credit }) => credit === 1)
        .map(({ label, because }) => `${label}: ${because}`)
        .join(' ');
    case 'estimate':
      return `It is ${withUnit(formatNumber(truth as number, (truth as number) < 10 ? 1 : 0), task.unit)}.`;
    case 'order':
      return `By ${task.by}: ${[...task.items]
        .sort((a, b) => a.value - b.value)
        .map(({ label }) => label)
        .join(', ')}.`;
  }
}

/** A goal in words: `field at the target at least 60 V/m`. */
export function goalWords({ quantity, atLeast, atMost, unit }: TaskOf<'reach'>['goals'][number]): string {
  const bounds = [
    ...(atLeast === undefined ? [] : [`at least ${formatNumber(atLeast, decimalsOf(atLeast))} ${unit}`]),
    ...(atMost === undefined ? [] : [`at most ${formatNumber(atMost, decimalsOf(atMost))} ${unit}`]),
  ];
  return `${QUANTITIES[quantity].label} ${bounds.join(' and ')}`;
}

/** A number with its unit; the unit of a count is left out. */
const withUnit = (number: string, unit: string): string => (unit === '1' ? number : `${number} ${unit}`);

const decimalsOf = (value: number): number => (Number.isInteger(value) ? 0 : 1);
