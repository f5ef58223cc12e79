import { openBrowserShelf } from './browserShelf';
import type { CoilShelf } from './keptCoils';

/** The database of own coils. */
export const COIL_DATABASE = 'coilscope';

/** A shelf of coils in the browser's database; null where the browser gives none. */
export const openCoilShelf = (ask: () => IDBFactory): Promise<CoilShelf | null> => openBrowserShelf(ask, COIL_DATABASE, 'coils');
