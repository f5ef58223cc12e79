import { betweenWindows, fitWindow, panWindow, type TimelineWindow, zoomWindow } from './timelineWindow';

/** How often words follow a window that moves, in milliseconds. */
const WORDS_EVERY = 250;
/** How long the way to another level of the nesting takes, in milliseconds: long enough to see what lies inside what. */
const GLIDE = 200;

interface Glide {
  readonly start: TimelineWindow;
  readonly end: TimelineWindow;
  readonly since: number;
}

/**
 * The moving window of the timeline. It lives outside React: any number of changes make one call of the frame listeners in the next
 * animation frame; the slow listeners are told a few times a second, and once more when it rests.
 */
export class TimelineMotion {
  #length: number;
  #window: TimelineWindow;
  #playhead: number | null = null;
  #glide: Glide | null = null;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #movedSince = false;
  readonly #frames = new Set<() => void>();
  readonly #slow = new Set<(resting: boolean) => void>();

  /** `length` of the course in seconds. */
  constructor(window: TimelineWindow, length: number) {
    this.#length = length;
    this.#window = fitWindow(window, length);
  }

  get window(): TimelineWindow {
    return this.#window;
  }

  /** Seconds; where a run through the course is, or null. */
  get playhead(): number | null {
    return this.#playhead;
  }

  set(window: TimelineWindow): void {
    this.#move(fitWindow(window, this.#length));
  }

  /** Goes there through all lengths between, unless the person wants no motion. */
  glide(window: TimelineWindow): void {
    const end = fitWindow(window, this.#length);
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.#move(end);
      return;
    }
    this.#glide = { start: this.#window, end, since: performance.now() };
    this.#redraw();
  }

  /** Zooms around `anchor`, a share of the window. */
  zoom(factor: number, anchor = 0.5): void {
    this.#move(zoomWindow(this.#window, factor, anchor, this.#length));
  }

  /** Moves by a share of the window. */
  pan(share: number): void {
    this.#move(panWindow(this.#window, share, this.#length));
  }

  /** The middle goes to a moment [s]. */
  center(time: number): void {
    const { from, to } = this.#window;
    this.pan((time - (from + to) / 2) / (to - from));
  }

  setLength(length: number): void {
    this.#length = length;
    this.#move(fitWindow(this.#window, length));
  }

  setPlayhead(time: number | null): void {
    this.#playhead = time;
    this.#redraw();
  }

  /** Returns what ends it, like `onSlow`. */
  onFrame(listener: () => void): () => void {
    this.#frames.add(listener);
    return () => this.#frames.delete(listener);
  }

  onSlow(listener: (resting: boolean) => void): () => void {
    this.#slow.add(listener);
    return () => this.#slow.delete(listener);
  }

  /** Whatever moves the window ends a glide. */
  #move(next: TimelineWindow): void {
    this.#glide = null;
    this.#place(next);
  }

  #place(next: TimelineWindow): void {
    if (next.from === this.#window.from && next.to === this.#window.to) return;
    this.#window = next;
    this.#movedSince = true;
    this.#timer ??= setTimeout(this.#tell, WORDS_EVERY);
    this.#redraw();
  }

  #redraw(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#draw);
  }

  #draw = (): void => {
    this.#frame = 0;
    if (this.#glide) this.#follow(this.#glide);
    for (const listener of this.#frames) listener();
  };

  #follow({ start, end, since }: Glide): void {
    const share = (performance.now() - since) / GLIDE;
    if (share >= 1) {
      this.#move(end);
      return;
    }
    this.#place(betweenWindows(start, end, share));
    this.#redraw();
  }

  #tell = (): void => {
    this.#timer = this.#movedSince ? setTimeout(this.#tell, WORDS_EVERY) : undefined;
    this.#movedSince = false;
    for (const listener of this.#slow) listener(this.#timer === undefined);
  };
}
