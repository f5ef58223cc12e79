/** A drag or a held key that is under way. Only whoever began it holds this token, so nobody else can end it; ending it twice does nothing. */
export interface Gesture {
  /** Ends it: all that changed since it began is one step of the history. */
  commit(): void;
  /** Ends it and takes back what changed since it began. */
  cancel(): void;
}

/** The history as gestures need it. */
export interface GestureHistory<State> {
  readonly now: () => State;
  readonly same: (a: State, b: State) => boolean;
  readonly restore: (state: State) => void;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Adds the state before a gesture as one step; what could be redone is forgotten. */
  readonly addStep: (before: State) => void;
}

/** The gestures of one store that are under way. Several at once (a drag and a held key) make one step together, when the last one ends. */
export class Gestures<State> {
  readonly #history: GestureHistory<State>;
  /** What each began with. */
  readonly #open = new Map<Gesture, State>();
  #before: State | null = null;

  constructor(history: GestureHistory<State>) {
    this.#history = history;
  }

  begin(): Gesture {
    const { now, pause, restore } = this.#history;
    if (this.#open.size === 0) {
      this.#before = now();
      pause();
    }
    const gesture: Gesture = {
      commit: () => this.#end(gesture),
      cancel: () => {
        const before = this.#open.get(gesture);
        if (before !== undefined && !this.#history.same(before, now())) restore(before);
        this.#end(gesture);
      },
    };
    this.#open.set(gesture, now());
    return gesture;
  }

  /** Runs what walks through the history. What open gestures changed so far becomes a step first, and they go on from where the walk ends. */
  interrupt(walk: () => void): void {
    this.#keepStep();
    walk();
    const now = this.#history.now();
    for (const gesture of this.#open.keys()) this.#open.set(gesture, now);
    if (this.#open.size > 0) this.#before = now;
  }

  #end(gesture: Gesture): void {
    if (!this.#open.delete(gesture) || this.#open.size > 0) return;
    this.#history.resume();
    this.#keepStep();
  }

  #keepStep(): void {
    const before = this.#before;
    this.#before = null;
    if (before !== null && !this.#history.same(before, this.#history.now())) this.#history.addStep(before);
  }
}
