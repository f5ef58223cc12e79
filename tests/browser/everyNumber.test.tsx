import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { LevelId } from '../../src/state/viewStore';
import { type MountedInterface, mountInterface } from './fixtures/mountInterface';
import { looseParts, noteFaults, sourcedTexts } from './fixtures/sourcedTexts';

let ui: MountedInterface | undefined;
afterEach(() => ui?.unmount());

/** Buttons that bring new numbers, in the order in which they are pressed. */
const PRESSES: Readonly<Record<LevelId, readonly RegExp[]>> = {
  pulse: [],
  threshold: [/^Stimulate$/, /^This is the threshold$/],
  protocol: [],
  aftereffect: [],
  course: [/^Draw new people$/],
  safety: [],
  claims: [/^Turn all/],
};
/** Far fewer texts and openers than there are: a walk that saw nothing must not pass. */
const FEWEST: Readonly<Record<LevelId, readonly [texts: number, openers: number]>> = {
  pulse: [20, 8],
  threshold: [20, 8],
  protocol: [50, 8],
  aftereffect: [60, 20],
  course: [150, 60],
  safety: [100, 60],
  claims: [60, 57],
};

const rest = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const levelPage = (): HTMLElement => document.querySelector('.level-page') as HTMLElement;
const inPage = <E extends HTMLElement>(selector: string): E[] => [...levelPage().querySelectorAll<E>(selector)];

async function until<T>(find: () => T | null | undefined | false): Promise<T> {
  for (let tries = 0; tries < 300; tries++) {
    const found = find();
    if (found) return found;
    await rest(tries < 20 ? 1 : 50);
  }
  throw new Error('nothing came within 15 s');
}

/** What was seen in one level, over all its states. */
class Walk {
  readonly texts = new Set<string>();
  readonly openers = new Set<string>();
  /** By place, so that one fault seen in many states is one line. */
  readonly #faults = new Map<string, Set<string>>();

  get faults(): string[] {
    return [...this.#faults].map(([place, what]) => `${place}: ${[...what].slice(0, 6).join(', ')}`);
  }

  #fault(place: string, what: string, state: string): void {
    const known = this.#faults.get(place) ?? new Set([`[${state}]`]);
    this.#faults.set(place, known.add(what));
  }

  async look(state: string): Promise<void> {
    for (const details of inPage<HTMLDetailsElement>('details')) details.open = true;
    await rest(60);
    const { texts, faults } = sourcedTexts(levelPage());
    for (const text of texts) this.texts.add(text);
    for (const { text, path } of faults) this.#fault(path, `“${text}”`, state);
    for (const part of looseParts(levelPage())) this.#fault(part, 'too loose', state);
    for (const opener of inPage<HTMLButtonElement>('.note-button')) await this.#open(opener);
  }

  async #open(opener: HTMLButtonElement): Promise<void> {
    // Lists give many openers the same name: the words around tell them apart.
    const name = `${opener.title} ${opener.parentElement?.parentElement?.textContent?.slice(0, 160)} ${opener.textContent}`;
    if (this.openers.has(name) || !opener.checkVisibility()) return;
    this.openers.add(name);
    opener.click();
    const note = await until(() => document.querySelector('.note'));
    for (const fault of noteFaults(note)) this.#fault(name, fault, '');
    opener.click();
    await until(() => document.querySelector('.note') === null);
  }

  /** The page as it is, then with every option of every list. */
  async lookAtOptions(state: string): Promise<void> {
    await this.look(state);
    const count = inPage('select').length;
    for (let n = 0; n < count; n++) {
      const first = inPage<HTMLSelectElement>('select')[n].value;
      const values = [...inPage<HTMLSelectElement>('select')[n].options].map(({ value }) => value);
      for (const value of [...values.filter((other) => other !== first), first]) {
        await choose(n, value);
        await this.look(`${state}, ${value}`);
      }
    }
  }
}

async function choose(index: number, value: string): Promise<void> {
  const select = inPage<HTMLSelectElement>('select')[index];
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await rest(20);
}

async function walk(level: LevelId): Promise<Walk> {
  await page.viewport(1440, 900);
  ui = mountInterface();
  await until(() => document.querySelector('.stage'));
  ui.view.setState({ level });
  await until(() => levelPage()?.dataset.level === level && inPage('h3').length > 0);
  await document.fonts.ready;
  const seen = new Walk();
  await seen.lookAtOptions('first');
  const boxes = (): HTMLInputElement[] => inPage<HTMLInputElement>('input:is([type="radio"], [type="checkbox"])');
  const first = boxes().map(({ checked }) => checked);
  for (let n = 0; n < first.length; n++) {
    if (first[n] || !boxes()[n]) continue;
    boxes()[n].click();
    await seen.lookAtOptions(boxes()[n].closest('label')?.textContent ?? String(n));
  }
  for (let n = 0; n < first.length; n++) if (boxes()[n] && boxes()[n].checked !== first[n] && first[n]) boxes()[n].click();
  for (const name of PRESSES[level]) {
    inPage<HTMLButtonElement>('button')
      .find((button) => name.test(button.textContent ?? ''))
      ?.click();
    await seen.look(`after ${name}`);
  }
  return seen;
}

it.each<LevelId>([
  'aftereffect',
  'course',
  'safety',
  'claims',
  'pulse',
  'threshold',
  'protocol',
])('every number of %s opens its source, formula and grade', { timeout: 240_000 }, async (level) => {
  const { texts, openers, faults } = await walk(level);
  console.info(`${level}: ${texts.size} texts with numbers, ${openers.size} openers, ${faults.length} faults`);
  expect(faults).toEqual([]);
  expect(texts.size).toBeGreaterThan(FEWEST[level][0]);
  expect(openers.size).toBeGreaterThan(FEWEST[level][1]);
});
