import type { CoilShelf } from './keptCoils';

/** The database of this page, and its only store. */
export const COIL_DATABASE = 'coilscope';
const STORE = 'coils';
/** Longest wait for the database at the start [ms]; one that does not answer is treated as refused. */
const PATIENCE = 3000;

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** A shelf in the browser's database; null where the browser forbids it, which it may do by throwing at the mere question, or does not answer. */
export async function openCoilShelf(ask: () => IDBFactory): Promise<CoilShelf | null> {
  try {
    const request = ask().open(COIL_DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE));
    const database = await Promise.race([answered(request), late]);
    if (!database) return null;
    // Whoever deletes or renews the database need not wait for this page.
    database.onversionchange = () => database.close();
    return shelfIn(database);
  } catch {
    return null;
  }
}

function shelfIn(database: IDBDatabase): CoilShelf {
  /** Resolves when the change is on disk: a full disk is found out at the end of the transaction. */
  const change = (act: (store: IDBObjectStore) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, 'readwrite');
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      act(transaction.objectStore(STORE));
    });
  return {
    all: () => answered(database.transaction(STORE).objectStore(STORE).getAll()),
    put: (id, entry) => change((store) => store.put(entry, id)),
    remove: (id) => change((store) => store.delete(id)),
  };
}
