import type { CoilDescription } from '../coilDescription';
import { contactSurface } from '../contactSurface';
import { coilWindingPaths } from './coilWindingPaths';

/** Points of the windings that lie nearest to a head, coil frame, stride 3 [m]: middles of the copper, or where a file of one's own says that they lie. */
export function windingPoints(coil: CoilDescription): ArrayLike<number> {
  if (coil.dipoleCloud) return coil.contact?.windings ?? contactSurface(coil.dipoleCloud.positions);
  return contactSurface(coilWindingPaths(coil).flatMap(({ points }) => Array.from(points)));
}
