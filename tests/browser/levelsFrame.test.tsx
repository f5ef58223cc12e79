import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { stimulatorById } from '../../src/coil/stimulatorLibrary';
import { maximumRate } from '../../src/field/pulse/pulseOfChoices';
import type { Theme } from '../../src/state/choices';
import { choose } from '../../src/state/store';
import type { LevelId } from '../../src/state/viewStore';
import { type MountedInterface, mountInterface } from './fixtures/mountInterface';
import { TESTED_THEMES } from './fixtures/themes';

let ui: MountedInterface | undefined;
afterEach(() => ui?.unmount());

const MINE = ['pulse', 'threshold', 'protocol'] as const;

const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
const button = (name: string): HTMLButtonElement =>
  all('.levels button').find((element) => element.textContent === name || element.ariaLabel === name) as HTMLButtonElement;
const words = (selector: string): string => document.querySelector(selector)?.textContent ?? '';

async function open(level: LevelId | null, theme: Theme = 'stage', width = 1440, height = 900): Promise<MountedInterface> {
  await page.viewport(width, height);
  ui = mountInterface({ theme });
  await expect.poll(() => all('.stage').length).toBe(1);
  if (level) ui.view.setState({ level });
  if (level) await expect.poll(() => all(`.level-page[data-level="${level}"] .level-block`).length, { timeout: 15_000 }).toBeGreaterThan(0);
  await document.fonts.ready;
  return ui;
}

