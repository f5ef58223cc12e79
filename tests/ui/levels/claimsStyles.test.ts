import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = resolve(import.meta.dirname, '../../../src/ui/levels');
const LEVELS: readonly (readonly [style: string, prefix: RegExp])[] = [
  ['aftereffect', /^aftereffect/i],
  ['course', /^course/i],
  ['safety', /^safety/i],
  ['claims', /^claim/i],
];

const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');
const classesOf = (style: string): Set<string> => new Set([...read(`${style}.css`).matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name));
const shared = new Set(['evidence', 'levels', '../base', '../controls', '../plots'].flatMap((style) => [...classesOf(style)]));
const isShared = (file: string): boolean => file.endsWith('.tsx') && !LEVELS.some(([, prefix]) => prefix.test(file));

/** Class names that a component writes out. */
const used = (file: string): string[] => [...read(file).matchAll(/className="([^"{]+)"/g)].flatMap(([, names]) => names.split(/\s+/));

describe('Each level is loaded alone', () => {
  it.each(LEVELS)('so %s takes no class from the style of another', (style, prefix) => {
    const own = classesOf(style);
    const others = LEVELS.filter(([name]) => name !== style).map(([name]) => [name, classesOf(name)] as const);
    const files = readdirSync(FOLDER).filter((file) => file.endsWith('.tsx') && prefix.test(file));
    expect(files.length).toBeGreaterThan(1);
    const borrowed = [...files, ...readdirSync(FOLDER).filter((file) => isShared(file) && /^(Icon|Curve|Evidence)/.test(file))].flatMap(
      (file) =>
        used(file)
          .filter((name) => !own.has(name) && !shared.has(name))
          .flatMap((name) => others.filter(([, classes]) => classes.has(name)).map(([other]) => `${file}: ${name} of ${other}.css`)),
    );
    expect(borrowed).toEqual([]);
  });
});
