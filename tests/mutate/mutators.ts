import { childrenOf, isNode, parseProgram, type SyntaxNode } from './syntax.ts';

/** One small change of a source text. */
export interface Mutant {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** Line of the change, counted from 1. */
  readonly line: number;
  /** The change in words: the old text, an arrow, the new text. */
  readonly change: string;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

interface Place {
  readonly parent: SyntaxNode | null;
  readonly key: string;
  /** Type that the innermost function declares to return. */
  readonly returns: string;
}

const OPERATORS: Record<string, readonly string[]> = {
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '**': ['*'],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
  '&': ['|'],
  '|': ['&'],
  '^': ['&'],
  '<<': ['>>'],
  '>>': ['<<'],
  '>>>': ['<<'],
  '+=': ['-='],
  '-=': ['+='],
  '*=': ['/='],
  '/=': ['*='],
  '|=': ['&='],
  '&=': ['|='],
  '^=': ['|='],
  '<<=': ['>>='],
  '>>=': ['<<='],
  '>>>=': ['<<='],
};
const METHODS: Record<string, string> = {
  min: 'max',
  max: 'min',
  floor: 'ceil',
  ceil: 'floor',
  sin: 'cos',
  cos: 'sin',
  some: 'every',
  every: 'some',
};
const NOTHING: Record<string, string> = { number: '0', string: "''" };

/** Every mutant of a file, in the order of the text. */
export function listMutants(path: string, text: string): Mutant[] {
  const edits: Edit[] = [];
  const visit = (node: SyntaxNode, place: Place): void => {
    edits.push(...editsOf(node, place, text));
    const returns = /Function/.test(node.type) ? typeOf(node.returnType, text) : place.returns;
    for (const { key, child } of childrenOf(node)) visit(child, { parent: node, key, returns });
  };
  visit(parseProgram(path, text), { parent: null, key: '', returns: '' });
  return edits.sort((a, b) => a.start - b.start || a.end - b.end).map((edit) => ({ ...edit, ...describe(edit, text) }));
}

/** The text of a file with one mutant in place. */
export function applyMutant(text: string, mutant: Edit): string {
  return text.slice(0, mutant.start) + mutant.replacement + text.slice(mutant.end);
}

function describe(edit: Edit, text: string): { line: number; change: string } {
  const lineStart = text.lastIndexOf('\n', edit.start) + 1;
  const lineEnd = (text.indexOf('\n', edit.end) + text.length + 1) % (text.length + 1) || text.length;
  const shown = (from: string) => from.replace(/\s+/g, ' ').trim();
  const before = text.slice(lineStart, edit.start).slice(-30);
  const after = text.slice(edit.end, lineEnd).slice(0, 30);
  return {
    line: text.slice(0, edit.start).split('\n').length,
    change: `${shown(before)} [${shown(text.slice(edit.start, edit.end))} → ${shown(edit.replacement) || 'nothing'}] ${shown(after)}`,
  };
}

function editsOf(node: SyntaxNode, place: Place, text: string): Edit[] {
  const whole = (replacement: string): Edit => ({ start: node.start, end: node.end, replacement });
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'AssignmentExpression':
      return operatorEdits(node, text);
    case 'UnaryExpression':
      return node.operator === '-' || node.operator === '!' ? [{ start: node.start, end: node.start + 1, replacement: '' }] : [];
    case 'UpdateExpression':
      // A loop that counts the other way only ever times out.
      return place.parent?.type === 'ForStatement' ? [] : [swapUpdate(node)];
    case 'Literal':
      return place.key === 'key' ? [] : literalEdits(node, place).map(whole);
    case 'CallExpression':
      return methodEdits(node);
    case 'IfStatement':
    case 'ConditionalExpression':
      return conditionEdits(node);
    case 'ReturnStatement':
      return isNode(node.argument) ? emptied(node.argument, place.returns, text) : [];
    case 'ArrowFunctionExpression':
      return node.expression === true ? emptied(node.body as SyntaxNode, typeOf(node.returnType, text), text) : [];
    case 'ExpressionStatement':
      return node.directive ? [] : [whole(';')];
    case 'ThrowStatement':
    case 'ContinueStatement':
    case 'BreakStatement':
      return place.parent?.type === 'SwitchCase' ? [] : [whole(';')];
    default:
      return [];
  }
}

function operatorEdits(node: SyntaxNode, text: string): Edit[] {
  const left = node.left as SyntaxNode;
  const right = node.right as SyntaxNode;
  const operator = node.operator as string;
  const isText = (side: SyntaxNode) => side.type === 'TemplateLiteral' || (side.type === 'Literal' && typeof side.value === 'string');
  if (operator.startsWith('+') && (isText(left) || isText(right))) return [];
  const start = left.end + text.slice(left.end, right.start).indexOf(operator);
  return (OPERATORS[operator] ?? []).map((replacement) => ({ start, end: start + operator.length, replacement }));
}

function swapUpdate(node: SyntaxNode): Edit {
  const start = node.prefix ? node.start : node.end - 2;
  return { start, end: start + 2, replacement: node.operator === '++' ? '--' : '++' };
}

function literalEdits(node: SyntaxNode, place: Place): string[] {
  const { value } = node;
  if (typeof value === 'boolean') return [String(!value)];
  if (typeof value !== 'number' || place.parent?.type === 'ImportExpression') return [];
  // Whole numbers move by one, others by a tenth of themselves: both are within what a wrong constant looks like.
  return [String(Number.isInteger(value) && Math.abs(value) < 1e6 ? value + 1 : value * 1.1)];
}

function methodEdits(node: SyntaxNode): Edit[] {
  const callee = node.callee as SyntaxNode;
  if (callee.type !== 'MemberExpression' || callee.computed) return [];
  const property = callee.property as SyntaxNode;
  const name = property.name as string;
  const first = (node.arguments as SyntaxNode[])[0];
  if (name === 'abs' && first) return [{ start: callee.start, end: property.end, replacement: '' }];
  return Object.hasOwn(METHODS, name) ? [{ start: property.start, end: property.end, replacement: METHODS[name] }] : [];
}

function conditionEdits(node: SyntaxNode): Edit[] {
  const test = node.test as SyntaxNode;
  return ['true', 'false'].map((replacement) => ({ start: test.start, end: test.end, replacement }));
}

function emptied(value: SyntaxNode, type: string, text: string): Edit[] {
  const replacement = type.endsWith('[]') || type.startsWith('ReadonlyArray') ? '[]' : NOTHING[type];
  if (replacement === undefined || text.slice(value.start, value.end) === replacement) return [];
  return [{ start: value.start, end: value.end, replacement }];
}

function typeOf(annotation: unknown, text: string): string {
  return isNode(annotation) ? text.slice(annotation.start, annotation.end).replace(/^:\s*/, '') : '';
}
