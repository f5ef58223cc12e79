import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/core/inputError';
import { claims } from '../../src/evidence/claims';
import { sources } from '../../src/evidence/sources';
import { glossarySchema } from '../../src/lessons/glossarySchema';
import { lessonReport } from '../../src/lessons/lessonReport';
import { syllables } from '../../src/lessons/readability';
import { LARGEST_LESSON_FILE, readLesson, readLessonBytes } from '../../src/lessons/readLesson';
import { knownIds } from '../../src/share/scene/knownIds';

const FOLDER = join(import.meta.dirname, '../../models/lessons');
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json') && name !== 'glossary.json');
const bytes = (name: string): Uint8Array => readFileSync(join(FOLDER, name));
const glossary = glossarySchema.parse(JSON.parse(readFileSync(join(FOLDER, 'glossary.json'), 'utf8')));
const known = knownIds(JSON.parse(readFileSync(join(FOLDER, '../heads/colin27/landmarks.json'), 'utf8')));
const context = { sources: new Set(sources.map(({ id }) => id)), claims: new Set(claims.map(({ id }) => id)), glossary };

// biome-ignore lint/suspicious/noExplicitAny: the tests spoil it at will.
type Loose = any;
const sample = (): Loose => JSON.parse(readFileSync(join(FOLDER, 'hot-spot.json'), 'utf8'));
const sentence = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return 'it was read';
};
/** Index of the sample's step that has a task of this kind. */
const at = (kind: string): number => sample().steps.findIndex(({ task }: Loose) => task?.kind === kind);
const [PIN, CHOOSE, ESTIMATE, DIRECTION, REACH, ORDER] = ['pin', 'choose', 'estimate', 'direction', 'reach', 'order'].map(at);

/** What is spoiled, how, and what the sentence must name. */
const SPOILED: readonly (readonly [what: string, spoil: (lesson: Loose) => void, named: RegExp])[] = [
  ['a format of another kind', (l) => Object.assign(l, { format: 'coilscope-scene' }), /^format must be "coilscope-lesson"/],
  ['no format', (l) => delete l.format, /^format must be/],
  ['a newer version', (l) => Object.assign(l, { version: 2 }), /^version must be at most 1/],
  ['a version that is text', (l) => Object.assign(l, { version: '1' }), /^version must be/],
  ['an unknown field', (l) => Object.assign(l, { author: 'me' }), /no other fields.*"author"/],
  ['no title', (l) => delete l.title, /^title must be/],
  ['an empty title', (l) => Object.assign(l, { title: '  ' }), /^title must have at least 1/],
  ['a title that is too long', (l) => Object.assign(l, { title: 'x'.repeat(61) }), /^title must have at most 60/],
  ['an id with a space', (l) => Object.assign(l, { id: 'hot spot' }), /^id must be lower case/],
  ['minutes below five', (l) => Object.assign(l, { minutes: 1 }), /^minutes must be at least 5/],
  ['minutes that are text', (l) => Object.assign(l, { minutes: 'ten' }), /^minutes must be a finite number/],
  ['an unknown level', (l) => Object.assign(l, { level: 'expert' }), /^level must be one of first/],
  ['nothing left out', (l) => Object.assign(l, { leavesOut: [] }), /^leavesOut must have at least 1/],
  ['a misconception without its answer', (l) => delete l.misconceptions[0].instead, /^misconceptions\[0\]\.instead/],
  ['a claim of another form', (l) => Object.assign(l, { claims: ['claim 1'] }), /^claims\[0\] must be the id of a claim/],
  ['no steps', (l) => Object.assign(l, { steps: [] }), /^steps must have at least 1/],
  ['too many steps', (l) => Object.assign(l, { steps: Array(31).fill(l.steps[0]) }), /^steps must have at most 30/],
  ['two steps of one id', (l) => l.steps.push(l.steps[0]), /^steps must have ids that differ/],
  ['a step without text', (l) => delete l.steps[0].text, /^steps\[0\]\.text/],
  ['a text that is too long', (l) => Object.assign(l.steps[0], { text: 'x'.repeat(901) }), /^steps\[0\]\.text must have at most 900/],
  ['a step without sources', (l) => delete l.steps[0].sources, /^steps\[0\]\.sources/],
  ['something else hidden', (l) => Object.assign(l.steps[0], { hide: ['coil'] }), /^steps\[0\]\.hide\[0\] must be one of field, numbers/],
  ['an unknown control', (l) => Object.assign(l.steps[0], { controls: ['laser'] }), /^steps\[0\]\.controls\[0\]/],
  ['an unknown picture', (l) => Object.assign(l.steps[0], { picture: 'river' }), /^steps\[0\]\.picture/],
  [
    'a choice out of limits',
    (l) => Object.assign(l.steps[0].scene.choices, { coilDistance: 5 }),
    /^steps\[0\]\.scene\.choices\.coilDistance/,
  ],
  ['a choice that is none', (l) => Object.assign(l.steps[0].scene.choices, { mood: 1 }), /no other fields.*"mood"/],
  [
    'a coil that is not here',
    (l) => Object.assign(l.steps[0].scene.choices, { coilId: 'coil-x' }),
    /coilId must name something that is here.*coil-x/,
  ],
  [
    'a target that is not here',
    (l) => Object.assign(l.steps[0].scene.choices, { targetId: 'soul' }),
    /targetId must name something that is here/,
  ],
  ['a camera inside the head', (l) => Object.assign(l.steps[0].scene.camera, { distance: 0 }), /camera\.distance must be at least/],
  ['a task of no kind', (l) => Object.assign(l.steps[PIN].task, { kind: 'guess' }), /task\.kind/],
  ['a pin whose none is below full', (l) => Object.assign(l.steps[PIN].task, { none: 5 }), /task\.none must be larger than full/],
  ['a direction to nowhere', (l) => Object.assign(l.steps[DIRECTION].task, { target: 'north' }), /task\.target must be one of bestHandle/],
  ['a goal without a bound', (l) => delete l.steps[REACH].task.goals[0].atMost, /goals\[0\] must have atLeast or atMost/],
  ['a goal in another unit', (l) => Object.assign(l.steps[REACH].task.goals[0], { unit: 'cm' }), /goals\[0\]\.unit must be mm/],
  ['a quantity that is none', (l) => Object.assign(l.steps[REACH].task.goals[0], { quantity: 'joy' }), /goals\[0\]\.quantity/],
  ['a single option', (l) => l.steps[CHOOSE].task.options.splice(1), /options must have at least 2/],
  [
    'no right option',
    (l) => {
      for (const option of l.steps[CHOOSE].task.options) option.credit = 0;
    },
    /options must have an option of credit 1/,
  ],
  ['an option without a reason', (l) => delete l.steps[CHOOSE].task.options[0].because, /options\[0\]\.because/],
  ['an estimate of nothing', (l) => Object.assign(l.steps[ESTIMATE].task, { answer: -2 }), /task\.answer/],
  ['an estimate in another unit', (l) => Object.assign(l.steps[ESTIMATE].task, { unit: 'mV' }), /task\.unit must be V\/m/],
  ['two items of one id', (l) => l.steps[ORDER].task.items.push(l.steps[ORDER].task.items[0]), /items must have ids that differ/],
  ['an item without its value', (l) => delete l.steps[ORDER].task.items[0].value, /items\[0\]\.value must be a finite number/],
];

