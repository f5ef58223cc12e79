const STEPS = 2000;

/** ∫ f dt over [0, duration] by Simpson's rule on each piece between `breaks`, where f may jump; 2000 steps a piece. */
export function integrate(f: (t: number) => number, duration: number, breaks: readonly number[] = []): number {
  const edges = [0, ...breaks, duration];
  let sum = 0;
  for (let k = 0; k + 1 < edges.length; k++) sum += simpson(f, edges[k], edges[k + 1]);
  return sum;
}

/** The ends are taken just inside, so that a jump counts for the piece it belongs to. */
function simpson(f: (t: number) => number, from: number, to: number): number {
  const inset = 1e-12 * (to - from);
  const step = (to - from) / STEPS;
  let sum = f(from + inset) + f(to - inset);
  for (let i = 1; i < STEPS; i++) sum += (i % 2 === 1 ? 4 : 2) * f(from + i * step);
  return (sum * step) / 3;
}
