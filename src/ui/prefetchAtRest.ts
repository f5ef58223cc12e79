import { loadNiftiReader } from '../coil/files/readCoilFile';
import { loadParser } from '../state/typedPulse';
import { prefetchLessons } from './LessonsDoor';
import { prefetchLevels } from './LevelsDoor';
import { prefetchSharing } from './share/ShareDoor';

/** What came late, or is asked for when the connection is gone, waits no more: these parts come while nothing else is to be done. */
const PARTS: readonly (() => Promise<unknown>)[] = [prefetchLevels, prefetchLessons, loadParser, prefetchSharing, loadNiftiReader];

/** Longest wait for a moment of rest, in milliseconds. */
const LATEST = 15_000;

/** Whether the person asked the browser to load as little as it can. */
const isSparing = (): boolean => Boolean((navigator as { connection?: { saveData?: boolean } }).connection?.saveData);

const rest = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: LATEST });
    else setTimeout(resolve, 2000);
  });

/** Brings the parts of the program, and others that only the page knows, that come when they are needed, one after the other, each in a moment of rest. */
export async function prefetchAtRest(others: readonly (() => Promise<unknown>)[] = []): Promise<void> {
  if (isSparing()) return;
  for (const bring of [...PARTS, ...others]) {
    await rest();
    // Asked for again, and said, when it is needed.
    await bring().catch(() => {});
  }
}
