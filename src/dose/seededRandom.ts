/** A stream of random numbers that a seed fixes: the same seed gives the same numbers in every browser and in Node. */
export interface SeededRandom {
  /** Uniform in (0, 1): never exactly 0 or 1, so that logarithms and quantiles stay finite. */
  uniform(): number;
  /** Normal, mean 0, standard deviation 1. */
  normal(): number;
  /** Whole number from 0 to count - 1. */
  below(count: number): number;
}

/** One step of splitmix32: spreads a small seed over 32 bits. */
function splitmix32(state: number): number {
  let z = (state + 0x9e3779b9) | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}

/**
 * The generator sfc32 (Chris Doty-Humphrey, PractRand, public domain): 128 bits of state of which 32 are a counter, so the period is at
 * least 2^32 from any seed. Seeded by splitmix32 and twelve discarded steps. `seed` is taken modulo 2^32.
 */
export function seededRandom(seed: number): SeededRandom {
  const start = Math.floor(seed) >>> 0;
  let a = splitmix32(start);
  let b = splitmix32(a ^ start);
  let c = splitmix32(b);
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i++) next();
  const uniform = () => (next() + 0.5) / 4294967296;
  // Box-Muller without keeping the second value: a stream that stays in step whatever is asked of it.
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  return { uniform, normal, below: (count) => Math.floor(uniform() * count) };
}
