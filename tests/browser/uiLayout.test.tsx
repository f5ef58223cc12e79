import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { readStartParameters } from '../../src/share/address/startParameters';
import type { Theme } from '../../src/state/choices';
import { choose } from '../../src/state/store';
import { type MountedInterface, mountInterface } from './fixtures/mountInterface';
import { TESTED_THEMES } from './fixtures/themes';

let ui: MountedInterface | undefined;
afterEach(() => ui?.unmount());

async function open(theme: Theme, width: number, height: number): Promise<void> {
  await page.viewport(width, height);
  ui = mountInterface({ theme });
  await expect.poll(() => document.querySelectorAll('.plot').length).toBe(2);
  await document.fonts.ready;
}

const box = (selector: string): DOMRect => (document.querySelector(selector) as Element).getBoundingClientRect();

/** The smallest box around everything that matches. */
function union(selector: string): { right: number; bottom: number } {
  const boxes = [...document.querySelectorAll(selector)].map((element) => element.getBoundingClientRect()).filter(({ width }) => width > 0);
  return { right: Math.max(...boxes.map(({ right }) => right)), bottom: Math.max(...boxes.map(({ bottom }) => bottom)) };
}

describe('What takes the focus', () => {
  it.each([
    [390, 844],
    [320, 256],
  ])('comes to lie in sight, under neither stage nor disclaimer, at %i × %i', async (width, height) => {
    await page.viewport(width, height);
    ui = mountInterface();
    await expect.poll(() => document.querySelectorAll('.panel .slider input').length).toBeGreaterThan(3);
    const app = document.querySelector('.app') as HTMLElement;
    const hidden: string[] = [];
    let seen = 0;
    const sliders = [...document.querySelectorAll<HTMLElement>('.panel .slider input')].filter((input) => input.offsetParent);
    for (const from of [0, 1e5]) {
      for (const input of sliders) {
        app.scrollTop = from;
        input.focus();
        // In a closed disclosure.
        if (document.activeElement !== input) continue;
        seen++;
        const [{ top, bottom }, stage, words] = [input.getBoundingClientRect(), box('.stage'), box('.not-clinical')];
        if (top < Math.max(0, stage.bottom) || bottom > Math.min(height, words.top)) hidden.push(`${input.id} at ${top} to ${bottom}`);
      }
    }
    expect(hidden).toEqual([]);
    expect(seen).toBeGreaterThan(8);
  });
});

describe('With the colors of the system', () => {
  const media = (value: string): Promise<unknown> =>
    cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] } as never);
  afterEach(() => media('none'));

  /** Relative luminance of what a CSS color is drawn as, WCAG 2. */
  const luminance = (color: string): number => {
    const context = new OffscreenCanvas(1, 1).getContext('2d')!;
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b] = Array.from(context.getImageData(0, 0, 1, 1).data, (byte) =>
      byte <= 10 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one: string, other: string): number => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };

  it.each(TESTED_THEMES)('curves stand out, the chosen segment is another color, and boxes have edges, in the %s theme', async (theme) => {
    await media('active');
    await open(theme, 1440, 900);
    expect(matchMedia('(forced-colors: active)').matches).toBe(true);
    const style = (selector: string): CSSStyleDeclaration => getComputedStyle(document.querySelector(selector) as Element);
    const ground = style('.strip').backgroundColor;
    for (const curve of ['.curve.field', '.curve.flux']) expect(contrast(style(curve).stroke, ground), curve).toBeGreaterThan(3);
    const chosen = style('.segment input:checked + span');
    expect(contrast(chosen.backgroundColor, ground)).toBeGreaterThan(3);
    expect(contrast(chosen.backgroundColor, chosen.color)).toBeGreaterThan(4.5);
    for (const box of ['.number-box input', '.select select']) expect(style(box).borderTopWidth).toBe('1px');
  });
});

it('the commands stay where they are from theme to theme, so that a second press hits the same one', async () => {
  for (const [width, height] of [
    [1440, 900],
    [1280, 720],
    [1024, 768],
  ]) {
    await open('stage', width, height);
    const places = () => [...document.querySelectorAll('.tools .icon-button')].map((button) => button.getBoundingClientRect().toJSON());
    const first = places();
    expect(first.length).toBeGreaterThan(5);
    for (const next of ['light', 'projector'] as const) {
      choose(ui!.simulation.store, { theme: next });
      await expect.poll(() => document.documentElement.dataset.theme).toBe(next);
      expect(places()).toEqual(first);
    }
    ui!.unmount();
  }
});

it('on a screen of 4K at scale 1 letters and column are twice as large, and nothing is wider than the window', async () => {
  await open('stage', 3840, 2160);
  expect(getComputedStyle(document.querySelector('.panel label') as Element).fontSize).toBe('28px');
  expect(getComputedStyle(document.querySelector('.plot text') as Element).fontSize).toBe('24px');
  expect(box('.panel').width).toBe(720);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(3840);
});

