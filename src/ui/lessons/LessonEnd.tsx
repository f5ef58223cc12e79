import { useStore } from 'zustand';
import type { LessonRun } from '../../lessons/lessonRun';
import { useApp } from '../appContext';

/** What was done, what the lesson leaves out, and the way on. */
export function LessonEnd({ run }: { readonly run: LessonRun }) {
  const { view } = useApp();
  const answers = useStore(run.state, (state) => state.answers);
  const tasks = run.lesson.steps.filter(({ task }) => task);
  const done = answers.filter(({ value }) => value !== null);
  const points = Math.round((100 * answers.reduce((sum, { score }) => sum + score, 0)) / Math.max(1, tasks.length));
  return (
    <>
      <p aria-live="polite">{run.lesson.objective}</p>
      {tasks.length > 0 && (
        <p className="lesson-points">
          {done.length} of {tasks.length} tasks answered, {points} of 100 points.
        </p>
      )}
      <h3>What this lesson leaves out</h3>
      <ul>
        {run.lesson.leavesOut.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <div className="lesson-buttons">
        <button type="button" className="text-button" onClick={() => void run.go(run.lesson.steps.length - 1)}>
          Back
        </button>
        <button type="button" className="text-button" onClick={() => void run.go(0)}>
          From the start
        </button>
        <button type="button" className="text-button lesson-main" onClick={() => view.setState({ lessons: { place: 'shelf' } })}>
          All lessons
        </button>
      </div>
    </>
  );
}
