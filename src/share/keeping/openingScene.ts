import { loadChoices, type TextStorage } from '../../state/choiceStorage';
import type { KnownIds } from '../../state/storedChoices';
import { markOf } from '../address/addressBar';
import type { ReadScene } from '../scene/readScene';
import { FIRST_SCENE, LINK_START } from '../scene/scene';
import { SET_ASIDE } from './autosave';
import type { KeptRecord, SceneShelf } from './sceneShelf';

/** Where a visit may have its first scene from. */
export interface OpeningFrom {
  /** From the number sign of the address on. */
  readonly hash: string;
  /** What the present entry of the browser's history says of itself. */
  readonly historyState: unknown;
  readonly known: KnownIds;
  /** Null where nothing is to be kept, or nothing can be. */
  readonly shelf: SceneShelf | null;
  /** The record that the visit begins with (`recordToBegin`). */
  readonly record: Promise<KeptRecord | null>;
  readonly tab: string;
  /** Where versions before the shelf kept the choices. */
  readonly storage: TextStorage | null;
}

const NOTHING: ReadScene = { scene: FIRST_SCENE, refusal: null, isRead: false };
const LAST_VISIT = 'The scene of the last visit';

/**
 * The scene that a visit begins with: that of the link, unless this very tab wrote it there; what this tab kept, or the tab that was changed last; what
 * versions of old kept. Parts that read come when they are needed.
 */
export async function openingScene({ hash, historyState, known, shelf, record: found, tab, storage }: OpeningFrom): Promise<ReadScene> {
  const linked = hash.startsWith(LINK_START);
  const record = linked && markOf(historyState) === null ? null : await found;
  if (record && (!linked || record.id === tab)) {
    const { readSceneValue } = await import('../scene/readSceneFile');
    const read = readSceneValue(record.value, known, LAST_VISIT);
    // Whoever wants it back finds what was not taken over.
    if (read.refusal) await shelf?.put(SET_ASIDE, { ...record, id: SET_ASIDE }).catch(() => undefined);
    return read;
  }
  if (linked) {
    const { readSceneLink } = await import('../scene/sceneLink');
    return readSceneLink(hash, known, markOf(historyState) ? LAST_VISIT : undefined);
  }
  const old = storage && loadChoices(storage, known);
  return old ? { scene: { ...FIRST_SCENE, choices: old.written }, refusal: old.refusal, isRead: true } : NOTHING;
}
