import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SceneSource } from '../field/simulation/sceneSource';
import { captureScene } from '../share/scene/captureScene';
import type { Scene } from '../share/scene/scene';
import type { SceneOpener } from '../share/scene/sceneOpener';
import type { ViewStore } from '../state/viewStore';
import type { Answer, AnswerValue } from './answer';
import { easeChoices, type Frames } from './easeChoices';
import { solutionWords, type Verdict } from './judge';
import type { Lesson, Step } from './lessonSchema';
import { keepProgress, type ProgressStorage, progressOf, withAnswer } from './progress';
import { dotsOf } from './reveal';
import { sceneOfStep } from './stepScene';
import { isReady, judgeAnswer, truthOf } from './truth';

/** What was told after a commit. */
export interface Told {
  readonly verdict: Verdict | 'skipped';
  readonly score: number;
  readonly sentence: string;
}

export interface RunState {
  /** Which step is open, from 0; that after the last one is the end. */
  readonly index: number;
  /** Null until the learner has committed or skipped. */
  readonly told: Told | null;
  /** What the learner is about to answer; null while there is nothing to commit. */
  readonly draft: AnswerValue | null;
  readonly answers: readonly Answer[];
  /** The scene is on its way, or the answer is being judged. */
  readonly busy: boolean;
  /** Why the last thing could not be done, or null. */
  readonly problem: string | null;
}

export interface LessonRun {
  readonly lesson: Lesson;
  readonly state: StoreApi<RunState>;
  go(index: number): Promise<void>;
  draft(value: AnswerValue | null): void;
  commit(value: AnswerValue): Promise<void>;
  skip(): Promise<void>;
  tryAgain(): void;
  /** Brings back the scene from before the lesson, once, and gives back what the lesson held. */
  leave(): Promise<void>;
}

export interface RunOf {
  readonly lesson: Lesson;
  readonly simulation: SceneSource;
  readonly view: ViewStore;
  readonly opener: SceneOpener;
  readonly storage: ProgressStorage | null;
  /** Null where nothing is to move by itself. */
  readonly frames: Frames | null;
}

/** Longest wait for a field, in milliseconds. */
const PATIENCE = 30_000;
const NOT_NOW = 'The model has no field for this scene yet; try it again in a moment.';

/** Resolves when the field answers the scene; false where it does not come. */
function whenReady(simulation: SceneSource): Promise<boolean> {
  return new Promise((resolve) => {
    let stop = (): void => {};
    const end = (ready: boolean): void => {
      clearTimeout(timer);
      stop();
      resolve(ready);
    };
    const timer = setTimeout(() => end(false), PATIENCE);
    const look = (): void => {
      if (isReady(simulation)) end(true);
    };
    stop = simulation.subscribe(look);
    look();
  });
}

/** One learner's way through a lesson. `begin` comes first; where the lesson was left before it goes on there. */
export class LessonWay implements LessonRun {
  readonly lesson: Lesson;
  readonly state: StoreApi<RunState>;
  readonly #of: RunOf;
  readonly #before: Scene;
  /** Grows with every step that is opened, so that what comes late for an earlier one is dropped. */
  #serial = 0;
  #left = false;

  constructor(of: RunOf) {
    this.#of = of;
    this.lesson = of.lesson;
    this.#before = captureScene(of.simulation, of.view);
    const kept = progressOf(of.storage, of.lesson.id);
    const answers = (kept?.answers ?? []).filter(({ step, kind }) =>
      of.lesson.steps.some((one) => one.id === step && one.task?.kind === kind),
    );
    this.state = createStore<RunState>(() => ({ index: -1, told: null, draft: null, answers, busy: true, problem: null }));
  }

