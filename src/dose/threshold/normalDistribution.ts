/**
 * Cumulative distribution of the standard normal, by the complementary error function in Chebyshev form (W. J. Cody style fit of
 * Press et al., Numerical Recipes, section 6.2: relative error below 1.2e-7 everywhere). `z` in standard deviations.
 */
export function normalCdf(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  const polynomial =
    -1.26551223 +
    t *
      (1.00002368 +
        t *
          (0.37409196 +
            t *
              (0.09678418 +
                t * (-0.18628806 + t * (0.27886807 + t * (-1.13520398 + t * (1.48851587 + t * (-0.82215223 + t * 0.17087277))))))));
  const complementaryError = t * Math.exp(-x * x + polynomial);
  return z > 0 ? 1 - 0.5 * complementaryError : 0.5 * complementaryError;
}

/** Inverse of `normalCdf`, by bisection to 1e-12: slow and exact enough for tables that are built once. `probability` in (0, 1). */
export function normalQuantile(probability: number): number {
  let low = -12;
  let high = 12;
  while (high - low > 1e-12) {
    const middle = 0.5 * (low + high);
    if (normalCdf(middle) < probability) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}
