import { COHORT_SIZE } from '../risk/iconArray';
import { seededRandom } from '../seededRandom';
import { impliedShamEnd, mixtureMean, trajectoryMean } from './outcomeCurves';
import { type GroupStatement, outcomeData } from './outcomeData';

/** HRSD17: half the score gone is a response, 7 points or less a remission (usual definitions). */
export const RESPONSE_FRACTION = 0.5;
export const REMISSION_SCORE = 7;
const WEEKS = 6;

/** Imagined people whose groups and means follow published trials. Useful for showing scatter; no statement about a person. */
export interface VirtualCohort extends GroupStatement {
  readonly arm: 'active' | 'sham';
  /** Index of the response group of each person. */
  readonly trajectory: Uint8Array;
  /** Scores, week by week: person p, week w at `p * (weeks + 1) + w`. */
  readonly scores: Float32Array;
  readonly weeks: number;
  readonly meanByWeek: readonly number[];
  readonly responseShare: number;
  readonly remissionShare: number;
}

/** How much of the active change a sham group shows that ends at `shamEnd`, points. */
function shamFactor(shamEnd: number): number {
  const start = mixtureMean(0);
  return (start - shamEnd) / (start - mixtureMean(WEEKS));
}

/**
 * Draws a cohort: response group by its published share, start and end scores around the means of that group, straight or rapid course,
 * scores not below 0. In the sham arm every change is scaled by one factor, so that its mean goes to `shamEnd`, points: what the effect size
 * of sham-controlled trials implies, or one of the ends of its interval.
 */
export function drawVirtualCohort(
  seed: number,
  arm: VirtualCohort['arm'],
  size = COHORT_SIZE,
  shamEnd = impliedShamEnd().mean,
): VirtualCohort {
  const random = seededRandom(seed);
  const { trajectories, trajectorySpread: spread } = outcomeData;
  const people = trajectories.reduce((sum, t) => sum + t.people.value, 0);
  const factor = arm === 'sham' ? shamFactor(shamEnd) : 1;
  const means = trajectories.map((t) => Array.from({ length: WEEKS + 1 }, (_, week) => trajectoryMean(t, week)));
  const trajectory = new Uint8Array(size);
  const scores = new Float32Array(size * (WEEKS + 1));
  const meanByWeek = new Array<number>(WEEKS + 1).fill(0);
  let responses = 0;
  let remissions = 0;
  for (let person = 0; person < size; person++) {
    let draw = random.uniform() * people;
    let group = 0;
    while (group < trajectories.length - 1 && draw >= trajectories[group].people.value) draw -= trajectories[group++].people.value;
    trajectory[person] = group;
    const startShift = spread.start.value * random.normal();
    const endShift = spread.carry.value * startShift + spread.end.value * random.normal();
    for (let week = 0; week <= WEEKS; week++) {
      const start = means[group][0];
      const change = factor * (means[group][week] - start);
      const shift = startShift + (week / WEEKS) * (endShift - startShift);
      const score = Math.max(0, start + change + shift);
      scores[person * (WEEKS + 1) + week] = score;
      meanByWeek[week] += score / size;
    }
    const first = scores[person * (WEEKS + 1)];
    const last = scores[person * (WEEKS + 1) + WEEKS];
    if (last <= RESPONSE_FRACTION * first) responses++;
    if (last <= REMISSION_SCORE) remissions++;
  }
  return {
    appliesTo: 'group',
    arm,
    trajectory,
    scores,
    weeks: WEEKS,
    meanByWeek,
    responseShare: responses / size,
    remissionShare: remissions / size,
  };
}
