import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/** Which folders of `src` each folder may import from, beside itself. */
const ALLOWED: Record<string, readonly string[]> = {
  core: [],
  physics: ['core'],
  coil: ['core', 'physics'],
  head: ['core', 'physics'],
  dose: ['core', 'physics'],
  evidence: ['core'],
  placement: ['core', 'physics', 'coil', 'head', 'dose', 'evidence'],
  state: ['core', 'physics', 'coil', 'head', 'dose', 'evidence'],
  field: ['core', 'physics', 'coil', 'head', 'dose', 'evidence', 'placement', 'state'],
  share: ['core', 'physics', 'coil', 'head', 'dose', 'evidence', 'placement', 'state', 'field'],
  lessons: ['core', 'physics', 'coil', 'head', 'dose', 'evidence', 'placement', 'state', 'field', 'share'],
  scene: ['core', 'physics', 'coil', 'head', 'dose', 'evidence', 'placement', 'state', 'field'],
  ui: ['core', 'physics', 'coil', 'head', 'dose', 'evidence', 'placement', 'state', 'field', 'share', 'lessons'],
  figure: ['core', 'physics', 'coil', 'head', 'dose', 'evidence', 'placement', 'state', 'field', 'share', 'lessons', 'scene', 'ui'],
  cli: ['core', 'physics', 'coil', 'head', 'dose', 'evidence', 'placement', 'state', 'field', 'share', 'lessons'],
};
const PURE = ['core', 'physics', 'coil', 'head', 'dose', 'evidence'];
const RENDERERS = /^(react|react-dom|three|zustand|zundo|@react-three\/.*|three-mesh-bvh)(\/|$)/;
/** The files that do something at import: the page, the workers, the terminal. */
const ENTRY_POINTS = [
  'cli/main.ts',
  'cli/start.ts',
  'field/drift/driftWorker.ts',
  'field/search/searchWorker.ts',
  'field/simulation/fieldWorker.ts',
  'main.tsx',
];
/** Run by `npm run` alone. */
const BUILDERS = ['cli/checkLessons.ts', 'cli/readmePicture.ts', 'physics/wasm/buildKernels.ts'];
/** The most files that a folder may hold before it is divided into rooms. */
const ROOM = 25;

interface SourceFile {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const sources = listSources(join(ROOT, 'src'));
const byPath = new Map(sources.map((file) => [file.path, file]));

function listSources(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith(join('physics', 'wasm', 'assembly')))
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return { path: name, folder: name.includes('/') ? name.split('/')[0] : '', text, imports: importsOf(text) };
    });
}

function importsOf(text: string): string[] {
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3]);
}

/** File of `src`, as its path there, that a relative import leads to, or null. */
function fileOf(file: SourceFile, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const base = relative(join(ROOT, 'src'), resolve(ROOT, 'src', dirname(file.path), specifier.split('?')[0]));
  return ['', '.ts', '.tsx'].map((extension) => base + extension).find((path) => byPath.has(path)) ?? null;
}

/** A way from a file back to itself along imports, type imports included, or null. */
function circleThrough(start: SourceFile): string[] | null {
  const seen = new Set<string>();
  const walk = (path: string, way: readonly string[]): string[] | null => {
    for (const specifier of byPath.get(path)!.imports) {
      const next = fileOf(byPath.get(path)!, specifier);
      if (next === start.path) return [...way, next];
      if (next === null || seen.has(next)) continue;
      seen.add(next);
      const found = walk(next, [...way, next]);
      if (found) return found;
    }
    return null;
  };
  return walk(start.path, [start.path]);
}

/** Folder of `src` that a relative import leads to, or null for anything else. */
function folderOf(file: SourceFile, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const target = relative(join(ROOT, 'src'), resolve(ROOT, 'src', dirname(file.path), specifier.split('?')[0]));
  return target.startsWith('..') ? null : target.split('/')[0];
}

describe('The architecture', () => {
  it('is seen by this test: the tree has the folders and files that it must have', () => {
    const folders = new Set(sources.map((file) => file.folder).filter((folder) => folder !== ''));
    expect([...folders].sort()).toEqual(Object.keys(ALLOWED).sort());
    expect(sources.length).toBeGreaterThan(350);
    expect(sources.flatMap((file) => file.imports).length).toBeGreaterThan(1500);
  });

  it('lets imports flow one way only', () => {
    const wrong = sources.flatMap((file) =>
      file.imports.flatMap((specifier) => {
        const target = folderOf(file, specifier);
        if (target === null || file.folder === '' || target === file.folder) return [];
        return ALLOWED[file.folder]?.includes(target) ? [] : [`${file.path} imports ${specifier}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps core to evidence free of React, three and zustand, and placement free of renderers', () => {
    const wrong = sources.flatMap((file) =>
      file.imports.flatMap((specifier) => {
        if (PURE.includes(file.folder) && RENDERERS.test(specifier)) return [`${file.path} imports ${specifier}`];
        if (file.folder === 'placement' && /^(react|@react-three)/.test(specifier)) return [`${file.path} imports ${specifier}`];
        return [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps files under 300 lines', () => {
    expect(sources.filter((file) => file.text.split('\n').length > 301).map((file) => file.path)).toEqual([]);
  });

  it('has no default exports and no files named utils', () => {
    expect(sources.filter((file) => /^export default/m.test(file.text) || /utils/.test(file.path)).map((file) => file.path)).toEqual([]);
  });

  it('keeps shader code in the shaders folder', () => {
    expect(sources.filter((file) => /gl_Position|gl_FragColor|#version 300/.test(file.text)).map((file) => file.path)).toEqual([]);
    expect(readdirSync(join(ROOT, 'shaders')).length).toBeGreaterThan(3);
  });

  it('resolves every relative import to a file, so that the rules above looked at real paths', () => {
    const missing = sources.flatMap((file) =>
      file.imports
        .filter((specifier) => specifier.startsWith('.'))
        .filter((specifier) => {
          const base = resolve(ROOT, 'src', dirname(file.path), specifier.split('?')[0]);
          return !['', '.ts', '.tsx'].some((extension) => existsSync(base + extension));
        })
        .map((specifier) => `${file.path} imports ${specifier}`),
    );
    expect(missing.filter((line) => !line.includes('.wasm'))).toEqual([]);
  });

  it('has no circles of imports', () => {
    expect(sources.filter((file) => file.imports.some((specifier) => fileOf(file, specifier))).length).toBeGreaterThan(300);
    expect(sources.flatMap((file) => circleThrough(file)?.join(' → ') ?? [])).toEqual([]);
  });

  it('has rooms that one can find one’s way in', () => {
    const rooms = new Map<string, number>();
    for (const name of readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })) {
      if (/\.\w+$/.test(name) && !name.endsWith('.wasm')) rooms.set(dirname(name), (rooms.get(dirname(name)) ?? 0) + 1);
    }
    expect(rooms.size).toBeGreaterThan(40);
    expect([...rooms].filter(([, files]) => files > ROOM)).toEqual([]);
  });

  it('names every entry point: no other file does something at import', () => {
    const starts = (text: string): boolean =>
      /^(void |await |if \(|for \(|\w+(\.\w+)*\(|[\w.]+ = |self\.|process\.)/m.test(text.replace(/\/\*[\s\S]*?\*\//g, ''));
    expect(
      sources
        .filter((file) => starts(file.text))
        .map((file) => file.path)
        .sort(),
    ).toEqual([...ENTRY_POINTS, ...BUILDERS].sort());
  });
});