  get #step(): Step | undefined {
    return this.lesson.steps[this.state.getState().index];
  }

  /** Opens the step that was open last, or the first. */
  begin(): Promise<void> {
    const kept = progressOf(this.#of.storage, this.lesson.id);
    const index = kept && !kept.done ? this.lesson.steps.findIndex(({ id }) => id === kept.step) : 0;
    return this.go(Math.max(index, 0));
  }

  async go(index: number): Promise<void> {
    const { simulation, view } = this.#of;
    const former = this.state.getState().index;
    const step = this.lesson.steps[index];
    const serial = ++this.#serial;
    this.state.setState({ index, told: null, draft: null, busy: true, problem: null });
    view.setState({ lessonDots: [], probe: null, probePinned: false });
    this.#hold(step, this.#answerOf(step) === undefined);
    if (step && (step.scene || index !== former + 1)) await this.#open(index, serial);
    if (serial !== this.#serial) return;
    this.#keep();
    const answer = this.#answerOf(step);
    if (answer) await this.#tell(answer, serial);
    else if (step?.task?.kind === 'direction') this.draft(Math.round((simulation.store.getState().handleAngle * 180) / Math.PI));
    if (serial === this.#serial) this.state.setState({ busy: false });
  }

  draft(value: AnswerValue | null): void {
    this.state.setState({ draft: value });
    const task = this.#step?.task;
    if (task?.kind === 'direction') this.#of.view.setState({ lessonDots: dotsOf(task, value, undefined, this.#of.simulation) });
  }

  commit(value: AnswerValue): Promise<void> {
    return this.#answer(value);
  }

  skip(): Promise<void> {
    return this.#answer(null);
  }

  tryAgain(): void {
    const draft = this.#answerOf(this.#step)?.value ?? null;
    this.#hold(this.#step, true);
    this.#of.view.setState({ lessonDots: [] });
    this.state.setState({ told: null, problem: null });
    this.draft(draft);
  }

  async leave(): Promise<void> {
    if (this.#left) return;
    this.#left = true;
    this.#serial++;
    const { view, opener } = this.#of;
    view.setState({ lessonHold: null, lessonDots: [] });
    await opener.open(this.#before);
  }

  #answerOf(step: Step | undefined): Answer | undefined {
    return this.state.getState().answers.find((answer) => answer.step === step?.id);
  }

  #hold(step: Step | undefined, unanswered: boolean): void {
    const { hide = [], controls } = step ?? {};
    const hides = !unanswered || hide.length === 0 ? null : hide.includes('field') ? 'field' : 'numbers';
    this.#of.view.setState({ lessonHold: { offered: controls ? new Set(controls) : null, hides } });
  }

  async #open(index: number, serial: number): Promise<void> {
    const { simulation, view, opener, frames } = this.#of;
    const scene = sceneOfStep(this.lesson, index, captureScene(simulation, view));
    if (frames) await easeChoices(simulation.store, scene.choices, frames);
    if (serial !== this.#serial) return;
    const problem = await opener.open(scene);
    if (serial === this.#serial) this.state.setState({ problem });
  }

  async #answer(value: AnswerValue | null): Promise<void> {
    const step = this.#step;
    if (!step?.task || this.state.getState().busy) return;
    this.state.setState({ busy: true, problem: null });
    await this.#tell({ step: step.id, kind: step.task.kind, value, score: 0 } as Answer, this.#serial);
    this.state.setState({ busy: false });
  }

  /** Judges an answer by the model, tells it and shows what was kept back. */
  async #tell(answer: Answer, serial: number): Promise<void> {
    const { simulation, view } = this.#of;
    const step = this.#step;
    const task = step?.task;
    if (!task) return;
    const ready = await whenReady(simulation);
    const truth = ready ? await truthOf(task, simulation) : undefined;
    if (serial !== this.#serial) return;
    if (truth === undefined) {
      this.state.setState({ problem: NOT_NOW });
      return;
    }
    const { value } = answer;
    const told: Told =
      value === null ? { verdict: 'skipped', score: 0, sentence: solutionWords(task, truth) } : judgeAnswer(task, value, truth);
    this.#hold(step, false);
    view.setState({
      lessonDots: dotsOf(task, value, truth, simulation),
      ...(task.kind === 'pin' ? { probe: null, probePinned: false } : {}),
    });
    this.state.setState(({ answers }) => ({
      told,
      draft: value,
      answers: withAnswer(answers, { ...answer, score: told.score } as Answer),
    }));
    this.#keep();
  }

  #keep(): void {
    const { index, answers } = this.state.getState();
    const { steps, id } = this.lesson;
    const step = steps[Math.min(index, steps.length - 1)].id;
    keepProgress(this.#of.storage, id, { step, answers: [...answers], done: index >= steps.length });
  }
}
