import type { AmperesPerSecond, VoltsPerMeter } from '../../core/units';

/**
 * Output fraction (0 to 1 of the maximum stimulator output), rate of change of the coil current and induced field are proportional to each
 * other: `dI/dt = output · maxdIdt` and `|E| = fieldPerUnitRate · dI/dt`. `maxdIdt` is the rate at full output of this stimulator with this
 * coil [A/s]; `fieldPerUnitRate` the magnitude at one point for 1 A/s [V/m per A/s]. A percentage of output means nothing without the pair.
 */
export const rateAtOutput = (output: number, maxdIdt: AmperesPerSecond): AmperesPerSecond => (output * maxdIdt) as AmperesPerSecond;

export const outputAtRate = (dIdt: AmperesPerSecond, maxdIdt: AmperesPerSecond): number => dIdt / maxdIdt;

export const fieldAtOutput = (output: number, maxdIdt: AmperesPerSecond, fieldPerUnitRate: number): VoltsPerMeter =>
  (output * maxdIdt * fieldPerUnitRate) as VoltsPerMeter;

/** The output that gives a field; above 1 the stimulator cannot reach it. */
export const outputAtField = (field: VoltsPerMeter, maxdIdt: AmperesPerSecond, fieldPerUnitRate: number): number =>
  field / (maxdIdt * fieldPerUnitRate);
