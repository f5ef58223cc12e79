import type { CoilDescription } from '../coil/coilDescription';
import type { LengthUnit } from '../coil/files/readCoilFile';
import { type CoilSource, readOwnCoil } from '../coil/files/readOwnCoil';
import { InputError } from '../core/inputError';
import { INITIAL_CHOICES } from './choices';
import { heldCoils, MOST_KEPT_COILS } from './keptCoils';
import type { Session } from './session';
import { type ChoiceStore, choose } from './store';

/** Own coils are never dropped during a visit, because Undo may come back to them; so the number of those that were removed is bounded too. */
const MOST_HELD = 3 * MOST_KEPT_COILS;

/** Reads a coil file and holds its coil; the same file gives the coil that is held already. */
export async function openOwnCoil(session: Session, file: CoilSource, unit?: LengthUnit): Promise<CoilDescription> {
  return holdOwnCoil(session, await readOwnCoil(file, unit));
}

/** Holds a coil that was read, or gives the one that is held already. */
export function holdOwnCoil(session: Session, read: CoilDescription): CoilDescription {
  const { ownCoils, removedCoils } = session.getState();
  const held = ownCoils.find(({ id }) => id === read.id);
  if (held && !removedCoils.has(held.id)) return held;
  const refuse = (count: number, remedy: string): never => {
    throw new InputError(`${read.name} was not taken: ${count} own coils are held already; ${remedy}.`);
  };
  if (heldCoils(session.getState()).length >= MOST_KEPT_COILS) refuse(MOST_KEPT_COILS, 'remove one of them first');
  if (held) {
    session.setState({ removedCoils: new Set([...removedCoils].filter((id) => id !== held.id)) });
    return held;
  }
  if (ownCoils.length >= MOST_HELD) refuse(MOST_HELD, 'reload the page to free those that were removed');
  session.setState({ ownCoils: [...ownCoils, read] });
  return read;
}

/** Takes an own coil from the list and from what is kept; where it was chosen the first coil takes its place, and Undo brings it back for this visit. */
export function removeOwnCoil(session: Session, store: ChoiceStore, id: string): void {
  session.setState(({ removedCoils }) => ({ removedCoils: new Set([...removedCoils, id]) }));
  if (store.getState().coilId === id) choose(store, { coilId: INITIAL_CHOICES.coilId });
}
