import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type MountedInterface, mountInterface } from './fixtures/mountInterface';

let ui: MountedInterface | undefined;
afterEach(() => ui?.unmount());

const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
const note = (): DOMRect => all('.note')[0].getBoundingClientRect();
const frames = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** Opens a level that is longer than the window, and the note of a number in its middle. */
async function openNote(): Promise<HTMLElement> {
  await page.viewport(1440, 900);
  ui = mountInterface();
  ui.view.setState({ level: 'course' });
  await expect.poll(() => all('.level-page .note-button').length, { timeout: 15_000 }).toBeGreaterThan(10);
  await document.fonts.ready;
  const opener = all('.level-page .note-button').find((button) => button.getBoundingClientRect().top > 550) as HTMLElement;
  opener.focus();
  opener.click();
  await expect.poll(() => all('.note').length).toBe(1);
  await frames();
  return opener;
}

describe('The note of a number', () => {
  it('stays beside its number when the page under it scrolls or the window changes', async () => {
    const opener = await openNote();
    const gap = (): number => opener.getBoundingClientRect().top - note().bottom;
    expect(gap()).toBeCloseTo(8, 0);
    const before = note().top;
    all('.level-page')[0].scrollTop += 50;
    await expect.poll(() => note().top).toBeCloseTo(before - 50, 0);
    expect(gap()).toBeCloseTo(8, 0);
    await page.viewport(1200, 900);
    await frames();
    await expect
      .poll(() => Math.min(Math.abs(gap() - 8), Math.abs(note().top - opener.getBoundingClientRect().bottom - 8)))
      .toBeLessThan(1);
    expect(note().right).toBeLessThanOrEqual(1200);
  });

  it('keeps off the plot that it is about', async () => {
    await page.viewport(1440, 900);
    ui = mountInterface();
    ui.view.setState({ level: 'aftereffect' });
    await expect.poll(() => all('.level-plot .note-button').length, { timeout: 15_000 }).toBeGreaterThan(0);
    await document.fonts.ready;
    const opener = all('.level-plot .note-button')[0];
    opener.click();
    await expect.poll(() => all('.note').length).toBe(1);
    await frames();
    const plot = (opener.closest('figure') as HTMLElement).querySelector('.plot-area')!.getBoundingClientRect();
    const { left, right, top, bottom } = note();
    expect(Math.min(right, plot.right) - Math.max(left, plot.left) > 0 && Math.min(bottom, plot.bottom) - Math.max(top, plot.top) > 0).toBe(
      false,
    );
    expect([left >= 0, right <= 1440, top >= 0, bottom <= 900]).toEqual([true, true, true, true]);
  });

  it('goes when its number is scrolled away', async () => {
    await openNote();
    all('.level-page')[0].scrollTop += 1200;
    await expect.poll(() => all('.note').length).toBe(0);
  });

  it('has the focus, and gives it back to the number on Escape', async () => {
    const opener = await openNote();
    expect(all('.note')[0].contains(document.activeElement)).toBe(true);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => all('.note').length).toBe(0);
    expect(document.activeElement).toBe(opener);
    expect(all('.levels').length).toBe(1);
  });
});
