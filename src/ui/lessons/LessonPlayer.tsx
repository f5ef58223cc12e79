import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type LessonRun, LessonWay, type Told } from '../../lessons/lessonRun';
import type { Lesson, Step } from '../../lessons/lessonSchema';
import type { ProgressStorage } from '../../lessons/progress';
import type { SceneOpener } from '../../share/scene/sceneOpener';
import { useApp } from '../appContext';
import { Icon } from '../controls/Icon';
import { NoteOpener } from '../controls/NoteOpener';
import { AnalogyPicture } from './AnalogyPicture';
import { LessonEnd } from './LessonEnd';
import { Markdown, Sources } from './Markdown';
import { TaskForm } from './TaskForm';

const asksForStillness = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

interface PlayerProps {
  readonly lesson: Lesson;
  readonly opener: SceneOpener;
  readonly storage: ProgressStorage | null;
}

/** A lesson beside the stage: one step at a time, the task before the reason. */
export function LessonPlayer({ lesson, opener, storage }: PlayerProps) {
  const { simulation, view } = useApp();
  const [run, setRun] = useState<LessonRun | null>(null);
  useEffect(() => {
    const frames = asksForStillness() ? null : (step: (time: number) => void) => void requestAnimationFrame(step);
    const way = new LessonWay({ lesson, simulation, view, opener, storage, frames });
    setRun(way);
    void way.begin();
    return () => void way.leave();
  }, [lesson, simulation, view, opener, storage]);
  return run && <Player run={run} />;
}

function Player({ run }: { readonly run: LessonRun }) {
  const { lesson } = run;
  const { view } = useApp();
  const index = useStore(run.state, (state) => state.index);
  const step: Step | undefined = lesson.steps[index];
  const top = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever goes on reads from the top, by eye and by ear.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the index stands for the step that came.
  useEffect(() => {
    top.current?.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, [index]);
  return (
    <aside ref={top} className="lesson" aria-labelledby="lesson-step" data-step={step?.id ?? 'end'}>
      <header className="lesson-head">
        <div>
          <p className="lesson-title">{lesson.title}</p>
          <p className="small-print">{step ? `Step ${index + 1} of ${lesson.steps.length}` : 'The end'}</p>
        </div>
        <button
          type="button"
          className="icon-button"
          aria-label="Leave the lesson"
          title="Leave the lesson"
          onClick={() => view.setState({ lessons: null })}
        >
          <Icon name="close" />
        </button>
      </header>
      <progress className="lesson-progress" aria-label="Steps done" max={lesson.steps.length} value={Math.max(index, 0)} />
      <h2 id="lesson-step" ref={heading} tabIndex={-1}>
        {step?.title ?? 'What you have done'}
      </h2>
      {step ? <StepBody key={step.id} run={run} step={step} /> : <LessonEnd run={run} />}
      <p className="lesson-limit small-print">Teaching model of groups, simplified. Not for clinical use.</p>
    </aside>
  );
}

function StepBody({ run, step }: { readonly run: LessonRun; readonly step: Step }) {
  const { told, busy, problem } = useStore(run.state);
  const answered = !step.task || told !== null;
  return (
    <>
      <div className="lesson-text">
        <Markdown text={step.text} />
      </div>
      {step.picture && <AnalogyPicture id={step.picture} />}
      {step.task && <TaskForm run={run} task={step.task} />}
      {step.hint && !told && <Hint text={step.hint} />}
      <p className="lesson-told" aria-live="polite" data-verdict={told?.verdict}>
        {told && toldWords(told)}
      </p>
      {problem && <p className="lesson-problem">{problem}</p>}
      {answered && step.explanation && (
        <div className="lesson-text lesson-reason">
          <Markdown text={step.explanation} />
        </div>
      )}
      {told && (
        <button type="button" className="text-button" disabled={busy} onClick={() => run.tryAgain()}>
          Try again
        </button>
      )}
      {step.sources.length > 0 && (
        <NoteOpener title="Sources of this step" className="small-print" note={<Sources ids={step.sources} />}>
          Sources
        </NoteOpener>
      )}
      <StepButtons run={run} answered={answered} />
    </>
  );
}

const toldWords = ({ verdict, score, sentence }: Told): string =>
  verdict === 'partly'
    ? `${sentence} ${Math.round(100 * score)} of 100 points.`
    : verdict === 'skipped'
      ? `Skipped. ${sentence}`
      : sentence;

function Hint({ text }: { readonly text: string }) {
  return (
    <details className="lesson-hint">
      <summary>Hint</summary>
      <Markdown text={text} />
    </details>
  );
}

function StepButtons({ run, answered }: { readonly run: LessonRun; readonly answered: boolean }) {
  const { index, busy } = useStore(run.state);
  const last = index === run.lesson.steps.length - 1;
  return (
    <div className="lesson-buttons">
      <button type="button" className="text-button" disabled={index <= 0} onClick={() => void run.go(index - 1)}>
        Back
      </button>
      {answered ? (
        <button type="button" className="text-button lesson-main" disabled={busy} onClick={() => void run.go(index + 1)}>
          {last ? 'Finish' : 'Next'}
        </button>
      ) : (
        <button type="button" className="text-button" disabled={busy} onClick={() => void run.skip()}>
          Skip
        </button>
      )}
    </div>
  );
}
