import axe from 'axe-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { pulseOfChoices } from '../../src/field/pulse/pulseOfChoices';
import { keptRecords, openSceneShelf } from '../../src/share/keeping/sceneShelf';
import { presentIds } from '../../src/share/scene/openSceneFile';
import { readSceneValue } from '../../src/share/scene/readSceneFile';
import { readSceneLink } from '../../src/share/scene/sceneLink';
import { restoreChoices } from '../../src/state/choiceStorage';
import { INITIAL_CHOICES } from '../../src/state/choices';
import { choose, resetAll, undo } from '../../src/state/store';
import type { LevelId } from '../../src/state/viewStore';
import { TESTED_THEMES } from './fixtures/themes';
import { type OpenApp, openApp, settled, until } from './openApp';
import { readPicture } from './stagePixels';

let app: OpenApp;

beforeAll(async () => {
  await page.viewport(1440, 900);
  app = await openApp();
  // The notice of the realistic head goes by itself; it would lie over the middle of a low stage.
  await until(() => document.querySelector('.notice') === null, 'a stage without a notice');
});

beforeEach(async () => {
  await page.viewport(1200, 700);
  app.view.setState({ level: null, pulseTime: null });
  resetAll(app.simulation.store);
  choose(app.simulation.store, { theme: 'stage' });
  await settled(app);
});

const choices = () => app.simulation.store.getState();
const words = (selector: string): string => document.querySelector(selector)?.textContent ?? '';
const box = (selector: string): DOMRect => (document.querySelector(selector) as Element).getBoundingClientRect();
const middleOf = ({ left, top, width, height }: DOMRect): string | undefined =>
  document.elementFromPoint(left + width / 2, top + height / 2)?.tagName;
const button = (name: string): HTMLButtonElement =>
  [...document.querySelectorAll<HTMLButtonElement>('.levels button')].find(({ textContent }) => textContent === name)!;
/** The number in the row of that name. */
const row = (name: string): number => {
  const label = [...document.querySelectorAll('.fact-rows dt')].find(({ textContent }) => textContent === name);
  return Number.parseFloat(label?.nextElementSibling?.textContent?.replace(',', '') ?? 'nothing');
};
const segment = (name: string): HTMLInputElement =>
  [...document.querySelectorAll('.panel .segment')].find(({ textContent }) => textContent === name)!.querySelector('input')!;

async function open(level: LevelId): Promise<void> {
  app.view.setState({ level });
  await until(() => document.querySelectorAll(`.level-page[data-level="${level}"] .level-block`).length > 0, `the ${level} level`);
  await settled(app);
}

/** Every 16th drawn pixel of the stage, as one string. */
function picture(): string {
  const { width, height } = app.stage.renderer.domElement;
  const { pixel } = readPicture(app.stage);
  const bytes: number[] = [];
  for (let y = 0; y < height; y += 4) for (let x = 0; x < width; x += 4) bytes.push(...pixel(x, y).slice(0, 3));
  return bytes.join();
}

