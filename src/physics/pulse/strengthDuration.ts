/**
 * Threshold field of a rectangular pulse of width `pulseWidth` [s], `E_th = E_rheobase / (1 - e^(-PW/τ))`, in the unit of `rheobase`.
 * Infinite for a width of 0; the rheobase for a long pulse. τ must be positive. Source: Lapicque 1907; in TMS, D'Ostilio 2016, Clin Neurophysiol
 * 127:675, doi 10.1016/j.clinph.2015.05.017.
 */
export function strengthDuration(pulseWidth: number, timeConstant: number, rheobase: number): number {
  return rheobase / -Math.expm1(-pulseWidth / timeConstant);
}
