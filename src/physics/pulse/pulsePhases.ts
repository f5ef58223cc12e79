const SAMPLES = 4096;
const REFINEMENTS = 60;

export interface PulsePhases {
  readonly zeroCrossings: readonly number[];
  /** Signed extreme in each phase. */
  readonly extremes: readonly number[];
  readonly largest: number;
}

/**
 * Sign changes of `rate` strictly inside [0, duration] and the signed extreme of each phase between them, from 4096 samples and bisection or
 * golden section; `breaks` are times at which the rate jumps. What is narrower than a sample step is not seen; values below 1e-12 of the largest count as zero.
 */
export function pulsePhases(rate: (t: number) => number, duration: number, breaks: readonly number[] = []): PulsePhases {
  const step = duration / SAMPLES;
  const values = Float64Array.from({ length: SAMPLES + 1 }, (_, i) => rate(i === SAMPLES ? duration : i * step));
  const noise = 1e-12 * values.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  const zeroCrossings: number[] = [];
  const extremes: number[] = [];
  let last = -1;
  let best = -1;
  for (let i = 0; i <= SAMPLES; i++) {
    if (Math.abs(values[i]) <= noise) continue;
    if (last >= 0 && values[i] > 0 !== values[last] > 0) {
      zeroCrossings.push(signChange(rate, last * step, i * step));
      extremes.push(refineExtreme(rate, best, step, duration, values[best]));
      best = i;
    }
    if (best < 0 || Math.abs(values[i]) > Math.abs(values[best])) best = i;
    last = i;
  }
  if (best >= 0) extremes.push(refineExtreme(rate, best, step, duration, values[best]));
  for (const time of breaks) {
    const phase = zeroCrossings.filter((zero) => zero <= time + 1e-9 * duration).length;
    const value = rate(time);
    if (value * extremes[phase] > extremes[phase] ** 2) extremes[phase] = value;
  }
  return { zeroCrossings, extremes, largest: extremes.reduce((most, v) => Math.max(most, Math.abs(v)), 0) };
}

function signChange(f: (t: number) => number, from: number, to: number): number {
  const positive = f(from) > 0;
  let low = from;
  let high = to;
  for (let i = 0; i < REFINEMENTS; i++) {
    const middle = (low + high) / 2;
    if (f(middle) > 0 === positive) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Golden section around sample `index`; never worse than the sample itself. */
function refineExtreme(f: (t: number) => number, index: number, step: number, duration: number, sample: number): number {
  const sign = Math.sign(sample);
  const ratio = (Math.sqrt(5) - 1) / 2;
  let low = Math.max(0, (index - 1) * step);
  let high = Math.min(duration, (index + 1) * step);
  for (let i = 0; i < REFINEMENTS; i++) {
    const a = high - ratio * (high - low);
    const b = low + ratio * (high - low);
    if (sign * f(a) > sign * f(b)) high = b;
    else low = a;
  }
  const refined = f((low + high) / 2);
  return sign * refined > sign * sample ? refined : sample;
}
