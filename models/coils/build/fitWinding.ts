import { type Comparison, compareWithMeasured } from './compareWithMeasured';
import type { MeasuredCoil } from './measuredCoils';
import { fillPlan, openNumbers, type WindingNumbers, type WindingPlan, wingsOf } from './windingPlan';

const STEPS = 30;
/** Differences for the derivatives [mm, degrees, 1]: share of the interval that a number may take. */
const PROBE = 1e-3;
/** A difference above this costs more than its square. */
const WANTED = 0.03;
const WEIGHTS = { size: 20, vector: 4, turnArea: 20, start: 0.05 };
/** Decimals that are kept. */
const DIGITS = 100;

export interface FittedWinding {
  readonly numbers: WindingNumbers;
  readonly comparison: Comparison;
}

/**
 * The open numbers of a plan by damped least squares (Levenberg-Marquardt, steps held within the bounds), so that |A| at the reference points and
 * the turn area are those of the measured coil. Deterministic. A small pull toward the start keeps what the figures do not decide.
 */
export function fitWinding(plan: WindingPlan, measured: MeasuredCoil): FittedWinding {
  const open = openNumbers(plan);
  const spans = open.map(([, least, most]) => most - least);
  const residuals = (unit: Float64Array): number[] => {
    const values = unit.map((u, i) => open[i][1] + u * spans[i]);
    const { sizes, turnArea, vectors } = compareWithMeasured(measured, wingsOf(plan, fillPlan(plan, values)));
    return [
      ...sizes.map((d) => WEIGHTS.size * d * (1 + (d / WANTED) ** 2)),
      ...vectors.map((d) => WEIGHTS.vector * d),
      WEIGHTS.turnArea * turnArea * (1 + (turnArea / WANTED) ** 2),
      ...open.map(([start, least], i) => WEIGHTS.start * (unit[i] - (start - least) / spans[i])),
    ];
  };
  let at = Float64Array.from(open, ([start, least], i) => (start - least) / spans[i]);
  let here = residuals(at);
  let damping = 1e-2;
  for (let step = 0; step < STEPS && damping < 1e6; step++) {
    const columns = open.map((_, i) => derivative(residuals, at, here, i));
    const next = dampedStep(columns, here, damping).map((change, i) => Math.min(1, Math.max(0, at[i] - change)));
    const there = residuals(next);
    if (cost(there) < cost(here)) {
      const gain = 1 - cost(there) / cost(here);
      [at, here, damping] = [next, there, damping / 3];
      if (gain < 1e-3) break;
    } else damping *= 4;
  }
  const rounded = at.map((u, i) => Math.round((open[i][1] + u * spans[i]) * DIGITS) / DIGITS);
  const numbers = fillPlan(plan, rounded);
  return { numbers, comparison: compareWithMeasured(measured, wingsOf(plan, numbers)) };
}

const cost = (residuals: readonly number[]): number => residuals.reduce((sum, value) => sum + value * value, 0);

function derivative(residuals: (at: Float64Array) => number[], at: Float64Array, here: readonly number[], i: number): number[] {
  const probe = at[i] > 0.5 ? -PROBE : PROBE;
  const moved = at.slice();
  moved[i] += probe;
  return residuals(moved).map((value, k) => (value - here[k]) / probe);
}

/** Solves (JᵀJ + damping · diag) x = Jᵀr by Gauss elimination. */
function dampedStep(columns: readonly (readonly number[])[], right: readonly number[], damping: number): Float64Array {
  const n = columns.length;
  const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, k) => sum + value * b[k], 0);
  const rows = columns.map((a, i) => [
    ...columns.map((b, j) => dot(a, b) * (i === j ? 1 + damping : 1) + (i === j ? 1e-9 : 0)),
    dot(a, right),
  ]);
  for (let k = 0; k < n; k++) {
    for (let i = k + 1; i < n; i++) {
      const factor = rows[i][k] / rows[k][k];
      for (let j = k; j <= n; j++) rows[i][j] -= factor * rows[k][j];
    }
  }
  const x = new Float64Array(n);
  for (let i = n - 1; i >= 0; i--) {
    const known = rows[i].reduce((sum, value, j) => (j > i && j < n ? sum + value * x[j] : sum), 0);
    x[i] = (rows[i][n] - known) / rows[i][i];
  }
  return x;
}
