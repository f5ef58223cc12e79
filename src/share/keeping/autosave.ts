import { saveAtRest } from '../../state/saveAtRest';
import { type KeptRecord, keptRecords, type SceneShelf } from './sceneShelf';

/** Scenes of how many tabs are kept. */
export const MOST_RECORDS = 8;

/** The record of what a visit could not take over whole; no visit begins with it. */
export const SET_ASIDE = 'set-aside';

/** What is said, once, where the browser keeps nothing. */
export const NOTHING_KEPT = 'This browser keeps nothing for this page: what you choose is gone when the page is closed.';

/** What is said where other tabs have the application open. */
export const OTHER_TAB =
  'Coilscope is open in another tab as well. Each tab keeps its own scene; the next visit opens the one that was changed last.';

export interface Autosave {
  readonly shelf: SceneShelf | null;
  /** The tab that keeps. */
  readonly id: string;
  readonly subscribe: (changed: () => void) => () => void;
  /** The present scene, as a value. */
  readonly value: () => unknown;
  readonly page: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
  readonly say: (sentence: string) => void;
}

/** Keeps the scene of this tab under its own name, at most two seconds after it changed; a refusal is said once, and work goes on. */
export function autosave({ shelf, id, subscribe, value, page, say }: Autosave): () => void {
  let said = false;
  const refused = (): void => {
    if (!said) say(NOTHING_KEPT);
    said = true;
  };
  if (!shelf) {
    refused();
    return () => {};
  }
  const save = (): void => void shelf.put(id, { id, at: Date.now(), value: value() }).catch(refused);
  return saveAtRest(subscribe, save, page);
}

/** The record that a visit begins with: that of this tab, else the latest; null where there is none. Forgets those that are too many. */
export async function recordToBegin(shelf: SceneShelf | null, id: string): Promise<KeptRecord | null> {
  try {
    const records = (shelf ? await keptRecords(shelf) : []).filter((record) => record.id !== SET_ASIDE);
    for (const old of records.slice(MOST_RECORDS)) if (old.id !== id) void shelf?.remove(old.id).catch(() => undefined);
    return records.find((record) => record.id === id) ?? records[0] ?? null;
  } catch {
    return null;
  }
}
