import type { HeadModel } from '../../head/loadHead';
import type { Choices } from '../../state/choices';
import { cellWeights } from '../grid/targetField';
import type { CoilInUse } from '../simulation/coilOfChoices';
import type { SimulationSnapshot } from '../simulation/sceneSnapshot';
import type { SearchRequest } from './searchMessages';

/** The search for what is shown now: same model, coil, tilts and distance; null until a field is there. */
export function searchRequest(
  { field, grid, target }: SimulationSnapshot,
  head: HeadModel,
  coil: CoilInUse,
  { handleAngle, tiltPitch, tiltRoll, coilDistance }: Choices,
  operator: Uint8Array | null,
): SearchRequest | null {
  if (!field || !grid) return null;
  return {
    model: field.model,
    operator: field.model === 'modes' ? operator : null,
    sphereCenter: head.sphere.center,
    drawnScalp: head.scalp,
    smoothScalp: head.shells.scalp,
    start: target.scalp.position,
    target: cellWeights(grid, target.cortex),
    dipoles: coil.dipoles,
    casing: coil.casing,
    hold: { handleAngle, tiltPitch, tiltRoll, coilDistance: coilDistance + coil.contactMargin },
  };
}
