import { MU0 } from '../../core/constants';

/** A closed ring of round wire, its plane facing the flux. Metres, ohm-metres. */
export interface MetalRing {
  readonly radius: number;
  readonly wireRadius: number;
  readonly resistivity: number;
}

export const ringArea = (ring: MetalRing): number => Math.PI * ring.radius ** 2;

/** Resistance at low frequency [Ω]: length over cross-section; the skin effect of a 3 kHz pulse is left out. */
export const ringResistance = (ring: MetalRing): number => (2 * ring.radius * ring.resistivity) / ring.wireRadius ** 2;

/** Self-inductance of a thin ring with current through its whole section [H]: `mu0 a (ln(8a/b) - 7/4)`; for wireRadius well below radius. */
export const ringInductance = (ring: MetalRing): number => MU0 * ring.radius * (Math.log((8 * ring.radius) / ring.wireRadius) - 1.75);

/**
 * Electromotive force around the ring [V]: `-area · (B·n per ampere) · dI/dt`. `fluxDensityPerAmpere` is the mean over the ring of the
 * coil's flux density along its normal, per ampere of coil current [T/A]; `dIdt` in A/s. A ring without area has none.
 */
export const ringEmf = (ring: MetalRing, fluxDensityPerAmpere: number, dIdt: number): number =>
  -ringArea(ring) * fluxDensityPerAmpere * dIdt;

export interface RingResponse {
  /** Ring current at the given times [A]. */
  readonly current: Float64Array;
  readonly peakCurrent: number;
  readonly peakEmf: number;
  /** Heat left in the ring [J]. */
  readonly heat: number;
}

/**
 * Current in the ring while the coil current runs: `L di/dt + R i = -area · b · dI/dt`. Within each time step the coil current is taken as
 * straight and the equation solved exactly, so both limits hold: i = emf/R when L is small, i = -flux/L when R is small. `times` [s]
 * ascending and `coilCurrent` [A] of equal length; the ring starts without current. The ring's effect back on the coil is left out.
 */
export function ringResponse(
  ring: MetalRing,
  fluxDensityPerAmpere: number,
  times: ArrayLike<number>,
  coilCurrent: ArrayLike<number>,
): RingResponse {
  const resistance = ringResistance(ring);
  const rate = resistance / ringInductance(ring);
  const current = new Float64Array(times.length);
  let peakCurrent = 0;
  let peakEmf = 0;
  let heat = 0;
  for (let k = 1; k < times.length; k++) {
    const step = times[k] - times[k - 1];
    const emf = ringEmf(ring, fluxDensityPerAmpere, (coilCurrent[k] - coilCurrent[k - 1]) / step);
    const settled = emf / resistance;
    // expm1 keeps the inductive limit, where rate·step is tiny.
    current[k] = current[k - 1] - (settled - current[k - 1]) * Math.expm1(-rate * step);
    peakCurrent = Math.max(peakCurrent, Math.abs(current[k]));
    peakEmf = Math.max(peakEmf, Math.abs(emf));
    heat += resistance * step * (current[k] ** 2 + current[k] * current[k - 1] + current[k - 1] ** 2) * (1 / 3);
  }
  return { current, peakCurrent, peakEmf, heat };
}
