import { describe, expect, it, vi } from 'vitest';
import landmarks from '../../../models/heads/colin27/landmarks.json';
import { autosave, MOST_RECORDS, NOTHING_KEPT, recordToBegin } from '../../../src/share/keeping/autosave';
import { openingScene } from '../../../src/share/keeping/openingScene';
import type { KeptRecord, SceneShelf } from '../../../src/share/keeping/sceneShelf';
import { tabIdentity } from '../../../src/share/keeping/tabIdentity';
import { knownIds } from '../../../src/share/scene/knownIds';
import { FIRST_SCENE, type Scene } from '../../../src/share/scene/scene';
import { sceneValue } from '../../../src/share/scene/sceneFile';
import { writeSceneLink } from '../../../src/share/scene/sceneLink';
import { INITIAL_CHOICES } from '../../../src/state/choices';
import { writeChoices } from '../../../src/state/storedChoices';

const KNOWN = knownIds(landmarks);
const sceneOf = (dIdt: number): Scene => ({ ...FIRST_SCENE, choices: { ...FIRST_SCENE.choices, dIdt } });
const record = (id: string, at: number, dIdt: number): KeptRecord => ({ id, at, value: sceneValue(sceneOf(dIdt), '0.1.0') });

function shelfOf(...records: KeptRecord[]) {
  const entries = new Map<string, unknown>(records.map((one) => [one.id, one]));
  const shelf: SceneShelf = {
    all: async () => [...entries.values()],
    put: async (id, entry) => void entries.set(id, entry),
    remove: async (id) => void entries.delete(id),
  };
  return { shelf, entries };
}

describe('The scene of a tab', () => {
  it('is kept while it changes on and on, never longer than two seconds before, and each tab writes its own', async () => {
    vi.useFakeTimers();
    const { shelf, entries } = shelfOf();
    let now = 0;
    const listeners: (() => void)[] = [];
    const said: string[] = [];
    const parts = {
      shelf,
      subscribe: (changed: () => void) => {
        listeners.push(changed);
        return () => {};
      },
      page: new EventTarget(),
      say: (s: string) => said.push(s),
    };
    autosave({ ...parts, id: 'one', value: () => now });
    autosave({ ...parts, id: 'two', value: () => -now });
    // A drag that does not rest: the tab may be killed at any of these moments.
    for (let time = 0; time < 10_000; time += 20) {
      now = time;
      for (const changed of listeners) changed();
      await vi.advanceTimersByTimeAsync(20);
      const kept = (entries.get('one') as KeptRecord | undefined)?.value ?? 0;
      expect(time - (kept as number)).toBeLessThanOrEqual(2000);
    }
    expect((entries.get('two') as KeptRecord).value).toBeLessThan(-7000);
    expect(said).toEqual([]);
    vi.useRealTimers();
  });

  it.each<[string, SceneShelf | null]>([
    ['forbidden', null],
    ['full', { all: async () => [], put: () => Promise.reject(new DOMException('full', 'QuotaExceededError')), remove: async () => {} }],
  ])('that cannot be kept, since the storage is %s, is said once', async (_, shelf) => {
    vi.useFakeTimers();
    const said: string[] = [];
    const listeners: (() => void)[] = [];
    const subscribe = (changed: () => void) => {
      listeners.push(changed);
      return () => {};
    };
    autosave({ shelf, id: 'one', subscribe, page: new EventTarget(), value: () => 1, say: (sentence) => said.push(sentence) });
    for (let n = 0; n < 3; n++) {
      for (const changed of listeners) changed();
      await vi.advanceTimersByTimeAsync(2000);
    }
    expect(said).toEqual([NOTHING_KEPT]);
    vi.useRealTimers();
  });

  it('begins with its own record, else with the latest, and forgets those that are too many', async () => {
    const many = Array.from({ length: MOST_RECORDS + 3 }, (_, n) => record(`tab${n}`, n, 1e6 * n));
    const { shelf, entries } = shelfOf(...many);
    expect((await recordToBegin(shelf, 'tab5'))?.id).toBe('tab5');
    expect((await recordToBegin(shelf, 'new'))?.id).toBe(`tab${MOST_RECORDS + 2}`);
    expect(entries.size).toBe(MOST_RECORDS);
    expect(await recordToBegin({ ...shelf, all: () => Promise.reject(new Error('gone')) }, 'x')).toBeNull();
  });
});

