import type { CoilDescription } from '../coil/coilDescription';
import type { LengthUnit } from '../coil/files/readCoilFile';
import { type CoilSource, readOwnCoil } from '../coil/files/readOwnCoil';
import { InputError } from '../core/inputError';
import type { Session } from './session';

/** Own coils are never dropped, because Undo may come back to them; so their number is bounded. */
const MOST_OWN_COILS = 20;

/** Reads a coil file and holds its coil for the session; the same file gives the coil that is held already. */
export async function openOwnCoil(session: Session, file: CoilSource, unit?: LengthUnit): Promise<CoilDescription> {
  const read = await readOwnCoil(file, unit);
  const { ownCoils } = session.getState();
  const held = ownCoils.find(({ id }) => id === read.id);
  if (held) return held;
  if (ownCoils.length >= MOST_OWN_COILS) {
    throw new InputError(`${read.name} was not taken: ${MOST_OWN_COILS} own coils are held already; reload the page to free them.`);
  }
  session.setState({ ownCoils: [...ownCoils, read] });
  return read;
}
