import { expect, it } from 'vitest';
import { instrument, listProbes, MARKS, probeAt } from './instrument';
import { applyMutant, listMutants } from './mutators';

const textsOf = (text: string) => listMutants('a.ts', text).map((mutant) => applyMutant(text, mutant));

it('changes an operator, a bound and a number of an expression, each alone', () => {
  expect(textsOf('const f = (a: number) => a * 2 < 7.5;').sort()).toEqual(
    [
      'const f = (a: number) => a / 2 < 7.5;',
      'const f = (a: number) => a * 2 <= 7.5;',
      'const f = (a: number) => a * 2 >= 7.5;',
      'const f = (a: number) => a * 3 < 7.5;',
      'const f = (a: number) => a * 2 < 8.25;',
    ].sort(),
  );
});

it('takes away signs, statements and throws, forces conditions, and empties what a function returns', () => {
  expect(textsOf('function f(a: A): number { if (a) throw e; g(-a); return a.b; }')).toEqual([
    'function f(a: A): number { if (true) throw e; g(-a); return a.b; }',
    'function f(a: A): number { if (false) throw e; g(-a); return a.b; }',
    'function f(a: A): number { if (a) ; g(-a); return a.b; }',
    'function f(a: A): number { if (a) throw e; ; return a.b; }',
    'function f(a: A): number { if (a) throw e; g(a); return a.b; }',
    'function f(a: A): number { if (a) throw e; g(-a); return 0; }',
  ]);
});

it('leaves types, imports, keys and joined texts alone', () => {
  expect(
    textsOf("import x from './x'; type T = { a: 1 | 2 }; const o = { 1: x as T }; const u = x.toString(); const s = 'a' + x;"),
  ).toEqual([]);
});

it('says the line and the change', () => {
  expect(listMutants('a.ts', 'const a = 1;\nconst b = a + a;\n')[1]).toMatchObject({ line: 2, change: 'const b = a [+ → -] a;' });
});

const BRANCHES =
  'const f = (a) => { if (a) return 1; for (const x of [1]) g(x); return a ? 2 : a || { a: 3 }; }; const g = (x) => ({ x }); f(0);';

it('marks the statements and branches that have run, and leaves what the code does as it was', () => {
  const marks = new Uint8Array(100);
  const scope: Record<string, unknown> = { [MARKS]: marks };
  const result = new Function('globalThis', instrument('a.js', `${BRANCHES} return f(0);`.replace('return f', 'globalThis.r = f'), 0, 100));
  result(scope);
  expect(scope.r).toEqual({ a: 3 });
  const probes = listProbes('a.js', BRANCHES);
  const run = (part: string) => marks[probeAt(probes, BRANCHES.indexOf(part))];
  expect(['return 1', 'g(x)', 'return a ?', '2 :', '{ a: 3', '{ x })'].map(run)).toEqual([0, 1, 1, 0, 1, 1]);
});