describe('The first scene of a visit', () => {
  const link = writeSceneLink(sceneOf(5e6));
  const storage = { getItem: () => writeChoices({ ...INITIAL_CHOICES, dIdt: 6e6 }), setItem: () => {} };
  const own = { coilscope: { level: null, serial: 0 } };
  const { shelf } = shelfOf(record('mine', 1, 1e6), record('other', 2, 2e6));
  const from = { hash: '', historyState: null, known: KNOWN, shelf: null, tab: 'mine', storage: null };
  type From = Omit<Parameters<typeof openingScene>[0], 'record'>;
  const open = (change: Partial<From>) => {
    const all = { ...from, ...change };
    return openingScene({ ...all, record: recordToBegin(all.shelf, all.tab) });
  };
  it.each<[string, Partial<From>, number]>([
    ['the first where there is nothing', {}, INITIAL_CHOICES.dIdt],
    ['that of the choices of old', { storage }, 6e6],
    ['that of this tab', { shelf, storage }, 1e6],
    ['the latest of another tab', { shelf, tab: 'new', storage }, 2e6],
    ['that of a link that somebody sent', { shelf, hash: link }, 5e6],
    ['that of this tab, which knows more than the link it wrote', { shelf, hash: link, historyState: own }, 1e6],
    ['that of its own link where nothing of its own was kept', { shelf, hash: link, historyState: own, tab: 'new' }, 5e6],
    ['that of its own link without storage', { hash: link, historyState: own }, 5e6],
  ])('is %s', async (_, change, dIdt) => {
    const { scene, refusal } = await open(change);
    expect([scene.choices.dIdt, refusal]).toEqual([dIdt, null]);
  });

  it('puts aside what it could not take over whole, and begins no visit with that', async () => {
    const value = sceneValue({ ...sceneOf(1e6), choices: { ...sceneOf(1e6).choices, dIdt: 1e12 } }, '0.1.0');
    const { shelf: own, entries } = shelfOf({ id: 'mine', at: 1, value });
    const { refusal } = await open({ shelf: own });
    expect(refusal).toContain('dIdt');
    expect(entries.get('set-aside')).toEqual({ id: 'set-aside', at: 1, value });
    entries.delete('mine');
    expect(await recordToBegin(own, 'mine')).toBeNull();
  });

  it('is the first one and a sentence where the link is damaged', async () => {
    const { scene, refusal } = await open({ shelf, hash: `${link.slice(0, -5)}xxxxx` });
    expect(scene).toEqual(FIRST_SCENE);
    expect(refusal).toMatch(/^The link was not opened: .+\.$/);
  });
});

describe('A tab', () => {
  /** Locks of a browser, shared by its tabs. */
  function locksOf() {
    const held = new Set<string>();
    return {
      request: (name: string, _: unknown, act: (lock: object | null) => Promise<void> | undefined) => {
        if (held.has(name)) return Promise.resolve(act(null));
        held.add(name);
        return Promise.resolve(act({}));
      },
      query: async () => ({ held: [...held].map((name) => ({ name })) }),
    } as unknown as LockManager;
  }
  const storageOf =
    (entries: Record<string, string> = {}) =>
    () => ({
      getItem: (key: string) => entries[key] ?? null,
      setItem: (key: string, value: string) => void Object.assign(entries, { [key]: value }),
    });

  it('has the same name when it is loaded anew, and a copy of it has another', async () => {
    let n = 0;
    const newId = () => `id${n++}`;
    const kept = {};
    const first = await tabIdentity({ sessionStorage: storageOf(kept), locks: locksOf(), newId });
    const again = { sessionStorage: storageOf(kept), locks: locksOf(), newId };
    expect(await tabIdentity(again)).toEqual(first);
    const copy = await tabIdentity({ ...again, sessionStorage: storageOf({ ...kept }) });
    expect(copy).toEqual({ id: 'id1', others: 1 });
  });

  it('has a name where the browser forbids everything', async () => {
    const sessionStorage = (): never => {
      throw new DOMException('denied', 'SecurityError');
    };
    const locks = {
      request: () => Promise.reject(new Error('denied')),
      query: () => Promise.reject(new Error('denied')),
    } as unknown as LockManager;
    expect(await tabIdentity({ sessionStorage, locks, newId: () => 'x' })).toEqual({ id: 'x', others: 0 });
    expect(await tabIdentity({ sessionStorage, locks: undefined, newId: () => 'y' })).toEqual({ id: 'y', others: 0 });
  });
});
