import type { ParameterSpec } from '../../state/parameterSpec';

type Range = Pick<ParameterSpec, 'minimum' | 'maximum' | 'initial' | 'step'>;

/** Share of the range within which a drag falls onto the default value. */
const DETENT = 0.015;

/** The nearest value that lies a whole number of steps from the minimum, within the limits. */
export function snapToStep({ minimum, maximum, step }: Range, value: number): number {
  const snapped = minimum + Math.round((value - minimum) / step) * step;
  return Math.min(Math.max(roundOff(snapped, step), minimum), maximum);
}

/** Where a drag to `value` ends: at the default when it is near (unless `fine`), else on the nearest step. */
export function dragValue(range: Range, value: number, fine: boolean): number {
  const near = Math.abs(value - range.initial) < DETENT * (range.maximum - range.minimum);
  return near && !fine ? range.initial : snapToStep(range, value);
}

/**
 * The value after a key on a slider, or null for other keys. Arrow = range/20, Shift+arrow = range/100 (never less than one step),
 * Page = range/10, Home and End = the limits, Delete and Backspace = the default.
 */
export function keyValue(range: Range, value: number, key: string, shift: boolean): number | null {
  const { minimum, maximum, initial } = range;
  const small = (maximum - minimum) / (shift ? 100 : 20);
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return stepBy(range, value, small);
    case 'ArrowLeft':
    case 'ArrowDown':
      return stepBy(range, value, -small);
    case 'PageUp':
      return stepBy(range, value, (maximum - minimum) / 10);
    case 'PageDown':
      return stepBy(range, value, -(maximum - minimum) / 10);
    case 'Home':
      return minimum;
    case 'End':
      return maximum;
    case 'Delete':
    case 'Backspace':
      return initial;
    default:
      return null;
  }
}

/** `value` moved by `delta`, rounded to whole steps, at least one. */
export function stepBy(range: Range, value: number, delta: number): number {
  const { minimum, maximum, step } = range;
  const whole = Math.max(1, Math.round(Math.abs(delta) / step)) * step * Math.sign(delta);
  return Math.min(Math.max(roundOff(value + whole, step), minimum), maximum);
}

/** Removes the last bits that adding steps leaves behind, so that a default reached by steps equals the default. */
const roundOff = (value: number, step: number): number => (Math.abs(value) < 1e-6 * step ? 0 : Number(value.toPrecision(12)));
