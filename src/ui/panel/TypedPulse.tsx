import { useEffect, useId, useState } from 'react';
import { InputError } from '../../core/inputError';
import { loadTypedPulse, typedPulse } from '../../field/pulse/typedPulse';
import type { Choices } from '../../state/choices';
import { PARAMETERS } from '../../state/parameters';
import { type ChoiceStore, choose } from '../../state/store';
import { useApp, useChoice } from '../appContext';
import { NumberBox } from '../controls/NumberBox';

/** Longest text that can be typed; the parser and the stored choices take no more. */
const LONGEST = 400;

/** Makes a formula the pulse, as one step, if it works; else one sentence says why not and the pulse stays as it was. */
export async function chooseTypedPulse(
  store: ChoiceStore,
  change: Partial<Pick<Choices, 'pulseExpression' | 'pulseDuration'>>,
): Promise<string | null> {
  try {
    await loadTypedPulse();
    const { pulseExpression, pulseDuration } = { ...store.getState(), ...change };
    typedPulse({ pulseExpression, pulseDuration });
    choose(store, { pulseShape: 'typed', pulseExpression, pulseDuration });
    return null;
  } catch (error) {
    return error instanceof InputError ? error.message : 'The formula could not be read, because its parser could not be loaded.';
  }
}

/** The box of the typed shape: dI/dt as a formula. What cannot be read is answered by one sentence; the text stays. */
export function TypedPulse() {
  const { store } = useApp().simulation;
  const id = useId();
  const expression = useChoice((choices) => choices.pulseExpression);
  const duration = useChoice((choices) => choices.pulseDuration);
  const [text, setText] = useState(expression);
  const [problem, setProblem] = useState<string | null>(null);
  // Undo, a reset and a reopened scene bring another formula.
  useEffect(() => {
    setText(expression);
    setProblem(null);
  }, [expression]);
  const use = async (change: Partial<Choices>): Promise<void> => setProblem(await chooseTypedPulse(store, change));
  const { minimum, maximum, step, display, label } = PARAMETERS.pulseDuration;
  return (
    <div className="typed-pulse">
      <label htmlFor={id}>dI/dt as a formula of t, in s</label>
      <input
        id={id}
        className="typed-pulse-text"
        type="text"
        value={text}
        maxLength={LONGEST}
        spellCheck={false}
        autoComplete="off"
        enterKeyHint="done"
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && void use({ pulseExpression: text })}
        onBlur={() => text !== expression && void use({ pulseExpression: text })}
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
          onCommit={(pulseDuration) => void use({ pulseDuration, pulseExpression: text })}
        />
      </div>
    </div>
  );
}
