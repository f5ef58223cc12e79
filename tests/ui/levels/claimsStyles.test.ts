import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = resolve(import.meta.dirname, '../../../src/ui/levels');
const LEVELS = ['aftereffect', 'course', 'safety', 'claims'];

const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');
const classesOf = (style: string): Set<string> => new Set([...read(`${style}.css`).matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name));
const classesOfLevel = (level: string): Set<string> => classesOf(`${level}/${level}`);
const shared = new Set(
  ['shared/evidence', 'levels', '../base', '../controls/controls', '../plots/plots'].flatMap((style) => [...classesOf(style)]),
);
const components = (room: string): string[] =>
  readdirSync(join(FOLDER, room)).flatMap((file) => (file.endsWith('.tsx') ? [`${room}/${file}`] : []));

/** Class names that a component writes out. */
const used = (file: string): string[] => [...read(file).matchAll(/className="([^"{]+)"/g)].flatMap(([, names]) => names.split(/\s+/));

describe('Each level is loaded alone', () => {
  it.each(LEVELS)('so %s takes no class from the style of another', (level) => {
    const own = classesOfLevel(level);
    expect(own.size).toBeGreaterThan(3);
    const others = LEVELS.filter((name) => name !== level).map((name) => [name, classesOfLevel(name)] as const);
    expect(components(level).length).toBeGreaterThan(1);
    const borrowed = [...components(level), ...components('shared')].flatMap((file) =>
      used(file)
        .filter((name) => !own.has(name) && !shared.has(name))
        .flatMap((name) => others.filter(([, classes]) => classes.has(name)).map(([other]) => `${file}: ${name} of ${other}.css`)),
    );
    expect(borrowed).toEqual([]);
  });

  it('and was looked at: the rooms hold components that use classes', () => {
    expect([...LEVELS, 'shared'].map((room) => components(room).flatMap(used).length > 5)).toEqual([true, true, true, true, true]);
  });
});
