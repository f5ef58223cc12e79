/**
 * Motor evoked potential against stimulator output, with three sources of trial-to-trial scatter.
 *
 * `MEP = background + 1e-7 V · 10^(ny + p2 / (1 + p3 / max(0, x - p5 + nx)^p4))`, not below 10 nV
 *
 * x = output in percent of the maximum; nx = scatter of excitability before recruitment (percent of output), ny = scatter after it (decades),
 * background = amplifier and muscle noise [V]. p2 = decades between the 0.1 µV floor and saturation, p3 and p4 = position and steepness,
 * p5 = output at which recruitment starts. Source: Goetz, Alavi, Deng and Peterchev 2019, IEEE Trans Neural Syst Rehabil Eng,
 * 10.1109/TNSRE.2019.2926543; written from the equation, not from the authors' code. Resting muscle only: the model has no voluntary
 * contraction, so it knows no active threshold. Below p5 - nx recruitment is zero and only the floor and the background remain.
 */
export interface RecruitmentParameters {
  /** Decades from floor to saturation. */
  readonly p2: number;
  /** (percent of output)^p4. */
  readonly p3: number;
  readonly p4: number;
  /** Percent of output. */
  readonly p5: number;
  /** Standard deviation of `nx`, percent of output. */
  readonly excitabilityScatter: number;
  /** Standard deviation of `ny`, decades. */
  readonly pathwayScatter: number;
  /** Generalized extreme-value distribution of the background: location and scale [V], shape. */
  readonly background: { readonly location: number; readonly scale: number; readonly shape: number };
}

/** The draws of one trial; all zero and `background` at its location is the noise-free curve. */
export interface TrialScatter {
  readonly nx: number;
  readonly ny: number;
  /** Volts. */
  readonly background: number;
}

export const RECRUITMENT_FLOOR = 1e-7;
export const SMALLEST_AMPLITUDE = 1e-8;

/** log10 of the amplitude of the recruited response over the 0.1 µV floor; 0 below the start of recruitment. `x` in percent of output. */
export function recruitedDecades(p: RecruitmentParameters, x: number): number {
  const drive = x - p.p5;
  if (drive <= 0) return 0;
  return p.p2 / (1 + p.p3 / drive ** p.p4);
}

/** Amplitude [V] at `output` (fraction of the maximum, 0 to 1). */
export function mepAmplitude(p: RecruitmentParameters, output: number, scatter: TrialScatter): number {
  const decades = scatter.ny + recruitedDecades(p, 100 * output + scatter.nx);
  return Math.max(SMALLEST_AMPLITUDE, scatter.background + RECRUITMENT_FLOOR * 10 ** decades);
}

/** The noise-free curve: no scatter, background at its location. */
export const noiseFreeAmplitude = (p: RecruitmentParameters, output: number): number =>
  mepAmplitude(p, output, { nx: 0, ny: 0, background: p.background.location });

/** Quantile of the generalized extreme-value background [V]; `probability` in (0, 1); shape 0 is the Gumbel limit. */
export function backgroundQuantile(background: RecruitmentParameters['background'], probability: number): number {
  const { location, scale, shape } = background;
  const reduced = -Math.log(probability);
  return Math.abs(shape) < 1e-12 ? location - scale * Math.log(reduced) : location + (scale * (reduced ** -shape - 1)) / shape;
}
