import type { HeadModel } from '../../head/loadHead';
import { isStandard } from '../../physics/folded/foldedSlopes';
import type { Choices } from '../../state/choices';
import { targetCells } from '../grid/targetField';
import type { CoilInUse } from '../simulation/coilOfChoices';
import type { HeadData } from '../simulation/headData';
import { rungOf } from '../simulation/modelLadder';
import type { SimulationSnapshot } from '../simulation/sceneSnapshot';
import type { SearchRequest } from './searchMessages';

/** The search for what is shown now: same model, coil, tilts and distance; null until a field is there. */
export function searchRequest(
  { field, grid, target }: SimulationSnapshot,
  head: HeadModel,
  coil: CoilInUse,
  { handleAngle, tiltPitch, tiltRoll, coilDistance }: Choices,
  data: ReadonlyMap<HeadData, Uint8Array>,
): SearchRequest | null {
  if (!field || !grid) return null;
  return {
    model: field.model,
    factors: field.factors,
    data: new Map(
      [...data].filter(([name]) => (name === 'slopes' ? !isStandard(field.factors) : rungOf(field.model).needs.includes(name))),
    ),
    sphereCenter: head.sphere.center,
    drawnScalp: head.scalp,
    smoothScalp: head.shells.scalp,
    start: target.scalp.position,
    target: targetCells(head.cortex, grid, target.cortex),
    dipoles: coil.dipoles,
    casing: coil.casing,
    hold: { handleAngle, tiltPitch, tiltRoll, coilDistance: coilDistance + coil.contactMargin },
  };
}
