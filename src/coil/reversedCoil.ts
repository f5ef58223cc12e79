import type { CoilDescription } from './coilDescription';

/** The same coil with its current the other way around: every field of it changes its sign, and nothing else. */
export function reversedCoil(coil: CoilDescription): CoilDescription {
  const wings = coil.wings.map((wing) => ({ ...wing, sense: { ...wing.sense, value: -wing.sense.value } }));
  if (!coil.dipoleCloud) return { ...coil, wings };
  const { positions, moments } = coil.dipoleCloud;
  return { ...coil, wings, dipoleCloud: { positions, moments: moments.map((value) => -value) } };
}
