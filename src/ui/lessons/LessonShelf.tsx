import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { glossary, shippedLessons } from '../../lessons/lessonLibrary';
import type { Lesson } from '../../lessons/lessonSchema';
import { type ProgressStorage, progressOf } from '../../lessons/progress';
import { LESSON_FILE_ENDS } from '../../lessons/readLesson';
import { presentIds } from '../../share/scene/openSceneFile';
import { useApp } from '../appContext';
import { FileOpener, takeFile } from '../controls/FileOpener';
import { Icon } from '../controls/Icon';
import { TermNote } from './Markdown';
import { closeLesson, openLessonFile, ownLessons } from './ownLessons';

const LEVELS: Readonly<Record<Lesson['level'], string>> = { first: 'First steps', further: 'Further', advanced: 'Advanced' };

interface ShelfProps {
  readonly storage: ProgressStorage | null;
  /** A lesson file that was dropped on the page. */
  readonly file?: File;
  readonly problem?: string;
}

/** The home of the lessons: those that are shipped, a teacher's own, and the glossary. */
export function LessonShelf({ storage, file, problem: first = '' }: ShelfProps) {
  const { simulation, view } = useApp();
  const own = useStore(ownLessons, (state) => state.lessons);
  const [problem, setProblem] = useState<string | null>(first || null);
  const dialog = useRef<HTMLDialogElement>(null);
  const close = (): void => view.setState({ lessons: null });
  const open = async (chosen: File): Promise<void> => void (await openLessonFile(chosen, presentIds(simulation)));
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  useEffect(() => {
    const take = async (dropped: File): Promise<void> => void (await openLessonFile(dropped, presentIds(simulation)));
    if (file) void takeFile(() => take(file), file.name, setProblem);
  }, [file, simulation]);
  return (
    <dialog
      ref={dialog}
      className="help shelf"
      aria-labelledby="shelf-title"
      onClose={close}
      onClick={(event) => event.target === dialog.current && close()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="help-body">
        <button type="button" className="icon-button note-close" aria-label="Close" onClick={close}>
          <Icon name="close" />
        </button>
        <h2 id="shelf-title">Lessons</h2>
        <p>You act first, then the model shows what is so. What you have done is kept in this browser alone.</p>
        <ul className="shelf-list">
          {shippedLessons.map((lesson) => (
            <ShelfEntry key={lesson.id} lesson={lesson} storage={storage} />
          ))}
        </ul>
        <h2>Your own lessons</h2>
        <ul className="shelf-list">
          {own.map((lesson) => (
            <ShelfEntry key={lesson.id} lesson={lesson} storage={storage} onClose={() => closeLesson(lesson.id)} />
          ))}
        </ul>
        <p className="shelf-open">
          <FileOpener label="A lesson file" accept={LESSON_FILE_ENDS} open={open} onProblem={setProblem}>
            Open a lesson file
          </FileOpener>
          <span role="status">{problem}</span>
        </p>
        <h2>Glossary</h2>
        <dl className="shelf-glossary">
          {glossary.map((term) => (
            <div key={term.id}>
              <dt id={`term-${term.id}`}>{term.term}</dt>
              <dd>
                <TermNote term={term} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </dialog>
  );
}

function progressWords(lesson: Lesson, storage: ProgressStorage | null): readonly [words: string, button: string] {
  const kept = progressOf(storage, lesson.id);
  if (!kept) return ['not begun', 'Begin'];
  if (kept.done) return ['done', 'Again'];
  const step = lesson.steps.findIndex(({ id }) => id === kept.step) + 1;
  return [`at step ${Math.max(step, 1)} of ${lesson.steps.length}`, 'Continue'];
}

function ShelfEntry(props: { lesson: Lesson; storage: ProgressStorage | null; onClose?: () => void }) {
  const { lesson, storage, onClose } = props;
  const { view } = useApp();
  const [words, button] = progressWords(lesson, storage);
  return (
    <li data-lesson={lesson.id}>
      <div>
        <h3>
          {lesson.number !== undefined && `${lesson.number}. `}
          {lesson.title}
        </h3>
        <p>{lesson.objective}</p>
        <p className="small-print">
          {lesson.minutes} min, {LEVELS[lesson.level].toLowerCase()}, {words}
        </p>
      </div>
      <button
        type="button"
        className="text-button"
        aria-label={`${button}: ${lesson.title}`}
        onClick={() => view.setState({ lessons: { place: 'lesson', id: lesson.id } })}
      >
        {button}
      </button>
      {onClose && (
        <button type="button" className="icon-button" aria-label={`Close ${lesson.title}`} title="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
      )}
    </li>
  );
}
