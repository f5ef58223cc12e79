import { childrenOf, parseProgram, type SyntaxNode } from './syntax.ts';

/** A stretch of text that a probe marks as run. */
export interface Probe {
  readonly start: number;
  readonly end: number;
}

/** Name of the global array in which the probes of all files leave their marks. */
export const MARKS = '__mutateMarks';

interface Insertion {
  readonly at: number;
  readonly text: string;
  readonly closes: boolean;
}

/**
 * A source text that marks in a global array which of its statements and branches have run.
 * `offset` is the place of its first probe in that array, `total` the length of the array.
 */
export function listProbes(path: string, text: string): Probe[] {
  return collect(path, text, 0).probes;
}

export function instrument(path: string, text: string, offset: number, total: number): string {
  const { insertions } = collect(path, text, offset);
  const sorted = insertions.map((insertion, order) => ({ ...insertion, order }));
  sorted.sort((a, b) => a.at - b.at || Number(b.closes) - Number(a.closes) || a.order - b.order);
  let result = `const __m = (globalThis.${MARKS} ??= new Uint8Array(${total}));`;
  let from = 0;
  for (const { at, text: inserted } of sorted) {
    result += text.slice(from, at) + inserted;
    from = at;
  }
  return result + text.slice(from);
}

/** The innermost probe around a place, or -1 where the code runs as the module loads. */
export function probeAt(probes: readonly Probe[], at: number): number {
  let found = -1;
  probes.forEach((probe, index) => {
    const inside = probe.start <= at && at < probe.end;
    if (inside && (found < 0 || probe.end - probe.start <= probes[found].end - probes[found].start)) found = index;
  });
  return found;
}

function collect(path: string, text: string, offset: number): { probes: Probe[]; insertions: Insertion[] } {
  const probes: Probe[] = [];
  const insertions: Insertion[] = [];
  const visit = (node: SyntaxNode, inFunction: boolean): void => {
    for (const { key, child } of childrenOf(node)) {
      const kind = inFunction || isArrowBody(node, key) ? probeKind(node, key, child) : null;
      if (kind) {
        insertions.push({ at: child.start, text: kind.open.replace('#', String(offset + probes.length)), closes: false });
        probes.push({ start: child.start, end: child.end });
      }
      visit(child, inFunction || /Function/.test(node.type));
      if (kind?.close) insertions.push({ at: child.end, text: kind.close, closes: true });
    }
  };
  visit(parseProgram(path, text), false);
  return { probes, insertions };
}

const isArrowBody = (node: SyntaxNode, key: string) => node.type === 'ArrowFunctionExpression' && key === 'body';

function probeKind(node: SyntaxNode, key: string, child: SyntaxNode): { open: string; close: string } | null {
  const inner = { open: '(__m[#]=1,', close: ')' };
  const isStatement = /(Statement|Declaration)$/.test(child.type);
  if (isArrowBody(node, key)) return isStatement ? null : inner;
  if (node.type === 'ConditionalExpression' && key !== 'test') return inner;
  if (node.type === 'LogicalExpression' && key === 'right') return inner;
  if (!isStatement) return null;
  if ((node.type === 'BlockStatement' && key === 'body') || (node.type === 'SwitchCase' && key === 'consequent')) {
    return { open: '__m[#]=1;', close: '' };
  }
  const isBranch = node.type === 'IfStatement' || (/^(For|While|DoWhile)/.test(node.type) && key === 'body');
  return isBranch && child.type !== 'BlockStatement' ? { open: '{__m[#]=1;', close: '}' } : null;
}
