import { saveAtRest } from '../../state/saveAtRest';
import type { LevelId, ViewStore } from '../../state/viewStore';
import { LINK_START } from '../scene/scene';

/** The part of a window that the address bar needs; `history` may refuse, as in a frame that has no address of its own. */
export interface AddressWindow extends Pick<Window, 'addEventListener' | 'removeEventListener'> {
  readonly location: Pick<Location, 'hash'>;
  readonly history: Pick<History, 'state' | 'replaceState' | 'pushState' | 'back'>;
}

export interface AddressBarOf {
  readonly view: ViewStore;
  /** Calls back whenever the scene may have changed. */
  readonly subscribe: (changed: () => void) => () => void;
  /** The present scene as the part of a link from `#s=` on; what writes it may not have come. */
  readonly link: () => Promise<string>;
  /** Opens a link that somebody put into the address bar. */
  readonly open: (link: string) => void;
}

/** What an entry of the browser's history says of itself, beside the address: entries of other hands say nothing. */
interface Mark {
  readonly level: LevelId | null;
  /** Grows with every link that is put in by hand: an entry of another one is another scene. */
  readonly serial: number;
}

export const markOf = (state: unknown): Mark | null =>
  typeof state === 'object' && state !== null && 'coilscope' in state ? (state as { coilscope: Mark }).coilscope : null;

/**
 * Keeps the address and the scene together: the link is written at rest, in place; an open level is one entry of the history, which Back leaves; a
 * link that is put in by hand is opened.
 */
export function keepAddress(page: AddressWindow, { view, subscribe, link, open }: AddressBarOf): () => void {
  let serial = markOf(page.history.state)?.serial ?? 0;
  /** Whether the level changed because an entry of the history was gone to. */
  let walking = false;
  const write = (how: 'replaceState' | 'pushState', url?: string): void => {
    try {
      page.history[how]({ coilscope: { level: view.getState().level, serial } satisfies Mark }, '', url);
    } catch {
      // A frame without an address of its own, or more changes than the browser lets through: the page goes on without.
    }
  };
  const writeLink = (): void =>
    void link().then(
      (now) => page.location.hash === now || write('replaceState', now),
      () => undefined,
    );
  const openFromAddress = (): void => {
    if (page.location.hash.startsWith(LINK_START)) open(page.location.hash);
  };
  const walk = ({ state }: PopStateEvent): void => {
    const mark = markOf(state);
    walking = true;
    if (mark) view.setState({ level: mark.level });
    walking = false;
    if (mark?.serial === serial) return;
    if (!mark) serial++;
    else serial = mark.serial;
    openFromAddress();
    write('replaceState');
  };
  const { level } = view.getState();
  const begun = markOf(page.history.state);
  if (level !== null && begun === null) {
    // The stage is the entry that Back comes to.
    page.history.replaceState({ coilscope: { level: null, serial } satisfies Mark }, '');
    write('pushState');
  } else write('replaceState');
  const stops = [
    saveAtRest(subscribe, writeLink, page, Number.POSITIVE_INFINITY),
    view.subscribe((now, before) => {
      if (now.level === before.level || walking) return;
      if (before.level === null) write('pushState');
      else if (now.level !== null) write('replaceState');
      else if (markOf(page.history.state)?.level) page.history.back();
    }),
    () => page.removeEventListener('popstate', walk as EventListener),
  ];
  page.addEventListener('popstate', walk as EventListener);
  return () => {
    for (const stop of stops) stop();
  };
}
