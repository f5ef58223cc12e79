const SCAN_STEPS = 4000;
const BISECTIONS = 60;

/**
 * Gauss rule for a weight on [0, `end`] from its moments µ0…µ(2n-1) (µk = ∫ w(s) s^k ds): the `n = moments.length / 2` nodes and weights that
 * integrate polynomials up to degree 2n - 1 exactly. The nodes are the zeros of the orthogonal polynomial, found by bisection; `end`
 * should be about 1, n at most 6. Returns nothing where the moments belong to no positive weight on the interval.
 * Source: Golub & Welsch 1969, Math. Comp. 23:221 (its starting point).
 */
export function gaussRule(moments: readonly number[], end: number): { nodes: number[]; weights: number[] } | undefined {
  const n = moments.length / 2;
  const index = Array.from({ length: n }, (_, i) => i);
  const hankel = index.map((i) => index.map((j) => moments[i + j]));
  const coefficients = solveLinear(
    hankel,
    index.map((i) => -moments[i + n]),
  );
  const polynomial = (s: number) => coefficients.reduceRight((sum, c) => sum * s + c, 1);
  const nodes: number[] = [];
  for (let i = 0; i < SCAN_STEPS; i++) {
    const low = (end * i) / SCAN_STEPS;
    const high = (end * (i + 1)) / SCAN_STEPS;
    if (polynomial(low) < 0 !== polynomial(high) < 0) nodes.push(bisect(polynomial, low, high));
  }
  if (nodes.length < n) return undefined;
  const weights = solveLinear(
    index.map((k) => nodes.map((s) => s ** k)),
    moments.slice(0, n),
  );
  return weights.every((weight) => weight > 0) ? { nodes, weights } : undefined;
}

function bisect(f: (s: number) => number, from: number, to: number): number {
  let low = from;
  let high = to;
  const sign = f(low) < 0;
  for (let i = 0; i < BISECTIONS; i++) {
    const middle = (low + high) / 2;
    if (f(middle) < 0 === sign) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Gaussian elimination with partial pivoting, for a handful of equations. */
function solveLinear(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]]);
  const n = rows.length;
  for (let k = 0; k < n; k++) {
    const pivot = rows.reduce((best, row, i) => (i >= k && Math.abs(row[k]) > Math.abs(rows[best][k]) ? i : best), k);
    [rows[k], rows[pivot]] = [rows[pivot], rows[k]];
    for (let i = k + 1; i < n; i++) {
      const factor = rows[i][k] / rows[k][k];
      for (let j = k; j <= n; j++) rows[i][j] -= factor * rows[k][j];
    }
  }
  const solution = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    const known = solution.reduce((sum, value, j) => (j > i ? sum + rows[i][j] * value : sum), 0);
    solution[i] = (rows[i][n] - known) / rows[i][i];
  }
  return solution;
}