describe.each(TESTED_THEMES)('in the %s theme', (theme) => {
  it('the stage fills at least 60 % of a window of 1440 × 900, and the plots at most 180 pixels', async () => {
    await open(theme, 1440, 900);
    const stage = box('.stage');
    expect((stage.width * stage.height) / (1440 * 900)).toBeGreaterThanOrEqual(0.6);
    expect(box('.strip').height).toBeLessThanOrEqual(180);
  });

  it.each([
    [1440, 900],
    [1024, 768],
    [360, 640],
  ])('nothing is cut off or overlaps the legend at %i × %i', async (width, height) => {
    await open(theme, width, height);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    for (const selector of ['.tools', '.main-line', '.legend', '.view-buttons']) {
      const { left, right, top, bottom } = box(selector);
      expect([selector, left >= 0, right <= width, top >= 0, bottom <= box('.stage').bottom]).toEqual([selector, true, true, true, true]);
    }
    expect(box('.legend').top).toBeGreaterThanOrEqual(box('.main-line').bottom);
    const [legend, buttons] = [union('.legend, .legend *'), box('.view-buttons')];
    expect(legend.right <= buttons.left || legend.bottom <= buttons.top).toBe(true);
    expect(legend.right).toBeLessThanOrEqual(box('.stage').right);
  });

  it.each([
    [1440, 900],
    [1280, 720],
    [1024, 768],
  ])('the column goes from the coil to what is shown, and no button of it breaks its words, at %i × %i', async (width, height) => {
    await open(theme, width, height);
    const headings = [...document.querySelectorAll('.panel h2')].map(({ textContent }) => textContent);
    expect(headings).toEqual(['Coil', 'Place', 'Strength and pulse', 'What is computed', 'Show']);
    const lines = [...document.querySelectorAll<HTMLElement>('.panel .group > :not(details) button, .panel .group > button')].map(
      (button) => {
        const range = document.createRange();
        range.selectNodeContents(button);
        return [button.textContent, new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size];
      },
    );
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter(([, count]) => Number(count) > 1)).toEqual([]);
    const { scrollWidth, clientWidth } = document.querySelector('.panel-scroll') as HTMLElement;
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });

  it('everything that can be pressed is at least 24 pixels high and wide', async () => {
    await open(theme, 1440, 900);
    const small = [...document.querySelectorAll('button, select, summary, .number-box input, .slider, .rung, .segment, .check')]
      .map((element) => ({ name: element.textContent || element.getAttribute('aria-label'), box: element.getBoundingClientRect() }))
      .filter(({ box: { width, height } }) => width > 0 && (width < 24 || height < 24));
    expect(small).toEqual([]);
  });

  it('no text is smaller than the theme promises', async () => {
    await open(theme, 1440, 900);
    const smallest = theme === 'projector' ? 20 : 12;
    const walker = document.createTreeWalker(document.querySelector('.app') as Element, NodeFilter.SHOW_TEXT);
    let seen = 0;
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (!element || !walker.currentNode.textContent?.trim()) continue;
      seen++;
      expect(Number.parseFloat(getComputedStyle(element).fontSize)).toBeGreaterThanOrEqual(smallest);
    }
    expect(seen).toBeGreaterThan(40);
  });

  it('axe finds nothing, best practice included, with all disclosures open and with the help open', async () => {
    await open(theme, 1440, 900);
    for (const details of document.querySelectorAll('details')) details.open = true;
    await expectAccessible();
    (document.querySelector('[aria-label="Help and keys"]') as HTMLElement).click();
    await expect.poll(() => document.querySelector('dialog')?.open).toBe(true);
    await expectAccessible();
  });
});

async function expectAccessible(): Promise<void> {
  const { violations, passes } = await axe.run(document, { resultTypes: ['violations'] });
  expect(passes.length).toBeGreaterThan(10);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual([]);
}

describe('A part of another page', () => {
  const embed = (search: string): void => {
    ui = mountInterface({}, [], readStartParameters(search).parameters);
  };

  it.each([
    ['?embed=1', 960, 600],
    ['?embed=1&controls=none', 360, 480],
    ['?embed=1&controls=strength', 360, 480],
  ])('has stage, legend and the way to the whole, over nothing, in %s at %i × %i', async (search, width, height) => {
    await page.viewport(width, height);
    embed(search);
    await expect.poll(() => document.querySelector('.frame-note a')).not.toBeNull();
    await expect.poll(() => box('.legend').height).toBeGreaterThan(0);
    expect([document.querySelectorAll('.strip, .view-buttons, .tools button').length, document.documentElement.scrollHeight]).toEqual([
      0,
      height,
    ]);
    expect(document.querySelectorAll('.panel .group').length).toBe(search.includes('strength') ? 1 : 0);
    expect(document.querySelector('.frame-note')?.textContent).toContain('Not for clinical use');
    const [legend, note] = [box('.legend'), box('.frame-note')];
    expect(legend.bottom).toBeLessThanOrEqual(note.top + 0.5);
    expect(note.bottom).toBeLessThanOrEqual(height + 0.5);
  });

  it('offers what was chosen, by keys too, and the whole page everything', async () => {
    await page.viewport(1024, 768);
    embed('?controls=place,plots');
    await expect.poll(() => document.querySelectorAll('.panel .group').length).toBe(1);
    expect([
      document.querySelector('.strip') !== null,
      document.querySelector('.frame-note'),
      document.querySelector('.view-buttons'),
    ]).toEqual([true, null, null]);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'd', bubbles: true }));
    expect(ui!.view.getState().level).toBeNull();
    ui!.unmount();
    embed('');
    await expect.poll(() => document.querySelectorAll('.panel .group').length).toBe(5);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'd', bubbles: true }));
    expect(ui!.view.getState().level).toBe('pulse');
  });
});
