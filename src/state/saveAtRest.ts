/** How long after the last change it is saved, in milliseconds. */
export const SAVE_DELAY = 400;

/** Tells that the page goes away, or may do so without another word: a phone ends what is hidden. */
const LEAVING = ['pagehide', 'visibilitychange'] as const;

/** Calls `save` a while after the last of several changes, and at once where the page is left before; returns what ends it. */
export function saveAtRest(
  subscribe: (changed: () => void) => () => void,
  save: () => void,
  page: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    save();
  };
  const stop = subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(flush, SAVE_DELAY);
  });
  for (const name of LEAVING) page.addEventListener(name, flush);
  return () => {
    stop();
    for (const name of LEAVING) page.removeEventListener(name, flush);
    flush();
  };
}
