import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = resolve(import.meta.dirname, '../../src/ui');
const FILES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css'))
  .map((name) => relative(FOLDER, join(FOLDER, name)));

const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

/** The style sheets that `styles.css` puts in a layer, and those that do so themselves. */
const imported = new Set([...read('styles.css').matchAll(/@import "\.\/([^"]+)" layer\((\w+)\);/g)].map(([, name]) => name));

/** What stands outside all braces: the heads of rules and groups, and statements. */
function topLevel(text: string): string[] {
  let depth = 0;
  let outside = '';
  for (const letter of text) {
    if (letter === '}') depth--;
    if (depth === 0) outside += letter === '}' || letter === '{' ? ';' : letter;
    if (letter === '{') depth++;
  }
  return outside.split(';').flatMap((part) => part.trim() || []);
}
const isLayered = (name: string): boolean => {
  const [order, ...groups] = topLevel(read(name));
  return /^@import "[./]+\/layers\.css"$/.test(order) && groups.length > 0 && groups.every((group) => group === '@layer levels');
};

describe('The style sheets', () => {
  it('were looked at', () => {
    expect(FILES.length).toBeGreaterThan(25);
    expect(imported.size).toBeGreaterThan(10);
  });

  it('stand each in one layer', () => {
    const rest = FILES.filter((name) => name !== 'styles.css' && name !== 'layers.css');
    expect(rest.filter((name) => imported.has(name) === isLayered(name))).toEqual([]);
    expect(topLevel(read('styles.css')).filter((part) => !/^@import "\.\/[^"]+" layer\(\w+\)$/.test(part))).toEqual([
      '@import "./layers.css"',
    ]);
  });

  // The frame of the levels has its own sheet for paper among the first ones.
  it('of a screen that comes late give no class of the first view another look', () => {
    const bare = (name: string): string[] => [...read(name).matchAll(/(?:^|[{},])\s*\.([\w-]+)\s*(?=[{,])/g)].map(([, found]) => found);
    const first = new Set(FILES.filter((name) => imported.has(name)).flatMap(bare));
    expect(first.size).toBeGreaterThan(100);
    const late = FILES.filter((name) => isLayered(name) && name !== 'levels/shared/beside.css');
    expect(
      late.flatMap((name) =>
        bare(name)
          .filter((found) => first.has(found) && !/^levels?(-|$)/.test(found))
          .map((found) => `${name}: .${found}`),
      ),
    ).toEqual([]);
  });

  it('would be seen outside a layer, before it or behind it', () => {
    expect(topLevel('@import "../layers.css"; a:is(b) { c: d } @layer levels { @media (e) { f { g: h } } } i { j: k }')).toEqual([
      '@import "../layers.css"',
      'a:is(b)',
      '@layer levels',
      'i',
    ]);
  });

  it('take distances between things from the one scale', () => {
    const steps = [...read('theme.css').matchAll(/--space-\d+: calc\((\d+)px \* var\(--large\)\)/g)].map(([, pixels]) => Number(pixels));
    expect(steps).toEqual([4, 8, 12, 16, 20, 24, 32, 40]);
    const raw = FILES.flatMap((name) =>
      [...read(name).matchAll(/(?<![\w-])(?:margin|padding|gap|row-gap|column-gap)(?:-[a-z-]+)?\s*:\s*([^;{}]+);/g)].flatMap(([, value]) =>
        value.includes('calc(') || value.includes('clamp(')
          ? []
          : [...value.matchAll(/(?<![\w.])(\d+)px/g)]
              .filter(([, pixels]) => steps.includes(Number(pixels)))
              .map(([text]) => `${name}: ${text}`),
      ),
    );
    expect(raw).toEqual([]);
  });
});
