import { InputError } from '../../core/inputError';
import type { ExpressionPulseSpec } from '../../physics/pulse/expressionPulse';
import type { Pulse } from '../../physics/pulse/pulse';
import { type Choices, INITIAL_CHOICES } from '../../state/choices';

type Maker = (spec: ExpressionPulseSpec) => Pulse;

let _maker: Maker | undefined;

/** Brings the parser, which is large: before a formula is tried, and at the start when the last visit ended with one. */
export async function loadTypedPulse(): Promise<void> {
  _maker ??= (await import('../../physics/pulse/expressionPulse')).expressionPulse;
}

/** The choices that a typed pulse is made of. */
export type TypedPulseChoices = Pick<Choices, 'pulseExpression' | 'pulseDuration'>;

/**
 * The typed pulse with a largest dI/dt of 1 A/s; `resistance` [Ω] is that of the stimulator's circuit, for the heat. Throws an input error where
 * the formula cannot be used: call it before such a formula becomes a choice.
 */
export function typedPulse({ pulseExpression, pulseDuration }: TypedPulseChoices, resistance?: number): Pulse {
  if (!_maker) throw new Error('typedPulse: loadTypedPulse must have ended before.');
  return _maker({ expression: pulseExpression, duration: pulseDuration, maxdIdt: 1, resistance });
}

/**
 * Choices from outside, of which the typed pulse is known to work if they use one: else the first pulse stands in, and one sentence says why.
 * Afterwards the pulse can be made without waiting.
 */
export async function withUsablePulse(choices: Choices): Promise<{ readonly choices: Choices; readonly refusal: string | null }> {
  if (choices.pulseShape !== 'typed') return { choices, refusal: null };
  try {
    await loadTypedPulse();
    typedPulse(choices);
    return { choices, refusal: null };
  } catch (error) {
    const reason = error instanceof InputError ? error.message : 'its parser could not be loaded.';
    const { pulseShape, pulseExpression, pulseDuration } = INITIAL_CHOICES;
    return {
      choices: { ...choices, pulseShape, pulseExpression, pulseDuration },
      refusal: `The typed pulse of the last visit was not used: ${reason}`,
    };
  }
}
