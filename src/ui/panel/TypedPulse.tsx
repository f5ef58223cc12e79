import { useEffect, useId, useState } from 'react';
import { chooseTypedPulse } from '../../state/typedPulse';
import { LONGEST_EXPRESSION, PULSE_DURATION, type TypedPulse as TypedPulseValue } from '../../state/typedPulseValue';
import { useApp, useChoice } from '../appContext';
import { NumberBox } from '../controls/NumberBox';

/** The box of the typed shape: dI/dt as a formula. What cannot be read is answered by one sentence; the text stays. */
export function TypedPulse() {
  const { store, session } = useApp().simulation;
  const id = useId();
  const { expression, duration } = useChoice((choices) => choices.typedPulse);
  const [text, setText] = useState(expression);
  const [problem, setProblem] = useState<string | null>(null);
  // Undo, a reset and a reopened scene bring another formula.
  useEffect(() => {
    setText(expression);
    setProblem(null);
  }, [expression]);
  const use = async (change: Partial<Pick<TypedPulseValue, 'expression' | 'duration'>>): Promise<void> =>
    setProblem(await chooseTypedPulse(store, session, change));
  const { minimum, maximum, step, display, label } = PULSE_DURATION;
  return (
    <div className="typed-pulse">
      <label htmlFor={id}>dI/dt as a formula of t, in s</label>
      <input
        id={id}
        className="typed-pulse-text"
        type="text"
        value={text}
        maxLength={LONGEST_EXPRESSION}
        spellCheck={false}
        autoComplete="off"
        enterKeyHint="done"
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && void use({ expression: text })}
        onBlur={() => text !== expression && void use({ expression: text })}
      />
      {problem && (
        <p id={`${id}-problem`} className="typed-pulse-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="control-head">
        <span>{label}</span>
        <NumberBox
          label="Duration of the pulse"
          value={duration}
          {...{ minimum, maximum, step, display }}
          onCommit={(next) => void use({ duration: next, expression: text })}
        />
      </div>
    </div>
  );
}
