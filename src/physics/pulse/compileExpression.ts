import { create, type MathNode, parseDependencies } from 'mathjs/number';
import { inputError, printable } from '../../core/inputError';

/** Longest text and largest tree that are accepted. */
export const EXPRESSION_LIMITS = { length: 400, nodes: 200, depth: 40 } as const;

const { parse } = create(parseDependencies);

type Evaluate = (t: number) => number;

const CONSTANTS: ReadonlyMap<string, Evaluate> = new Map([
  ['t', (t: number) => t],
  ['pi', () => Math.PI],
  ['e', () => Math.E],
]);

/** Name, smallest and largest number of arguments, function. */
const FUNCTIONS: ReadonlyMap<string, readonly [number, number, (...values: number[]) => number]> = new Map([
  ['sin', [1, 1, Math.sin]],
  ['cos', [1, 1, Math.cos]],
  ['tan', [1, 1, Math.tan]],
  ['exp', [1, 1, Math.exp]],
  ['log', [1, 1, Math.log]],
  ['sqrt', [1, 1, Math.sqrt]],
  ['abs', [1, 1, Math.abs]],
  ['sign', [1, 1, Math.sign]],
  ['min', [1, 8, Math.min]],
  ['max', [1, 8, Math.max]],
  ['pow', [2, 2, Math.pow]],
]);

const OPERATORS: ReadonlyMap<string, (a: number, b: number) => number> = new Map([
  ['add', (a: number, b: number) => a + b],
  ['subtract', (a: number, b: number) => a - b],
  ['multiply', (a: number, b: number) => a * b],
  ['divide', (a: number, b: number) => a / b],
  ['pow', (a: number, b: number) => a ** b],
  ['unaryMinus', (a: number) => -a],
  ['unaryPlus', (a: number) => a],
  ['smaller', (a: number, b: number) => Number(a < b)],
  ['larger', (a: number, b: number) => Number(a > b)],
  ['smallerEq', (a: number, b: number) => Number(a <= b)],
  ['largerEq', (a: number, b: number) => Number(a >= b)],
  ['equal', (a: number, b: number) => Number(a === b)],
  ['unequal', (a: number, b: number) => Number(a !== b)],
]);

const ALLOWED = 'numbers, t, pi, e, + - * / ^, comparisons, ?:, sin cos tan exp log sqrt abs sign min max pow';

/**
 * A typed expression in the time t [s] as a function. mathjs only parses; the tree is walked against the lists above and turned into closures,
 * so nothing outside them can run, no code is generated (the page forbids that) and the cost of one value is bounded by the size of the tree.
 * A comparison is 1 or 0. Throws an input error that names `field`.
 */
export function compileExpression(text: string, field = 'expression'): Evaluate {
  if (text.length > EXPRESSION_LIMITS.length) {
    throw inputError(field, `have at most ${EXPRESSION_LIMITS.length} characters`, `${text.length} characters`);
  }
  let tree: MathNode;
  try {
    tree = parse(text);
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : 'not readable';
    throw inputError(field, `be a formula in t (${printable(reason.replace(/\.$/, ''), 80)})`, text);
  }
  return compileNode(tree, { field, left: EXPRESSION_LIMITS.nodes }, 0);
}

interface Budget {
  readonly field: string;
  left: number;
}

/** The parts of a mathjs node that are read here; a node of any other form is refused. */
interface Parts {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: string;
  readonly fn?: unknown;
  readonly args?: readonly MathNode[];
  readonly content?: MathNode;
  readonly condition?: MathNode;
  readonly trueExpr?: MathNode;
  readonly falseExpr?: MathNode;
  readonly conditionals?: readonly string[];
  readonly params?: readonly MathNode[];
}

function compileNode(node: MathNode, budget: Budget, depth: number): Evaluate {
  if (--budget.left < 0 || depth > EXPRESSION_LIMITS.depth) {
    throw inputError(budget.field, `have at most ${EXPRESSION_LIMITS.nodes} parts, nested at most ${EXPRESSION_LIMITS.depth} deep`, 'more');
  }
  const parts = node as unknown as Parts;
  const child = (n: MathNode | undefined) => compileNode(n as MathNode, budget, depth + 1);
  switch (parts.type) {
    case 'ConstantNode':
      return constant(parts.value, budget.field);
    case 'SymbolNode':
      return lookUp(CONSTANTS, parts.name, budget.field);
    case 'ParenthesisNode':
      return child(parts.content);
    case 'ConditionalNode': {
      const [condition, whenTrue, whenFalse] = [parts.condition, parts.trueExpr, parts.falseExpr].map(child);
      return (t) => (condition(t) ? whenTrue(t) : whenFalse(t));
    }
    case 'OperatorNode':
      return combine(lookUp(OPERATORS, parts.fn, budget.field), (parts.args ?? []).map(child));
    case 'FunctionNode':
      return callFunction(parts, budget, child);
    case 'RelationalNode':
      return relation(parts, budget, child);
    default:
      throw inputError(budget.field, `use only ${ALLOWED}`, parts.type);
  }
}

function constant(value: unknown, field: string): Evaluate {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw inputError(field, 'hold finite numbers only', value);
  return () => value;
}

function lookUp<T>(map: ReadonlyMap<string, T>, name: unknown, field: string): T {
  const found = typeof name === 'string' ? map.get(name) : undefined;
  if (found === undefined) throw inputError(field, `use only ${ALLOWED}`, name);
  return found;
}

function combine(f: (...values: number[]) => number, args: readonly Evaluate[]): Evaluate {
  const [a, b] = args;
  if (args.length === 1) return (t) => f(a(t));
  if (args.length === 2) return (t) => f(a(t), b(t));
  return (t) => f(...args.map((arg) => arg(t)));
}

function callFunction(parts: Parts, budget: Budget, child: (n: MathNode) => Evaluate): Evaluate {
  const called = parts.fn as Parts | undefined;
  const name = called?.type === 'SymbolNode' ? called.name : called?.type;
  const [fewest, most, f] = lookUp(FUNCTIONS, name, budget.field);
  const args = (parts.args ?? []).map(child);
  if (args.length < fewest || args.length > most) {
    const wanted = fewest === most ? `${fewest}` : `${fewest} to ${most}`;
    throw inputError(budget.field, `give ${name} ${wanted} argument${most === 1 ? '' : 's'}`, args.length);
  }
  return combine(f, args);
}

/** `a < b < c`: every neighbor must hold. */
function relation(parts: Parts, budget: Budget, child: (n: MathNode) => Evaluate): Evaluate {
  const values = (parts.params ?? []).map(child);
  const tests = (parts.conditionals ?? []).map((name) => lookUp(OPERATORS, name, budget.field));
  return (t) => Number(tests.every((test, i) => test(values[i](t), values[i + 1](t)) === 1));
}