describe('The stage beside the pulse', () => {
  it('is seen whole beside the screen, takes pointer and keys, and the tabs keep their place from level to level', async () => {
    await page.viewport(1440, 900);
    await open('pulse');
    const [canvas, screen, tabs] = ['.stage canvas', '.level-page', '.level-tabs'].map(box);
    expect(canvas.width).toBeGreaterThan(400);
    expect(canvas.height).toBeGreaterThan(500);
    expect(canvas.right).toBeLessThanOrEqual(screen.left + 1);
    expect(canvas.top).toBeGreaterThanOrEqual(tabs.bottom - 1);
    expect(middleOf(canvas)).toBe('CANVAS');
    const first = document.querySelector('.level-tabs button') as Element;
    const place = first.getBoundingClientRect();
    await open('threshold');
    expect(box('.level-tabs button')).toEqual(place);
    await open('protocol');
    expect(box('.level-tabs button')).toEqual(place);
    expect((document.querySelector('.stage') as HTMLElement).inert).toBe(true);
  });

  it('has a band of at least 240 px above the screen where the window is narrower', async () => {
    await page.viewport(1024, 768);
    await open('pulse');
    const [canvas, screen] = ['.stage canvas', '.level-page'].map(box);
    expect(canvas.height).toBeGreaterThanOrEqual(240);
    expect(canvas.bottom).toBeLessThanOrEqual(screen.top + 1);
    expect(middleOf(canvas)).toBe('CANVAS');
    expect(screen.height).toBeGreaterThan(200);
  });

  it('shows the arrows of the moment without touching the choice, and draws nothing while nothing moves', async () => {
    await open('pulse');
    expect(choices().showArrows).toBe(false);
    const start = picture();
    const [reversal] = pulseOfChoices(choices()).zeroCrossings;
    app.view.setState({ pulseTime: reversal });
    await settled(app);
    const nothing = picture();
    app.view.setState({ pulseTime: 2 * reversal });
    await settled(app);
    const reversed = picture();
    expect(new Set([start, nothing, reversed]).size).toBe(3);
    expect(words('.stage-note')).toMatch(/^Arrows: E at \d+\u202fµs, \u2212\d+\u202f% of the peak\. Colors: peak\.$/);
    const frames = app.stage.framesDrawn();
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(app.stage.framesDrawn()).toBe(frames);
    // Without the level the arrows go, and the picture is that of the field alone.
    app.view.setState({ level: null });
    await settled(app);
    expect(app.stage.scene.getObjectByName('field arrows')?.visible).toBe(false);
  });

  it('says the moment once the scrubber rests', async () => {
    await open('pulse');
    app.view.setState({ pulseTime: 100e-6 });
    await until(() => words('.pulse-scrubber [aria-live="polite"]').startsWith('At 100\u202fµs: field'), 'the moment in words', 5000);
  });
});

describe('A typed pulse', () => {
  const type = async (text: string): Promise<void> => {
    await userEvent.fill(document.querySelector('.typed-pulse-text') as HTMLInputElement, text);
    await userEvent.keyboard('{Enter}');
  };

  it('shapes everything that the pulse shapes, survives closing and the next visit, and is undone in steps', async () => {
    await open('pulse');
    segment('f(t)').click();
    await until(() => choices().pulseShape === 'typed', 'the typed shape');
    await type('t < 0.0001 ? 1 : -1');
    await until(() => choices().typedPulse.expression === 't < 0.0001 ? 1 : -1', 'the formula');
    app.view.setState({ pulseTime: 200e-6 });
    await until(() => words('.scrubber-reading').includes('dI/dt \u221275.0'), 'the field the other way');
    app.view.setState({ level: null });
    await open('pulse');
    expect(choices()).toMatchObject({ pulseShape: 'typed', typedPulse: { expression: 't < 0.0001 ? 1 : -1' } });
    const known = presentIds(app.simulation);
    await until(
      () => readSceneLink(location.hash, known).scene.choices.pulseExpression === 't < 0.0001 ? 1 : -1',
      'the formula in the address',
    );
    const shelf = await openSceneShelf(() => indexedDB);
    const [kept] = await keptRecords(shelf!);
    const stored = readSceneValue(kept.value, known, 'The scene').scene.choices;
    expect(stored.pulseExpression).toBe('t < 0.0001 ? 1 : -1');
    const next = await restoreChoices(stored);
    expect(next).toMatchObject({ refusal: null, choices: { pulseShape: 'typed', typedPulse: { expression: 't < 0.0001 ? 1 : -1' } } });
    undo(app.simulation.store);
    expect(choices()).toMatchObject({ pulseShape: 'typed', typedPulse: INITIAL_CHOICES.typedPulse });
    undo(app.simulation.store);
    expect(choices().pulseShape).toBe('biphasic');
  });

  it('that cannot be read is answered by one sentence, and the last good pulse stays', async () => {
    await open('pulse');
    segment('f(t)').click();
    await until(() => document.querySelector('.typed-pulse-text') !== null, 'the box of the formula');
    const before = choices();
    await type('cos(2*pi*q');
    await until(() => /^\S.*\.$/.test(words('.typed-pulse-problem')), 'the sentence');
    expect((document.querySelector('.typed-pulse-text') as HTMLInputElement).value).toBe('cos(2*pi*q');
    expect(choices()).toBe(before);
  });
});

