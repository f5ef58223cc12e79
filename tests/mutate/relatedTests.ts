import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const IMPORT = /\bfrom\s*['"](\.[^'"]+)['"]|\bimport\s*\(?\s*['"](\.[^'"]+)['"]/g;

/** Every file below a folder whose name fits, as absolute paths. */
export function listFiles(folder: string, name: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => name.test(path))
    .map((path) => join(folder, path))
    .sort();
}

/** For each test file, the files that it imports, by any number of steps. */
export function importsOfTests(tests: readonly string[]): Map<string, Set<string>> {
  const direct = new Map<string, string[]>();
  const importsOf = (path: string): string[] => {
    if (!direct.has(path)) {
      const found = [...readFileSync(path, 'utf8').matchAll(IMPORT)].map((match) => fileAt(resolve(dirname(path), match[1] ?? match[2])));
      direct.set(
        path,
        found.filter((file) => file !== undefined),
      );
    }
    return direct.get(path)!;
  };
  return new Map(tests.map((test) => [test, reach(test, importsOf)]));
}

function reach(start: string, importsOf: (path: string) => string[]): Set<string> {
  const seen = new Set<string>();
  const waiting = [start];
  for (let path = waiting.pop(); path; path = waiting.pop()) {
    for (const next of importsOf(path).filter((file) => !seen.has(file))) {
      seen.add(next);
      waiting.push(next);
    }
  }
  return seen;
}

/** The source file that an import means, with or without its ending; undefined for what is no TypeScript. */
function fileAt(path: string): string | undefined {
  return [path, `${path}.ts`, `${path}.tsx`].find((file) => /\.tsx?$/.test(file) && existsSync(file));
}
