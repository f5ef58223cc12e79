import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AddressWindow, keepAddress } from '../../../src/share/address/addressBar';
import { SAVE_DELAY } from '../../../src/state/saveAtRest';
import { createViewStore } from '../../../src/state/viewStore';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A browser's history with an address for each entry, as one tab has it. */
function browser(hash = '', state: unknown = null) {
  const entries = [{ hash, state }];
  let at = 0;
  const events = new EventTarget();
  const go = (to: number): void => {
    at = to;
    events.dispatchEvent(Object.assign(new Event('popstate'), { state: entries[at].state }));
  };
  const page = {
    location: {
      get hash() {
        return entries[at].hash;
      },
    },
    history: {
      get state() {
        return entries[at].state;
      },
      replaceState: (next: unknown, _: string, url?: string) => {
        entries[at] = { hash: url ?? entries[at].hash, state: next };
      },
      pushState: (next: unknown, _: string, url?: string) => {
        entries.splice(at + 1, entries.length, { hash: url ?? entries[at].hash, state: next });
        at++;
      },
      back: () => go(at - 1),
    },
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
  } as unknown as AddressWindow;
  return {
    page,
    events,
    entries,
    go,
    at: () => at,
    /** Somebody puts another link into the address bar. */
    type: (next: string) => {
      entries.splice(at + 1, entries.length, { hash: next, state: null });
      go(at + 1);
    },
  };
}

function start(tab = browser()) {
  const view = createViewStore();
  let now = 1;
  const listeners = new Set<() => void>();
  const opened: string[] = [];
  const stop = keepAddress(tab.page, {
    view,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    link: async () => `#s=${now}`,
    open: (link) => opened.push(link),
  });
  const change = async (wait = SAVE_DELAY): Promise<void> => {
    now++;
    for (const listener of listeners) listener();
    await vi.advanceTimersByTimeAsync(wait);
  };
  return { tab, view, opened, stop, change };
}

describe('The address', () => {
  it('stays clean until something changes, is written at rest and in place, and at once where the page is left', async () => {
    const { tab, change } = start();
    expect(tab.entries).toMatchObject([{ hash: '' }]);
    for (let n = 0; n < 20; n++) await change(100);
    expect(tab.entries).toMatchObject([{ hash: '' }]);
    await change();
    expect(tab.entries).toMatchObject([{ hash: '#s=22' }]);
    void change(0);
    tab.events.dispatchEvent(new Event('pagehide'));
    await vi.advanceTimersByTimeAsync(0);
    expect(tab.entries).toMatchObject([{ hash: '#s=23' }]);
  });

  it('has one entry for a level, whichever is open, which Back leaves and Forward opens', async () => {
    const { tab, view } = start();
    view.setState({ level: 'pulse' });
    view.setState({ level: 'course' });
    expect([tab.entries.length, tab.at()]).toEqual([2, 1]);
    tab.go(0);
    expect(view.getState().level).toBeNull();
    tab.go(1);
    expect(view.getState().level).toBe('course');
    view.setState({ level: null });
    expect([tab.entries.length, tab.at()]).toEqual([2, 0]);
  });

  it('opens a link that somebody puts there, once, and the scene before it on the way back', async () => {
    const { tab, opened, change } = start();
    await change();
    tab.type('#s=other');
    expect(opened).toEqual(['#s=other']);
    tab.type('#nothing');
    expect(opened).toEqual(['#s=other']);
    tab.go(1);
    tab.go(0);
    expect(opened).toEqual(['#s=other', '#s=other', '#s=2']);
  });

  it('does not open its own links again on the way out of a level', async () => {
    const { tab, view, opened, change } = start();
    await change();
    view.setState({ level: 'safety' });
    await change();
    tab.go(0);
    expect(opened).toEqual([]);
  });

  it('puts the stage before a level that is open from the start', () => {
    const tab = browser('#s=1');
    const view = createViewStore();
    view.setState({ level: 'claims' });
    keepAddress(tab.page, { view, subscribe: () => () => {}, link: async () => '', open: () => {} });
    expect([tab.entries.length, tab.at()]).toEqual([2, 1]);
    tab.go(0);
    expect(view.getState().level).toBeNull();
  });

  it('does without where the browser refuses, and listens no more once it was stopped', async () => {
    const tab = browser();
    const refuse = (): never => {
      throw new DOMException('too many calls', 'SecurityError');
    };
    Object.assign(tab.page.history, { replaceState: refuse, pushState: refuse });
    const { view, change, stop, opened } = start(tab);
    view.setState({ level: 'pulse' });
    await change();
    stop();
    tab.type('#s=other');
    expect([tab.entries[0].hash, opened]).toEqual(['', []]);
  });
});
