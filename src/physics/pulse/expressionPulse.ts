import { compileExpression } from './compileExpression';
import type { Pulse } from './pulse';
import { type ShapedPulseSpec, shapedPulse } from './shapedPulse';

/** A typed shape of dI/dt as a formula of t in seconds; the rest as of any shape. */
export interface ExpressionPulseSpec extends Omit<ShapedPulseSpec, 'shape'> {
  readonly expression: string;
}

/** The pulse of a typed formula. Kept apart from `shapedPulse` because it brings the parser along. */
export const expressionPulse = ({ expression, ...spec }: ExpressionPulseSpec): Pulse =>
  shapedPulse({ ...spec, shape: compileExpression(expression) });
