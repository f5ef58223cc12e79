import { z } from 'zod';
import { type BrowserShelf, openBrowserShelf } from '../../state/browserShelf';

/** A scene that a tab kept. */
export interface KeptRecord {
  /** The tab. */
  readonly id: string;
  /** When it was kept [ms since 1970]. */
  readonly at: number;
  /** As scene files hold it, without own coils, which are kept elsewhere. */
  readonly value: unknown;
}

/** Where the scenes of tabs lie between visits. */
export type SceneShelf = BrowserShelf<KeptRecord>;

export const SCENE_DATABASE = 'coilscope-scenes';

/** A shelf of scenes in the browser's database; null where the browser gives none. */
export const openSceneShelf = (ask: () => IDBFactory): Promise<SceneShelf | null> => openBrowserShelf(ask, SCENE_DATABASE, 'scenes');

const recordSchema = z.object({ id: z.string().max(60), at: z.number(), value: z.unknown() });

/** What was kept, the latest first; what another hand left there in another form is passed over. */
export async function keptRecords(shelf: SceneShelf): Promise<readonly KeptRecord[]> {
  const entries = await shelf.all();
  return entries.flatMap((entry) => recordSchema.safeParse(entry).data ?? []).sort((a, b) => b.at - a.at);
}
