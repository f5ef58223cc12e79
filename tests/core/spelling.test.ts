import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const filesOf = (folder: string, end: RegExp): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => end.test(name))
    .map((name) => join(folder, name));

const BRITISH =
  /\b(?:grey|colour|behaviour|favour|honour|neighbour|centre[sd]?|metres?|\w+metres|litres?|fibres?|analyse[sd]?|catalogue|programme|licence|artefacts?|judgement|mould|tumour|haem\w+|oedema|anaesth\w+|orthopaed\w+|paediatric\w*|oesoph\w+|labelled|modell\w+|cancell(?:ed|ing)|travell\w+|signall\w+|towards|whilst|learnt|(?:random|normal|local|optim|recogn|organ|minim|maxim|summar|visual|hospital|general|stabil|standard|polar|magnet|ion|digit|util)is(?:e[sd]?|ing|ation))\b/gi;

/** Whose words they are, or who writes the file. */
const EXCEPTIONS: Record<string, string> = {
  'src/coil/poses/writePoses.ts': 'the header of another program',
  'src/physics/voxels/checkLabels.ts': 'names of labels in files',
  'models/heads/colin27/folded.json': 'written by a builder that names labels',
  'models/heads/colin27/manifest.json': 'written by a builder',
};

/** What is read on a screen or in a terminal: the sentences among the strings and the text between tags, without comments and names. */
function wordsOf(code: string): string[] {
  const bare = code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
  const forms = [/'((?:[^'\\\n]|\\.)*)'/g, /"((?:[^"\\\n]|\\.)*)"/g, /`((?:[^`\\]|\\.)*)`/g, /[>}]([^<>{}=;()]+)[<{]/g];
  const found = forms.flatMap((form) => [...bare.matchAll(form)].map(([, text]) => text.replace(/\$\{[^}]*\}/g, ' ')));
  return found.filter((text) => /\w\S*\s+\S/.test(text.trim()));
}

/** The sentences of a data file, without what is cited. */
function sentencesOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return /\s/.test(value) && key !== 'citation' && key !== 'source' ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => sentencesOf(item, key));
  return value && typeof value === 'object' ? Object.entries(value).flatMap(([inner, below]) => sentencesOf(below, inner)) : [];
}

const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const britishIn = (name: string, texts: readonly string[]): string[] =>
  texts.flatMap((text) => [...text.matchAll(BRITISH)].map(([word]) => `${name}: ${word} in "${text.trim().slice(0, 80)}"`));

describe('The spelling', () => {
  it('is told apart', () => {
    expect(britishIn('', wordsOf("a('Grey below the threshold'); // colour\nb('grey'); c(`the colour of it`)"))).toHaveLength(2);
    expect(britishIn('', wordsOf('<p>The centre of the coil</p>'))).toHaveLength(1);
    expect(britishIn('', sentencesOf({ note: 'one metre', citation: 'On grey matter' }))).toHaveLength(1);
  });

  it('is American in everything that the program says and in its data', () => {
    const code = filesOf('src', /\.tsx?$/).flatMap((name) => britishIn(name, wordsOf(read(name))));
    const data = filesOf('models', /\.json$/).flatMap((name) => britishIn(name, sentencesOf(JSON.parse(read(name)))));
    const own = [...code, ...data].filter((line) => !Object.hasOwn(EXCEPTIONS, line.split(':')[0]));
    expect(own).toEqual([]);
    const needed = Object.keys(EXCEPTIONS).filter((name) => [...code, ...data].some((line) => line.startsWith(`${name}:`)));
    expect(needed).toEqual(Object.keys(EXCEPTIONS));
  });
});
