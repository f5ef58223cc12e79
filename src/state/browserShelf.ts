/** Longest wait for the database at the start [ms]; one that does not answer is treated as refused. */
const PATIENCE = 3000;

/** Entries in a database of the browser, each under its id. Every call may fail where the browser keeps nothing or its room is used up. */
export interface BrowserShelf<Entry> {
  /** Whatever lies there, whoever put it there. */
  all(): Promise<readonly unknown[]>;
  put(id: string, entry: Entry): Promise<void>;
  remove(id: string): Promise<void>;
}

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** The shelf of a database that has this one; null where the browser forbids it, which it may do by throwing at the mere question, or does not answer. */
export async function openBrowserShelf<Entry>(ask: () => IDBFactory, name: string, store: string): Promise<BrowserShelf<Entry> | null> {
  try {
    const request = ask().open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE));
    const database = await Promise.race([answered(request), late]);
    if (!database) return null;
    // Whoever deletes or renews the database need not wait for this page.
    database.onversionchange = () => database.close();
    return shelfIn(database, store);
  } catch {
    return null;
  }
}

function shelfIn<Entry>(database: IDBDatabase, name: string): BrowserShelf<Entry> {
  /** Resolves when the change is on disk: a full disk is found out at the end of the transaction. */
  const change = (act: (store: IDBObjectStore) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(name, 'readwrite');
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      act(transaction.objectStore(name));
    });
  return {
    all: async () => answered(database.transaction(name).objectStore(name).getAll()),
    put: (id, entry) => change((store) => store.put(entry, id)),
    remove: (id) => change((store) => store.delete(id)),
  };
}
