import { coilCasing } from '../../coil/coilCasing';
import type { CoilDescription } from '../../coil/coilDescription';
import { coilById } from '../../coil/coilLibrary';
import { reversedCoil } from '../../coil/reversedCoil';
import { windingPoints } from '../../coil/windings/windingPoints';
import { coilDipoles } from '../../coil/windings/windingsToDipoles';
import type { Dipoles } from '../../physics/dipoles';
import type { Choices } from '../../state/choices';
import { EDITED_COIL_ID, editedCoil, sameEditedCoil } from '../../state/editedCoil';

/** The chosen coil, ready for contact and field. */
export interface CoilInUse {
  readonly description: CoilDescription;
  /** Coil frame, moments per ampere. */
  readonly dipoles: Dipoles;
  /** Points of the casing's face toward the head, stride 3 [m]. */
  readonly casing: ArrayLike<number>;
  /** How much farther from the scalp than the chosen gap these points stay [m]. */
  readonly contactMargin: number;
  /** Points of the windings on the side of the head, stride 3 [m]. */
  readonly windings: ArrayLike<number>;
}

/** The description of the chosen coil: shipped, from the editor, or from a file of one's own. */
function describeChosenCoil(choices: Choices, ownCoils: readonly CoilDescription[]): CoilDescription {
  if (choices.coilId === EDITED_COIL_ID) return editedCoil(choices);
  return ownCoils.find(({ id }) => id === choices.coilId) ?? coilById(choices.coilId);
}

/** `ownCoils`: those that were read from files. */
export function prepareCoil(choices: Choices, ownCoils: readonly CoilDescription[]): CoilInUse {
  const described = describeChosenCoil(choices, ownCoils);
  const description = choices.currentReversed ? reversedCoil(described) : described;
  const { facePoints, contactMargin } = coilCasing(description);
  return { description, dipoles: coilDipoles(description), casing: facePoints, contactMargin, windings: windingPoints(description) };
}

/** Whether two states of the choices mean the same coil with its current the same way around. */
export const sameCoil = (a: Choices, b: Choices): boolean =>
  a.coilId === b.coilId && a.currentReversed === b.currentReversed && (a.coilId !== EDITED_COIL_ID || sameEditedCoil(a, b));
