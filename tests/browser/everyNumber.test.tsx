import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { protocolChoiceFromPreset } from '../../src/dose/protocol/protocolChoice';
import { type Choices, PULSE_SHAPES } from '../../src/state/choices';
import type { LevelId } from '../../src/state/viewStore';
import { type MountedInterface, mountInterface } from './fixtures/mountInterface';
import { looseParts, noteFaults, sourcedTexts } from './fixtures/sourcedTexts';

let ui: MountedInterface | undefined;
afterEach(() => ui?.unmount());

/** Buttons that bring new numbers, in the order in which they are pressed, wherever they stand. */
const PRESSES: Readonly<Record<LevelId, readonly RegExp[]>> = {
  pulse: [],
  threshold: [/^Stimulate$/, /^This is the threshold$/, /^Play \d+ games$/],
  protocol: [/^Play /, /^Stop$/],
  aftereffect: [],
  course: [/^Draw new people$/, /^Put the coil back$/],
  safety: [/^Ask everything$/, /^Draw another/],
  claims: [/^Turn all$/],
};

const TOO_FAST = { pulsesInBurst: 200, interPulseInterval: 0.005, burstsInTrain: 1, trains: 5, interTrainInterval: 2 };
const { segments, ...course } = protocolChoiceFromPreset('itbs600');
const fast: Partial<Choices> = { protocol: { ...course, segments: [{ ...segments[0], intensity: 1.5, timing: TOO_FAST }] } };
const twoSides: Partial<Choices> = { protocol: protocolChoiceFromPreset('bilateral-sequential') };
/** Choices of the scene that bring other words and numbers into a level. */
const SCENES: Readonly<Record<LevelId, readonly Partial<Choices>[]>> = {
  pulse: [...PULSE_SHAPES.map((pulseShape) => ({ pulseShape })), { fieldModel: 'magneticFluxDensity' }],
  threshold: [{ targetId: 'm1-hand' }, { targetId: 'vertex' }],
  protocol: [fast, twoSides],
  aftereffect: [fast, twoSides],
  course: [twoSides],
  safety: [{ dIdt: 2e7 }],
  claims: [],
};
/** Far fewer texts and openers than there are: a walk that saw nothing must not pass. */
const FEWEST: Readonly<Record<LevelId, readonly [texts: number, openers: number]>> = {
  pulse: [45, 25],
  threshold: [35, 30],
  protocol: [110, 140],
  aftereffect: [60, 50],
  course: [160, 65],
  safety: [90, 100],
  claims: [50, 75],
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
    // As a person presses it: a note leaves with a number that is out of sight.
    opener.scrollIntoView({ block: 'center', inline: 'center' });
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

async function pressAll(level: LevelId, seen: Walk): Promise<void> {
  for (const name of PRESSES[level]) {
    const found = (): HTMLButtonElement | undefined =>
      inPage<HTMLButtonElement>('button').find((button) => name.test(button.textContent ?? ''));
    if (!found()) continue;
    found()?.click();
    await seen.look(`after ${name}`);
    // A button that counts something down is itself again when it is done.
    if (name.source.includes('games')) await until(found);
    if (name.source.includes('coil back')) await until(() => inPage('.drift-strip').length > 0);
    await seen.look(`after ${name}`);
  }
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
    await pressAll(level, seen);
  }
  for (let n = 0; n < first.length; n++) if (boxes()[n] && boxes()[n].checked !== first[n] && first[n]) boxes()[n].click();
  await pressAll(level, seen);
  for (const scene of SCENES[level]) {
    ui.simulation.store.setState(scene);
    await (level === 'aftereffect' || level === 'course' ? seen.lookAtOptions : seen.look).call(seen, JSON.stringify(scene).slice(0, 60));
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
