import { useEffect, useId, useState } from 'react';
import { useStore } from 'zustand';
import { formatNumber } from '../../core/format';
import type { AnswerValue, ValueOf } from '../../lessons/answer';
import { goalWords, metGoals } from '../../lessons/judge';
import type { LessonRun } from '../../lessons/lessonRun';
import { QUANTITIES } from '../../lessons/quantities';
import type { Task, TaskKind, TaskOf } from '../../lessons/taskSchema';
import { goalValues } from '../../lessons/truth';
import { useApp, useView } from '../appContext';
import { Dial } from './Dial';
import { OrderList } from './OrderList';
import { PinPad } from './PinPad';

interface FormProps<Kind extends TaskKind> {
  readonly task: TaskOf<Kind>;
  readonly run: LessonRun;
  /** Whether the answer was given. */
  readonly told: boolean;
}

/** What the learner does, and the button that commits to it. */
export function TaskForm({ run, task }: { readonly run: LessonRun; readonly task: Task }) {
  const told = useStore(run.state, (state) => state.told !== null);
  switch (task.kind) {
    case 'pin':
      return <PinForm run={run} task={task} told={told} />;
    case 'direction':
      return <DirectionForm run={run} task={task} told={told} />;
    case 'reach':
      return <ReachForm run={run} task={task} told={told} />;
    case 'choose':
      return <ChooseForm run={run} task={task} told={told} />;
    case 'estimate':
      return <EstimateForm run={run} task={task} told={told} />;
    case 'order':
      return <OrderForm run={run} task={task} told={told} />;
  }
}

/** Nothing to commit: the button says what is missing. */
function Commit(props: { run: LessonRun; told: boolean; value: AnswerValue | null; missing: string }) {
  const { run, told, value, missing } = props;
  const busy = useStore(run.state, (state) => state.busy);
  if (told) return null;
  return (
    <>
      <button
        type="button"
        className="text-button lesson-main"
        disabled={busy || value === null}
        onClick={() => value !== null && void run.commit(value)}
      >
        Commit
      </button>
      {value === null && <p className="small-print">{missing}</p>}
    </>
  );
}

function PinForm({ run, told }: FormProps<'pin'>) {
  const probe = useView((view) => view.probe);
  const pinned = useView((view) => view.probePinned);
  const value = pinned && probe ? ([...probe] as ValueOf<'pin'>) : null;
  return (
    <fieldset className="task" data-kind="pin">
      <legend>Press on the cortex, or move the pin by its buttons and the arrow keys.</legend>
      {!told && <PinPad />}
      <Commit run={run} told={told} value={value} missing="There is no pin yet." />
    </fieldset>
  );
}

function DirectionForm({ run, task, told }: FormProps<'direction'>) {
  const draft = useStore(run.state, (state) => state.draft) as number | null;
  const label = task.target === 'bestHandle' ? 'Direction of the handle' : 'Direction of the current';
  return (
    <fieldset className="task" data-kind="direction">
      <legend>{label}, seen from outside the head</legend>
      <Dial label={label} value={draft ?? 0} disabled={told} onChange={(value) => run.draft(value)} />
      <Commit run={run} told={told} value={draft} missing="There is no direction yet." />
    </fieldset>
  );
}

function ReachForm({ run, task, told }: FormProps<'reach'>) {
  const { simulation } = useApp();
  const [values, setValues] = useState(() => goalValues(task, simulation));
  useEffect(() => {
    const read = (): void => setValues(goalValues(task, simulation));
    const stops = [simulation.subscribe(read), simulation.store.subscribe(read), simulation.session.subscribe(read)];
    read();
    return () => {
      for (const stop of stops) stop();
    };
  }, [task, simulation]);
  const met = metGoals(task, values);
  return (
    <fieldset className="task" data-kind="reach">
      <legend>Use the controls of the simulator.</legend>
      <ul className="task-goals">
        {task.goals.map((goal, n) => (
          <li key={goal.quantity} data-met={met[n]}>
            {goalWords(goal)}
            <NowWords value={values[n]} unit={QUANTITIES[goal.quantity].unit} met={met[n]} />
          </li>
        ))}
        {task.pulses !== undefined && (
          <li data-met={met.at(-1)}>
            at most {task.pulses} pulses
            <NowWords value={values.at(-1) ?? null} unit="so far" met={met.at(-1) ?? false} />
          </li>
        )}
      </ul>
      <Commit run={run} told={told} value={values} missing="" />
    </fieldset>
  );
}

function NowWords({ value, unit, met }: { readonly value: number | null; readonly unit: string; readonly met: boolean }) {
  const now = value === null ? 'not known yet' : `${formatNumber(value, Number.isInteger(value) ? 0 : 1)} ${unit}`;
  return (
    <b>
      {met ? 'reached: ' : 'now: '}
      {now}
    </b>
  );
}

function ChooseForm({ run, task, told }: FormProps<'choose'>) {
  const draft = useStore(run.state, (state) => state.draft);
  const name = useId();
  return (
    <fieldset className="task" data-kind="choose" disabled={told}>
      <legend>{task.question}</legend>
      {task.options.map(({ id, label }) => (
        <label key={id} className="task-option">
          <input type="radio" name={name} value={id} checked={draft === id} onChange={() => run.draft(id)} />
          <span>{label}</span>
        </label>
      ))}
      <Commit run={run} told={told} value={draft} missing="Nothing is chosen yet." />
    </fieldset>
  );
}

/** A number as people write it; null where it is none, or not above zero. */
function typedNumber(text: string): number | null {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(value) && value > 0 && value <= 1e15 ? value : null;
}

function EstimateForm({ run, task, told }: FormProps<'estimate'>) {
  const draft = useStore(run.state, (state) => state.draft);
  const [text, setText] = useState<string | null>(null);
  const field = useId();
  return (
    <fieldset className="task" data-kind="estimate" disabled={told}>
      <legend>{task.question}</legend>
      <label htmlFor={field} className="visually-hidden">
        Your number{task.unit !== '1' && ` in ${task.unit}`}
      </label>
      <span className="task-number">
        <input
          id={field}
          inputMode="decimal"
          autoComplete="off"
          maxLength={20}
          value={text ?? (draft === null ? '' : String(draft))}
          onChange={({ target }) => {
            setText(target.value);
            run.draft(typedNumber(target.value));
          }}
        />
        {task.unit !== '1' && task.unit}
      </span>
      <Commit run={run} told={told} value={draft} missing="A number above zero is needed." />
    </fieldset>
  );
}

function OrderForm({ run, task, told }: FormProps<'order'>) {
  const draft = useStore(run.state, (state) => state.draft) as ValueOf<'order'> | null;
  const ids = draft ?? task.items.map(({ id }) => id);
  return (
    <fieldset className="task" data-kind="order" disabled={told}>
      <legend>
        {task.question} By {task.by}.
      </legend>
      <OrderList items={task.items} ids={ids} disabled={told} onChange={(next) => run.draft(next)} />
      <Commit run={run} told={told} value={ids} missing="" />
    </fieldset>
  );
}
