import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Theme } from '../../src/state/choices';
import { LEVEL_IDS, STRIP_TABS } from '../../src/state/viewStore';
import { type MountedInterface, mountInterface } from './fixtures/mountInterface';
import { TESTED_THEMES } from './fixtures/themes';

let ui: MountedInterface | undefined;
afterEach(() => ui?.unmount());

const SIZES = [
  [1440, 900],
  [1280, 720],
  [1024, 768],
  [390, 844],
  [360, 640],
  // 1280 × 1024 at 400 %.
  [320, 256],
] as const;

const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
const frames = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

function openDisclosures(): void {
  for (const details of document.querySelectorAll('details')) details.open = true;
}

/** By how much the document is larger than the window, how far it scrolls, and what the app hides at the right, in pixels; nothing at all is right. */
async function excess(state: string): Promise<string[]> {
  await frames();
  const { scrollWidth, scrollHeight } = document.documentElement;
  window.scrollTo(1e5, 1e5);
  const [across, down] = [window.scrollX, window.scrollY];
  window.scrollTo(0, 0);
  const app = document.querySelector('.app') as HTMLElement;
  const found = {
    wider: scrollWidth - window.innerWidth,
    taller: scrollHeight - window.innerHeight,
    'scrolls across': across,
    'scrolls down': down,
    'cut off at the right': app.scrollWidth - app.clientWidth,
  };
  return Object.entries(found).flatMap(([what, pixels]) => (pixels > 0 ? [`${state}: ${what} by ${pixels}`] : []));
}

/** Every state of the page that changes what stands in it. */
async function walk({ view }: MountedInterface): Promise<string[]> {
  const found = await excess('at rest');
  openDisclosures();
  found.push(...(await excess('all disclosures open')));
  for (const scroller of all('.app, .panel-scroll')) scroller.scrollTop = 1e5;
  found.push(...(await excess('the controls scrolled to their end')));
  for (const stripTab of STRIP_TABS) {
    view.setState({ stripTab });
    await expect.poll(() => all(`.strip-page[data-tab="${stripTab}"]`).length).toBe(1);
    openDisclosures();
    found.push(...(await excess(`the page ${stripTab}`)));
  }
  for (const level of LEVEL_IDS) {
    view.setState({ level });
    await expect.poll(() => all(`.level-page[data-level="${level}"] h3`).length, { timeout: 15_000 }).toBeGreaterThan(0);
    openDisclosures();
    for (const scroller of all('.level-page')) scroller.scrollTop = 1e5;
    found.push(...(await excess(`the level ${level}`)));
  }
  view.setState({ level: null, stripTab: 'plots' });
  await expect.poll(() => all('.readouts .note-button').length).toBeGreaterThan(0);
  all('.readouts .note-button')[0].click();
  await expect.poll(() => all('.note').length).toBe(1);
  found.push(...(await excess('a note')));
  all('.note-close')[0].click();
  all('[aria-label="Help and keys"]')[0].click();
  await expect.poll(() => document.querySelector('dialog')?.open).toBe(true);
  found.push(...(await excess('the help')));
  return found;
}

describe.each(SIZES)('In a window of %i × %i', (width, height) => {
  it.each(TESTED_THEMES)('no state of the page in the %s theme makes the document larger than the window', async (theme: Theme) => {
    await page.viewport(width, height);
    ui = mountInterface({ theme }, [
      { id: 'one', kind: 'problem', sentence: 'A sentence of some length about what went wrong. '.repeat(4) },
    ]);
    await expect.poll(() => all('.plot').length).toBe(2);
    await document.fonts.ready;
    expect(await walk(ui)).toEqual([]);
  });
});
