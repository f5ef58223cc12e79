import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { InputError } from '../core/inputError';
import { readInput } from '../core/readInput';
import { claims } from '../evidence/claims';
import { sources } from '../evidence/sources';
import { glossarySchema } from '../lessons/glossarySchema';
import { type LessonReport, lessonReport } from '../lessons/lessonReport';
import { readLessonBytes } from '../lessons/readLesson';
import { knownIds } from '../share/scene/knownIds';

const SHIPPED = fileURLToPath(new URL('../../models/lessons/', import.meta.url));
const LANDMARKS = fileURLToPath(new URL('../../models/heads/colin27/landmarks.json', import.meta.url));
const GLOSSARY = 'glossary.json';

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** Checks the shipped lessons, or the files that are named, prints a table and what must be changed; says whether all is well. */
function checkLessons(files: readonly string[]): boolean {
  const known = knownIds(json(LANDMARKS) as Parameters<typeof knownIds>[0]);
  const context = {
    sources: new Set(sources.map(({ id }) => id)),
    claims: new Set(claims.map(({ id }) => id)),
    glossary: readInput(glossarySchema, json(SHIPPED + GLOSSARY), 'The glossary'),
  };
  const rows: LessonReport[] = [];
  const faults: string[] = [];
  for (const file of files) {
    try {
      const row = lessonReport(readLessonBytes(readFileSync(file), known), context);
      rows.push(row);
      faults.push(...row.faults.map((fault) => `${file}: ${fault}`));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      faults.push(`${file}: ${error.message}`);
    }
  }
  console.table(
    Object.fromEntries(
      rows.map(({ id, steps, minutes, mostWords, meanWords, wordsPerSentence, grade }) => [
        id,
        {
          steps,
          minutes,
          'most words': mostWords,
          'mean words': Math.round(meanWords),
          'words per sentence': Number(wordsPerSentence.toFixed(1)),
          grade: Number(grade.toFixed(1)),
        },
      ]),
    ),
  );
  for (const fault of faults) console.error(fault);
  return faults.length === 0;
}

const asked = process.argv.slice(2);
const shipped = readdirSync(SHIPPED)
  .filter((name) => name.endsWith('.json') && name !== GLOSSARY)
  .sort()
  .map((name) => SHIPPED + name);
process.exitCode = checkLessons(asked.length > 0 ? asked : shipped) ? 0 : 1;
