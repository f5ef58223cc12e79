/** The part of a window that tabs know each other by; each may be forbidden by the browser. */
export interface TabWindow {
  readonly sessionStorage: () => Pick<Storage, 'getItem' | 'setItem'>;
  readonly locks: LockManager | undefined;
  readonly newId: () => string;
}

export interface TabIdentity {
  /** The same when the tab is loaded anew or comes back after a crash; another one in a tab that was made as a copy. */
  readonly id: string;
  /** How many other tabs have the application open now; 0 where the browser does not tell. */
  readonly others: number;
}

const KEY = 'coilscope.tab';
const LOCK = 'coilscope-tab-';

/** Says which tab this is, and holds that name until the page is left. */
export async function tabIdentity({ sessionStorage, locks, newId }: TabWindow): Promise<TabIdentity> {
  const kept = readKept(sessionStorage);
  const id = kept !== null && (await hold(locks, kept)) ? kept : newId();
  if (id !== kept) {
    await hold(locks, id);
    try {
      sessionStorage().setItem(KEY, id);
    } catch {
      // Without it the tab has another name after it was loaded anew; its last scene is still the latest.
    }
  }
  return { id, others: await countOthers(locks, id) };
}

function readKept(sessionStorage: TabWindow['sessionStorage']): string | null {
  try {
    const kept = sessionStorage().getItem(KEY);
    return kept !== null && /^[\w-]{1,60}$/.test(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Holds a name as long as the page lives; false where another tab holds it. */
function hold(locks: LockManager | undefined, id: string): Promise<boolean> {
  if (!locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    locks
      .request(LOCK + id, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock === null ? undefined : new Promise(() => {});
      })
      .catch(() => resolve(true));
  });
}

async function countOthers(locks: LockManager | undefined, id: string): Promise<number> {
  try {
    const { held = [] } = (await locks?.query()) ?? {};
    return held.filter(({ name }) => name?.startsWith(LOCK) && name !== LOCK + id).length;
  } catch {
    return 0;
  }
}
