import { fitWindow, panWindow, type TimelineWindow, zoomWindow } from './timelineWindow';

/** How often words follow a window that moves, in milliseconds. */
const WORDS_EVERY = 250;

/**
 * The moving window of the timeline. It lives outside React: any number of changes make one call of the frame listeners in the next
 * animation frame; the slow listeners are told a few times a second, and once more when it rests.
 */
export interface TimelineMotion {
  window(): TimelineWindow;
  /** Seconds; where a run through the course is, or null. */
  playhead(): number | null;
  set(window: TimelineWindow): void;
  /** Zooms around `anchor`, a share of the window. */
  zoom(factor: number, anchor?: number): void;
  /** Moves by a share of the window. */
  pan(share: number): void;
  /** The middle goes to a moment [s]. */
  center(time: number): void;
  setLength(length: number): void;
  setPlayhead(time: number | null): void;
  /** Asks for a frame although nothing moved. */
  redraw(): void;
  /** Both return what ends them. */
  onFrame(listener: () => void): () => void;
  onSlow(listener: (resting: boolean) => void): () => void;
}

export function createTimelineMotion(initial: TimelineWindow, initialLength: number): TimelineMotion {
  let length = initialLength;
  let window = fitWindow(initial, length);
  let playhead: number | null = null;
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let movedSince = false;
  const frames = new Set<() => void>();
  const slow = new Set<(resting: boolean) => void>();
  const draw = (): void => {
    frame = 0;
    for (const listener of frames) listener();
  };
  const redraw = (): void => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };
  const tell = (): void => {
    timer = movedSince ? setTimeout(tell, WORDS_EVERY) : undefined;
    movedSince = false;
    for (const listener of slow) listener(timer === undefined);
  };
  const move = (next: TimelineWindow): void => {
    if (next.from === window.from && next.to === window.to) return;
    window = next;
    movedSince = true;
    timer ??= setTimeout(tell, WORDS_EVERY);
    redraw();
  };
  const listen = <T>(set: Set<T>, listener: T): (() => void) => {
    set.add(listener);
    return () => set.delete(listener);
  };
  return {
    window: () => window,
    playhead: () => playhead,
    set: (next) => move(fitWindow(next, length)),
    zoom: (factor, anchor = 0.5) => move(zoomWindow(window, factor, anchor, length)),
    pan: (share) => move(panWindow(window, share, length)),
    center: (time) => move(panWindow(window, (time - (window.from + window.to) / 2) / (window.to - window.from), length)),
    setLength: (next) => {
      length = next;
      move(fitWindow(window, length));
      redraw();
    },
    setPlayhead: (time) => {
      playhead = time;
      redraw();
    },
    redraw,
    onFrame: (listener) => listen(frames, listener),
    onSlow: (listener) => listen(slow, listener),
  };
}
