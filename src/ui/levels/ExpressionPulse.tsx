import { type FormEvent, useId, useState } from 'react';
import { InputError } from '../../core/inputError';
import type { Pulse } from '../../physics/pulse';
import { Disclosure } from '../Disclosure';
import { NumberBox } from '../NumberBox';

const microseconds = { unit: 'µs', factor: 1e6, decimals: 0 };
const EXAMPLE = 'cos(2*pi*t/0.0003)*exp(-t/0.0005)';

export interface ExpressionPulseProps {
  readonly inUse: boolean;
  /** Largest dI/dt is 1 A/s. */
  readonly onPulse: (pulse: Pulse | null) => void;
}

/** A typed shape of dI/dt. What cannot be read is answered by one sentence; the text stays. */
export function ExpressionPulse({ inUse, onPulse }: ExpressionPulseProps) {
  const id = useId();
  const [text, setText] = useState(EXAMPLE);
  const [duration, setDuration] = useState(300e-6);
  const [problem, setProblem] = useState<string | null>(null);
  const apply = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      // The parser is large: it comes when the first formula is tried.
      const { expressionPulse } = await import('../../physics/expressionPulse');
      onPulse(expressionPulse({ expression: text, duration, maxdIdt: 1 }));
      setProblem(null);
    } catch (error) {
      setProblem(error instanceof InputError ? error.message : 'The formula could not be read.');
    }
  };
  return (
    <Disclosure title="Pulse from a formula" note={inUse ? 'in use on this page' : undefined}>
      <form className="expression-form" onSubmit={(event) => void apply(event)}>
        <label htmlFor={id}>dI/dt as a function of t, in seconds</label>
        <input
          id={id}
          className="expression-text"
          type="text"
          value={text}
          maxLength={500}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={problem !== null || undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onChange={(event) => setText(event.target.value)}
        />
        {problem && (
          <p id={`${id}-problem`} className="level-problem" role="alert">
            {problem}
          </p>
        )}
        <div className="level-row">
          <span>Duration</span>
          <NumberBox
            label="Duration of the pulse"
            value={duration}
            minimum={10e-6}
            maximum={5e-3}
            step={10e-6}
            display={microseconds}
            onCommit={setDuration}
          />
          <button type="submit" className="text-button">
            Use the formula
          </button>
          {inUse && (
            <button type="button" className="text-button" onClick={() => onPulse(null)}>
              Back to the chosen pulse
            </button>
          )}
        </div>
        <p className="small-print">It is scaled to the chosen largest dI/dt and stays on this page; the stage keeps its own pulse.</p>
      </form>
    </Disclosure>
  );
}
