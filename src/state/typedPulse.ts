import { InputError } from '../core/inputError';
import { latePart } from '../core/latePart';
import { shapedPulse } from '../physics/pulse/shapedPulse';
import type { Session } from './session';
import { type ChoiceStore, choose } from './store';
import { FIRST_TYPED_PULSE, type TypedPulse } from './typedPulseValue';

type TypedText = Pick<TypedPulse, 'expression' | 'duration'>;

/** What is said where the parser, a part of the program that comes when it is needed, did not come. */
const NO_PARSER = 'its parser could not be loaded.';

const same = (a: TypedText, b: TypedText): boolean => a.expression === b.expression && a.duration === b.duration;

/** Brings the parser, which is large; later calls find it there. */
export const loadParser = latePart(() => import('../physics/pulse/compileExpression'));

/** Compiles and tries a formula. Throws an input error where it cannot be used, and another one where the parser cannot be loaded. */
export async function compileTypedPulse({ expression, duration }: TypedText): Promise<TypedPulse> {
  if (same({ expression, duration }, FIRST_TYPED_PULSE)) return FIRST_TYPED_PULSE;
  const { compileExpression } = await loadParser();
  const shape = compileExpression(expression);
  shapedPulse({ shape, duration, maxdIdt: 1 });
  return { expression, duration, shape };
}

/** The reason why a formula was not compiled, as the end of a sentence or a sentence of its own. */
export const typedPulseFault = (error: unknown): string => (error instanceof InputError ? error.message : NO_PARSER);

/**
 * Makes a formula the pulse, as one step, if it works; else one sentence says why not and the pulse stays as it was. What is left out is as
 * typed last. While the parser is on its way another choice of the pulse takes the place of this one: then nothing happens.
 */
export async function chooseTypedPulse(store: ChoiceStore, session: Session, change: Partial<TypedText> = {}): Promise<string | null> {
  const text = { ...(session.getState().waitingPulse ?? store.getState().typedPulse), ...change };
  const present = store.getState().typedPulse;
  if (same(text, present)) {
    session.setState({ askedPulse: null });
    choose(store, { pulseShape: 'typed' });
    return null;
  }
  session.setState({ askedPulse: text });
  const isLatest = (): boolean => session.getState().askedPulse === text;
  try {
    const typedPulse = await compileTypedPulse(text);
    if (isLatest()) choose(store, { pulseShape: 'typed', typedPulse });
    return null;
  } catch (error) {
    if (!isLatest()) return null;
    return error instanceof InputError ? error.message : `The formula could not be read: ${NO_PARSER}`;
  } finally {
    if (isLatest()) session.setState({ askedPulse: null });
  }
}
