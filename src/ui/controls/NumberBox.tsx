import { type KeyboardEvent, useContext, useEffect, useRef, useState } from 'react';
import { formatQuantity, type NumberDisplay } from '../../core/format';
import { InputError, inputError } from '../../core/inputError';
import { parseQuantity } from '../../core/parseQuantity';
import { stepBy } from './sliderSteps';
import { GestureContext, useHeldKeys } from './useHeldKeys';

export interface NumberBoxProps {
  readonly label: string;
  /** SI. */
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
  readonly display: NumberDisplay;
  readonly onCommit: (value: number) => void;
}

/**
 * A quantity that can be typed with its unit. What cannot be read is answered by one sentence below the box; the old value stays. The
 * sentence lies over what is below, so that nothing moves. An arrow key that is held makes one step of the history.
 */
export function NumberBox({ label, value, minimum, maximum, step, display, onCommit }: NumberBoxProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const shown = formatQuantity(value, display);
  const keys = useHeldKeys(useContext(GestureContext));
  useClearOnNextAct(problem !== null && draft === null, () => setProblem(null));

  const commit = (leaving: boolean): void => {
    if (draft === null) return;
    const outcome = draft.trim() === shown ? value : read(draft, label, display, minimum, maximum);
    if (typeof outcome === 'number') {
      setDraft(null);
      setProblem(null);
      if (outcome !== value && draft.trim() !== shown) onCommit(outcome);
      return;
    }
    setProblem(outcome.message);
    if (leaving) setDraft(null);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      commit(false);
      requestAnimationFrame(() => box.current?.select());
    } else if (event.key === 'Escape' && (draft !== null || problem !== null)) {
      event.stopPropagation();
      setDraft(null);
      setProblem(null);
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      setDraft(null);
      setProblem(null);
      keys.down(event.code);
      onCommit(stepBy({ minimum, maximum, step, initial: value }, value, event.key === 'ArrowUp' ? step : -step));
    }
  };

  return (
    <span className="number-box">
      <input
        ref={box}
        type="text"
        inputMode="text"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="done"
        aria-label={label}
        aria-invalid={problem !== null || undefined}
        value={draft ?? shown}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setDraft(event.target.value);
          setProblem(null);
        }}
        onKeyDown={onKeyDown}
        onKeyUp={(event) => keys.up(event.code)}
        onBlur={() => {
          keys.release();
          commit(true);
        }}
      />
      {problem && (
        <span className="number-problem" role="alert">
          {problem}
        </span>
      )}
    </span>
  );
}

function read(text: string, label: string, display: NumberDisplay, minimum: number, maximum: number): number | InputError {
  try {
    const value = parseQuantity(text, display.unit, label);
    // Typed decimals of a converted unit miss a limit by rounding alone.
    const slack = 1e-9 * (maximum - minimum);
    if (value >= minimum - slack && value <= maximum + slack) return Math.min(Math.max(value, minimum), maximum);
    return inputError(label, `be from ${formatQuantity(minimum, display)} to ${formatQuantity(maximum, display)}`, text.trim());
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

/** Once `active`, the next press of a key or pointer anywhere calls `clear`. */
function useClearOnNextAct(active: boolean, clear: () => void): void {
  const latest = useRef(clear);
  latest.current = clear;
  useEffect(() => {
    if (!active) return;
    const act = (): void => latest.current();
    // The press that made the box lose the focus is not the next one.
    const timer = setTimeout(() => {
      document.addEventListener('pointerdown', act);
      document.addEventListener('keydown', act);
    }, 0);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerdown', act);
      document.removeEventListener('keydown', act);
    };
  }, [active]);
}
