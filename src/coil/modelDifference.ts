import type { CoilDescription } from './coilDescription';

const percent = (share: number): string => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;

/** How far the model of a coil is from the measured one, in one sentence that is true for this coil. */
export function modelDifference({ name, comparison, dipoleCloud, id }: CoilDescription): string {
  if (dipoleCloud) return `${name} is as its file says; how far that is from the coil itself is not known here.`;
  if (comparison)
    return `${name} here and the measured ${comparison.title} differ by up to ${percent(comparison.largest.value)} in vector potential.`;
  return id === 'edited' ? 'No such coil was built or measured.' : `No measured model of ${name} is known here to compare it with.`;
}