describe('The hunt for the threshold', () => {
  const coupling = (): number => Number.parseFloat(words('.coil-over-hand .note-button'));

  it('brings the coil over the hand area in one step, and less of the field reaches it as the coil moves away', async () => {
    await open('threshold');
    await until(() => coupling() > 0, 'the share that reaches the hand area');
    expect(coupling()).toBeLessThan(60);
    const steps = app.simulation.store.temporal.getState().pastStates.length;
    button('Put the coil over the hand area').click();
    await settled(app);
    expect(choices().targetId).toBe('m1-hand');
    expect(app.simulation.store.temporal.getState().pastStates.length).toBe(steps + 1);
    await until(() => coupling() >= 90 && coupling() <= 100, 'the share with the coil in its place');
    let last = coupling();
    for (const offsetForward of [0.02, 0.04, 0.06]) {
      choose(app.simulation.store, { offsetForward });
      await settled(app);
      await until(() => coupling() < 0.95 * last, `a smaller share ${1e3 * offsetForward} mm away`, 5000);
      last = coupling();
    }
    button('Stimulate').click();
    const { game } = app.simulation.session.getState().threshold;
    expect(Math.abs(100 * game.trials.at(-1)!.coupling - last)).toBeLessThan(0.51);
  });

  it('has one intensity with the stage, and says what a pulse did', async () => {
    await open('threshold');
    const slider = document.querySelector('.levels .control input[type="range"]') as HTMLElement;
    slider.focus();
    const before = choices().dIdt;
    await userEvent.keyboard('{ArrowRight}');
    expect(choices().dIdt).toBeGreaterThan(before);
    const output = (name: string) => (document.querySelector(`[aria-label="${name}"]`) as HTMLInputElement).value;
    expect(output('Stimulator output')).toBe(output('Share of the maximum stimulator output'));
    button('Stimulate').click();
    await until(
      () =>
        /^(No response|Response), [\d.]+\u202f(µV|mV); [01] of 1 at \d+\u202f% of output\.$/.test(
          words('.levels .level-block > [aria-live]'),
        ),
      'the trial in words',
      5000,
    );
  });

  it('colors the activated cortex alone, which grows with intensity and with width', async () => {
    await open('threshold');
    const area = () => row('Cortex that is activated');
    let last = -1;
    for (const change of [{ dIdt: 60e6 }, { dIdt: 75e6 }, { dIdt: 90e6 }, { pulseWidth: 120e-6 }, { pulseWidth: 160e-6 }]) {
      choose(app.simulation.store, change);
      await until(() => area() > last, `more than ${last} cm² at ${JSON.stringify(change)}`, 5000);
      last = area();
    }
    await settled(app);
    const colored = picture();
    choose(app.simulation.store, { thresholdField: 300 });
    await settled(app);
    expect(area()).toBe(0);
    expect(picture()).not.toBe(colored);
    expect(choices().greyBelowThreshold).toBe(false);
  });
});

describe.each(TESTED_THEMES)('In the %s theme', (theme) => {
  it.each(['pulse', 'threshold'] as const)('axe finds nothing serious in %s beside the stage', async (level) => {
    choose(app.simulation.store, { theme });
    await open(level);
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
  });

  it.each(['pulse', 'threshold'] as const)('every number of %s stands beside what opens its source', async (level) => {
    choose(app.simulation.store, { theme });
    await open(level);
    const bare: string[] = [];
    const walker = document.createTreeWalker(document.querySelector('.level-page')!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement!;
      if (!/\d/.test(node.textContent ?? '') || parent.closest('.visually-hidden')) continue;
      if (parent.closest('.note-button, button, input, select, option, label, legend, [role="tab"]')) continue;
      if (!parent.closest('p, li, tr, dl > div, figure, .editor-row, [data-sourced]')?.querySelector('.note-button'))
        bare.push(node.textContent!);
    }
    expect(bare).toEqual([]);
  });
});