describe('Lesson files', () => {
  it.each(SPOILED)('with %s are refused by one sentence that names it', (_, spoil, named) => {
    const lesson = sample();
    spoil(lesson);
    const said = sentence(() => readLesson(lesson, known));
    expect(said).toMatch(named);
    expect(said).toMatch(/^[^\n]+ must [^\n]+; instead received [^\n]+\.$/);
  });

  it('are read by their bytes: neither too large, nor other than JSON, nor a list', () => {
    const encode = (text: string) => new TextEncoder().encode(text);
    expect(sentence(() => readLessonBytes(new Uint8Array(LARGEST_LESSON_FILE + 1)))).toMatch(/at most 256 kB; instead received 257 kB/);
    expect(sentence(() => readLessonBytes(encode('{')))).toMatch(/must be JSON/);
    expect(sentence(() => readLessonBytes(encode('[]')))).toMatch(/hold one JSON object; instead received a list of 0/);
    expect(sentence(() => readLessonBytes(new Uint8Array([0xff, 0xfe])))).toMatch(/must be JSON/);
  });

  it.each(names)('%s is read, refers to what exists, and is short and plain enough', (name) => {
    expect(lessonReport(readLessonBytes(bytes(name), known), context).faults).toEqual([]);
  });

  it('are measured: words, references and reading grade', () => {
    const lesson = sample();
    lesson.steps[0].text = `[nothing](#no-term) ${'Imaginary '.repeat(60)}`;
    lesson.steps[3].text = 'Antidisestablishmentarianism '.repeat(30);
    lesson.steps[4].text = lesson.steps[3].text;
    lesson.steps[1].sources = ['no-source'];
    lesson.claims = ['Z9'];
    delete lesson.steps[2].explanation;
    const { faults, mostWords } = lessonReport(readLesson(lesson, known), context);
    expect(mostWords).toBe(61);
    expect(faults.join('\n')).toMatch(
      /claim Z9[\s\S]*term no-term[\s\S]*has 61[\s\S]*source no-source[\s\S]*Step eight has a task[\s\S]*grade/,
    );
  });

  it('count syllables as a reader does', () => {
    expect(['coil', 'center', 'figure', 'electric', 'made', 'table', 'a'].map(syllables)).toEqual([1, 2, 2, 3, 1, 2, 1]);
  });
});
