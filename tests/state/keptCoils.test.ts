import { describe, expect, it } from 'vitest';
import { type CoilShelf, heldCoils, keepOwnCoils, loadKeptCoils, MOST_KEPT_BYTES } from '../../src/state/keptCoils';
import { openOwnCoil, removeOwnCoil } from '../../src/state/ownCoils';
import { createSession } from '../../src/state/session';
import { choose, createChoiceStore, undo } from '../../src/state/store';
import { BENT_WINGS, ccdText, FLAT_WINGS } from '../coil/files/benchCoils';

/** A shelf in memory; what lies on it went through the copy that a database makes. */
function memoryShelf(refuses = false) {
  const entries = new Map<string, unknown>();
  const check = (): void => {
    if (refuses) throw new DOMException('full', 'QuotaExceededError');
  };
  const shelf: CoilShelf = {
    all: async () => [...entries.values()].map((entry) => structuredClone(entry)),
    put: async (id, entry) => {
      check();
      entries.set(id, structuredClone(entry));
    },
    remove: async (id) => void entries.delete(id),
  };
  return { shelf, entries };
}

function visit(shelf: CoilShelf | null) {
  const store = createChoiceStore();
  const session = createSession(store);
  const said: string[] = [];
  keepOwnCoils(session, shelf, (sentence) => said.push(sentence));
  const open = (name: string, rows: readonly (readonly number[])[]) => {
    const text = ccdText(rows);
    return openOwnCoil(session, { name, size: text.length, text: async () => text });
  };
  return { store, session, said, open };
}
const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('Own coils', () => {
  it('are there at the next visit as they were, in the order in which they were opened', async () => {
    const { shelf } = memoryShelf();
    const { open } = visit(shelf);
    const bent = await open('bent.ccd', BENT_WINGS);
    await soon();
    const flat = await open('flat.ccd', FLAT_WINGS);
    await soon();
    expect(await loadKeptCoils(shelf)).toEqual([bent, flat]);
  });

  it('are gone at the next visit once removed, from the list at once, and come back by Undo for this visit', async () => {
    const { shelf, entries } = memoryShelf();
    const { open, session, store } = visit(shelf);
    const bent = await open('bent.ccd', BENT_WINGS);
    choose(store, { coilId: bent.id });
    await soon();
    removeOwnCoil(session, store, bent.id);
    await soon();
    expect(entries.size).toBe(0);
    expect(heldCoils(session.getState())).toEqual([]);
    expect(store.getState().coilId).toBe('magstim-d70');
    undo(store);
    expect(session.getState().ownCoils.find(({ id }) => id === store.getState().coilId)).toBe(bent);
    expect(await open('bent.ccd', BENT_WINGS)).toBe(bent);
    await soon();
    expect(entries.size).toBe(1);
    expect(heldCoils(session.getState())).toEqual([bent]);
  });

  it.each([
    ['refused', null],
    ['full', memoryShelf(true).shelf],
  ])('are used all the same where the storage is %s, which is said once', async (_, shelf) => {
    const { open, session, said } = visit(shelf);
    await open('bent.ccd', BENT_WINGS);
    await open('flat.ccd', FLAT_WINGS);
    await soon();
    expect(session.getState().ownCoils).toHaveLength(2);
    expect(said).toEqual(['This browser does not keep the coil that was opened: it is gone when the page is closed.']);
    expect(await loadKeptCoils(null)).toEqual([]);
  });

  it('are kept up to the stated number of bytes together', async () => {
    const { shelf, entries } = memoryShelf();
    const { open, session, said } = visit(shelf);
    const bent = await open('bent.ccd', BENT_WINGS);
    const large = {
      ...bent,
      id: 'own-1',
      dipoleCloud: { positions: new Float64Array(MOST_KEPT_BYTES / 16), moments: new Float64Array(MOST_KEPT_BYTES / 16) },
    };
    session.setState(({ ownCoils }) => ({ ownCoils: [...ownCoils, large] }));
    await soon();
    expect([...entries.keys()]).toEqual([bent.id]);
    expect(said).toEqual([expect.stringMatching(/^Own coils may take 40 MB together: /)]);
  });

  it('are passed over where another hand left them in another form', async () => {
    const { shelf, entries } = memoryShelf();
    const { open } = visit(shelf);
    const bent = await open('bent.ccd', BENT_WINGS);
    await soon();
    const good = entries.get(bent.id) as { coil: typeof bent };
    const { positions, moments } = bent.dipoleCloud!;
    for (const [n, wrong] of [
      { form: 2 },
      { coil: { ...bent, id: 'magstim-d70' } },
      { coil: { ...bent, notes: 'none' } },
      { coil: { ...bent, contact: undefined } },
      { coil: { ...bent, dipoleCloud: { positions, moments: moments.slice(3) } } },
      { coil: { ...bent, dipoleCloud: { positions: positions.map(() => Number.NaN), moments } } },
    ].entries())
      entries.set(`own-wrong-${n}`, { ...good, ...wrong });
    entries.set('own-junk', 7);
    expect(await loadKeptCoils(shelf)).toEqual([bent]);
  });
});
