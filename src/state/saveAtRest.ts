/** How long after the last change it is saved, in milliseconds. */
export const SAVE_DELAY = 400;

/** Tells that the page goes away, or may do so without another word: a phone ends what is hidden. */
const LEAVING = ['pagehide', 'visibilitychange'] as const;

/** Longest time that changes which go on and on wait for it, in milliseconds. */
export const LONGEST_DELAY = 1500;

/**
 * Calls `save` a while after the last of several changes, now and then while they go on, and at once where the page is left before; returns what
 * ends it. `longest`: how long changes may go on unsaved, in milliseconds.
 */
export function saveAtRest(
  subscribe: (changed: () => void) => () => void,
  save: () => void,
  page: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
  longest = LONGEST_DELAY,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  const flush = (): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    save();
  };
  const stop = subscribe(() => {
    if (timer === undefined) since = Date.now();
    clearTimeout(timer);
    timer = setTimeout(flush, Math.min(SAVE_DELAY, Math.max(0, since + longest - Date.now())));
  });
  for (const name of LEAVING) page.addEventListener(name, flush);
  return () => {
    stop();
    for (const name of LEAVING) page.removeEventListener(name, flush);
    flush();
  };
}