describe.each(TESTED_THEMES)('in the %s theme', (theme) => {
  it.each(MINE)('axe finds nothing, best practice included, in %s', async (level) => {
    await open(level, theme);
    for (const details of document.querySelectorAll('details')) details.open = true;
    const { violations, passes } = await axe.run(document, { resultTypes: ['violations'] });
    expect(passes.length).toBeGreaterThan(10);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
  });

  it.each(MINE)('nothing of %s is cut off at 360 × 640, too small to press or too small to read', async (level) => {
    await open(level, theme, 360, 640);
    const frame = document.querySelector('.levels') as HTMLElement;
    const boxes = [...frame.querySelectorAll<HTMLElement>('*')].filter((element) => !element.closest('.level-tabs, .visually-hidden, svg'));
    const cut = boxes.filter((element) => element.getBoundingClientRect().right > 361).map((element) => element.outerHTML.slice(0, 120));
    expect(cut).toEqual([]);
    const small = [...frame.querySelectorAll<HTMLElement>('button, select, summary, .number-box input, .slider, .time-section')]
      .map((element) => ({ name: element.textContent || element.ariaLabel, size: element.getBoundingClientRect() }))
      .filter(({ size: { width, height } }) => width > 0 && (width < 24 || height < 24));
    expect(small.map(({ name, size }) => `${name} ${size.width}×${size.height}`)).toEqual([]);
    const texts = [...frame.querySelectorAll<HTMLElement>('p, dt, dd, span, button, h2, h3, label, li, text')].filter((e) => e.textContent);
    const sizes = texts.map((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(theme === 'projector' ? 20 : 12);
  });
});

describe('the frame of the levels', () => {
  it('opens by its button and takes the whole window but the stage, closes by Escape and gives the focus back', async () => {
    await open(null);
    const opener = document.querySelector('[aria-label="Time: µs to weeks"]') as HTMLButtonElement;
    opener.focus();
    opener.click();
    await expect.poll(() => all('.levels').length, { timeout: 15_000 }).toBe(1);
    await expect.poll(() => document.querySelector('.levels')?.contains(document.activeElement)).toBe(true);
    expect((document.querySelector('.stage') as HTMLElement).inert).toBe(false);
    expect((document.querySelector('.strip') as HTMLElement).inert).toBe(true);
    expect((document.querySelector('.panel') as HTMLElement).inert).toBe(true);
    const boxes = ['.levels', '.stage', '.level-page', '.level-strip'];
    const [frame, stage, screen, strip] = boxes.map((selector) => (document.querySelector(selector) as Element).getBoundingClientRect());
    expect([frame.left, frame.top, frame.right, frame.bottom]).toEqual([0, 0, 1440, 900]);
    expect(Math.abs(screen.left - stage.right)).toBeLessThan(1);
    expect([screen.right, strip.left, strip.right]).toEqual([1440, 0, 1440]);
    expect(strip.height).toBeLessThan(90);
    expect(words('.level-limit')).toContain('never a treatment setting for a person');
    expect(all('.not-clinical').filter((element) => element.checkVisibility())).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => all('.levels').length).toBe(0);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Time: µs to weeks');
  });

  it.each([
    'pulse',
    'protocol',
  ] as const)('has one heading of the first rank, one main part and no gap between ranks in %s', async (level) => {
    await open(level);
    const { violations } = await axe.run(document, { runOnly: ['best-practice'], resultTypes: ['violations'] });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual([]);
    const seen = (selector: string): HTMLElement[] =>
      all(selector).filter((element) => element.checkVisibility() && !element.closest('[inert]'));
    expect(seen('h1').map(({ textContent }) => textContent)).toEqual(['From the microsecond to the month']);
    expect(seen('main, [role="main"]').map(({ className }) => className)).toEqual(['levels']);
  });

  it('writes sources and grades as dots, and on request as words', async () => {
    const { view } = await open('protocol');
    const mark = document.querySelector('.train-checks .grade-mark') as HTMLElement;
    const opener = mark.closest('button') as HTMLElement;
    const drawn = () => [getComputedStyle(opener).textDecorationLine, mark.getBoundingClientRect().width > 20];
    expect(drawn()).toEqual(['none', false]);
    const dot = getComputedStyle(opener, '::after');
    expect([dot.width, dot.borderTopLeftRadius, dot.backgroundColor]).toEqual(['6px', '50%', 'rgba(0, 0, 0, 0)']);
    const inputs = all('.level-limit input');
    inputs[0].click();
    expect(view.getState().showSources).toBe(true);
    await expect.poll(drawn).toEqual(['underline', true]);
    view.setState({ showSources: false });
  });

  it('opens a level at its beginning, and a claim at the part that shows it', async () => {
    const { view } = await open(null);
    view.setState({ level: 'claims' });
    const levelPage = (): HTMLElement => document.querySelector('.level-page') as HTMLElement;
    const card = (id: string): HTMLElement => document.querySelector(`[data-claim="${id}"]`) as HTMLElement;
    await expect.poll(() => card('W4'), { timeout: 15_000 }).toBeTruthy();
    const show = async (id: string): Promise<void> => {
      (card(id).querySelector('.claim-guess') as HTMLElement).click();
      await expect.poll(() => card(id).querySelector('.claim-back .text-button')).toBeTruthy();
      card(id).scrollIntoView();
      (card(id).querySelector('.claim-back .text-button') as HTMLElement).click();
    };
    await show('W4');
    await expect.poll(() => words('.safety-sentence'), { timeout: 15_000 }).toContain('have a seizure');
    expect(levelPage().scrollTop).toBe(0);
    view.setState({ level: 'claims' });
    await expect.poll(() => card('B1')).toBeTruthy();
    await show('B1');
    const part = (): number => document.querySelector('.course-later')?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY;
    await expect.poll(part, { timeout: 15_000 }).toBeLessThan(window.innerHeight / 2);
  });

  it('leads from the axis to the level and to the stretch of time that was chosen', async () => {
    const { view } = await open('pulse');
    const section = (name: string) =>
      all('.time-section')
        .find((label) => label.textContent === name)
        ?.querySelector('input') as HTMLElement;
    section('Train').click();
    await expect.poll(() => view.getState().level).toBe('protocol');
    // One train of intermittent theta bursts: ten bursts of three in 2 s, and a little room.
    await expect.poll(() => words('.timeline-words'), { timeout: 15_000 }).toContain('2.2\u202fs with 30 pulses');
    section('Course').click();
    await expect.poll(() => view.getState().level).toBe('course');
  });
});

describe('the levels of pulse, threshold and protocol', () => {
  it('give a pulse by button and by key at the intensity of the stage', async () => {
    const { simulation } = await open('threshold');
    const full = maximumRate(stimulatorById(simulation.store.getState().stimulatorId));
    choose(simulation.store, { dIdt: 0.4 * full });
    await expect.poll(() => (document.querySelector('[aria-label="Stimulator output"]') as HTMLInputElement).value).toMatch(/^40/);
    button('Stimulate').click();
    await expect.poll(() => words('.block-count')).toMatch(/^[01] of 1/);
    button('Stimulate').focus();
    await userEvent.keyboard('s');
    await expect.poll(() => words('.block-count')).toMatch(/^[0-2] of 2/);
    button('This is the threshold').click();
    await expect
      .poll(() => words('.levels .level-notice'))
      .toMatch(/^You named 40\.0\u202f% after 2 pulses; from where the coil stood the true threshold is [\d.]+\u202f%/);
  });

  it('give ten pulses one after the other, with the hand, the rule and the axes of the trace', async () => {
    await open('threshold');
    button('×\u202f10').click();
    await expect.poll(() => words('.block-count'), { timeout: 15_000 }).toMatch(/^\d+ of 10/);
    expect(all('.recruitment-plot .trial').length).toBe(10);
    const responds = words('.mep-trace b').includes('a response');
    expect(all('.hand-finger[data-twitch]').length).toBe(responds ? 1 : 0);
    expect(words('.mep-trace')).toContain('5 of 10 pulses give 50');
    expect(words('.mep-trace .plot-area')).toMatch(/50\u202fms/);
  });

  it('open source and grade behind the numbers of a protocol, and never say safe', async () => {
    await open('protocol');
    const checks = all('.train-checks .note-button');
    expect(checks.map(({ firstChild }) => firstChild?.textContent)).toEqual(['Not tabulated', 'Not tabulated']);
    expect(words('.train-checks .grade-mark')).toBe('unverified');
    checks[0].click();
    await expect.poll(() => words('.note')).toContain('Rossi');
    expect(words('.note .grade')).toBe('unverified');
    expect(words('.protocol-columns')).not.toMatch(/\bsafe|unsafe\b/i);
    expect((document.querySelector('.timeline-figure ~ .level-row input') as HTMLInputElement).checked).toBe(false);
  });
});
