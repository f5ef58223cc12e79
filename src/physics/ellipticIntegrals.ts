/** Complete elliptic integrals of one modulus, by the arithmetic-geometric mean. */
export interface EllipticIntegrals {
  /** First kind, K(k). */
  readonly first: number;
  /** Second kind, E(k). */
  readonly second: number;
  /** (1 - k²/2) K - E, without the cancellation that its terms suffer for small k. */
  readonly remainder: number;
}

const MAX_STEPS = 40;

/**
 * K(k) and E(k) from the complementary modulus k' = sqrt(1 - k²) in (0, 1]: with a0 = 1, b0 = k' the mean M gives K = π/2M, and
 * E = K (1 - Σ 2^(n-1) c_n²). At k' = 0 K is infinite. Source: Abramowitz & Stegun 17.6.
 */
export function ellipticIntegrals(complementaryModulus: number): EllipticIntegrals {
  let a = 1;
  let b = complementaryModulus;
  let weight = 1;
  let tail = 0;
  for (let n = 0; n < MAX_STEPS && Math.abs(a - b) > 1e-15 * a; n++) {
    const c = (a - b) / 2;
    const mean = (a + b) / 2;
    b = Math.sqrt(a * b);
    a = mean;
    tail += weight * c * c;
    weight *= 2;
  }
  const first = Math.PI / (2 * a);
  const squaredModulus = 1 - complementaryModulus ** 2;
  return { first, second: first * (1 - squaredModulus / 2 - tail), remainder: first * tail };
}
