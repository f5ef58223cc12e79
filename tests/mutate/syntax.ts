import { parseSync } from 'vite';

/** A node of the syntax tree, as far as the walk needs it. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** Wrappers of TypeScript around an expression that runs. */
const TRANSPARENT = new Set(['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression']);

/** The program of a TypeScript text; throws what the parser says. */
export function parseProgram(path: string, text: string): SyntaxNode {
  const result = parseSync(path, text);
  if (result.errors.length > 0) throw new Error(`${path}: ${result.errors[0].message}`);
  return result.program as unknown as SyntaxNode;
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string';
}

/** The parts of a node that run, each with the name of the field that holds it; types are left out. */
export function childrenOf(node: SyntaxNode): { key: string; child: SyntaxNode }[] {
  return Object.entries(node)
    .filter(([key]) => key !== 'parent')
    .flatMap(([key, value]) => (Array.isArray(value) ? value : [value]).filter(isNode).map((child) => ({ key, child })))
    .filter(({ child }) => !child.type.startsWith('TS') || TRANSPARENT.has(child.type));
}
