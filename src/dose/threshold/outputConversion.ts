/**
 * Output fraction (0 to 1 of the maximum stimulator output), rate of change of the coil current and induced field are proportional to each
 * other: `dI/dt = output · maxdIdt` and `|E| = fieldPerUnitRate · dI/dt`. `maxdIdt` is the rate at full output of this stimulator with this
 * coil [A/s]; `fieldPerUnitRate` the magnitude at one point for 1 A/s [V/m per A/s]. A percentage of output means nothing without the pair.
 */
export const rateAtOutput = (output: number, maxdIdt: number): number => output * maxdIdt;

export const outputAtRate = (dIdt: number, maxdIdt: number): number => dIdt / maxdIdt;

export const fieldAtOutput = (output: number, maxdIdt: number, fieldPerUnitRate: number): number => output * maxdIdt * fieldPerUnitRate;

/** The output that gives a field; above 1 the stimulator cannot reach it. */
export const outputAtField = (field: number, maxdIdt: number, fieldPerUnitRate: number): number => field / (maxdIdt * fieldPerUnitRate);
