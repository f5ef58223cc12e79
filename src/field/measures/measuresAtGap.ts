import type { CoilDescription } from '../../coil/coilDescription';

/** Half-value depth [m] and tangential spread [m²] of a coil over the standard sphere. */
export interface DepthFocality {
  readonly halfValueDepth: number;
  readonly tangentialSpread: number;
}

/** The stored measures of a coil, linear between the stored gaps and constant beyond them; null where the coil brings none. */
export function measuresAtGap(coil: Pick<CoilDescription, 'sphereMeasures'>, gap: number): DepthFocality | null {
  const { sphereMeasures } = coil;
  if (!sphereMeasures) return null;
  const gaps = sphereMeasures.gaps.value;
  const last = gaps.length - 1;
  const held = Math.min(Math.max(gap, gaps[0]), gaps[last]);
  const n = Math.min(gaps.filter((stored) => stored <= held).length - 1, last - 1);
  const share = (held - gaps[n]) / (gaps[n + 1] - gaps[n]);
  const between = (values: readonly number[]): number => values[n] + share * (values[n + 1] - values[n]);
  return {
    halfValueDepth: between(sphereMeasures.halfValueDepths.value),
    tangentialSpread: between(sphereMeasures.tangentialSpreads.value),
  };
}
