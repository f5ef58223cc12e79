import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/** Keys of data whose texts are no sentences for a reader. */
const SILENT = new Set(['source', 'sources', 'id', 'unit', 'verification', 'read', 'citation', 'doi', 'url']);

const split = (text: string): string[] => text.split(/(?<=[.?!])\s+/);

function gather(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') {
    if (value.includes(' ')) for (const sentence of split(value)) into.add(sentence);
  } else if (Array.isArray(value)) {
    for (const entry of value) gather(entry, into);
  } else if (value && typeof value === 'object') {
    for (const [key, entry] of Object.entries(value)) if (!SILENT.has(key)) gather(entry, into);
  }
}

function filesBelow(folder: string, end: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => end.test(name))
    .map((name) => join(ROOT, folder, name));
}

/** Every sentence of the data about evidence and protocols. */
export function dataSentences(): Set<string> {
  const found = new Set<string>();
  for (const folder of ['models/evidence', 'models/protocols'])
    for (const file of filesBelow(folder, /^(?!sources).*\.json$/)) gather(JSON.parse(readFileSync(file, 'utf8')), found);
  return found;
}

/** Texts in quotes and between tags of the screens and of what they show, without comments; a wide net, so that some are code. */
export function screenSentences(): Set<string> {
  const found = new Set<string>();
  for (const folder of ['src/ui', 'src/dose', 'src/evidence'])
    for (const file of filesBelow(folder, /\.tsx?$/)) {
      const code = readFileSync(file, 'utf8')
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/^\s*\/\/.*$/gm, '');
      for (const match of code.matchAll(/'([^'\n]{12,})'|`([^`]{12,})`|>\s*([A-Z][^<>{}]{12,}?)\s*[<{]/g)) {
        const text = (match[1] ?? match[2] ?? match[3]).split(/\s+/).join(' ');
        if (text.includes(' ')) for (const sentence of split(text)) found.add(sentence);
      }
    }
  return found;
}

/** Words in which advice is given: whoever adds a sentence with one of them reads it again with that in mind. */
const ADVICE =
  /\b(should|must|recommend\w*|advis\w*|ask|talk|stop\w*|start\w*|choos\w*|try|avoid|take|keep|consider|see a|call|you|your|prefer|better to|safe|suitable)\b/i;

export const mayAdvise = (sentence: string): boolean => ADVICE.test(sentence);
