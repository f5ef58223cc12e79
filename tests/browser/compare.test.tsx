import axe from 'axe-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { differenceScale } from '../../src/field/color/differenceScale';
import { choose, resetAll } from '../../src/state/store';
import { STRIP_TABS, sendCamera } from '../../src/state/viewStore';
import { TESTED_THEMES } from './fixtures/themes';
import { type OpenApp, openApp, pixelAt, settled, until } from './openApp';
import { bareTarget, valueAtTargetPoint } from './stagePixels';

let app: OpenApp;
const comparison = () => app.simulation.comparison;

beforeAll(async () => {
  await page.viewport(1000, 640);
  app = await openApp();
});

beforeEach(async () => {
  resetAll(app.simulation.store);
  choose(app.simulation.store, { fieldModel: 'sphere' });
  app.view.setState({ stripTab: 'compare' });
  await settled(app);
  await userEvent.click(document.querySelector('.compare-buttons button') as HTMLElement);
  expect(comparison().getState().kept).not.toBeNull();
});

afterEach(() => comparison().setState({ kept: null, shown: 'b', differenceLimit: 40 }));

const choices = () => app.simulation.store.getState();
const numbers = (row: number): string[] =>
  [...document.querySelectorAll(`.compare-numbers tbody tr:nth-child(${row}) td`)].map((cell) =>
    cell.textContent!.replaceAll('\u202f', ' '),
  );
const verdict = (): string => (document.querySelector('.compare-verdict')?.textContent ?? '').replaceAll('\u202f', ' ');

/** A condition that holds once neither stage has drawn for a while. */
function stillFor(milliseconds: number, other: OpenApp['stage']): () => boolean {
  let [frames, since] = [-1, performance.now()];
  return () => {
    const drawn = app.stage.framesDrawn() + other.framesDrawn();
    if (drawn !== frames) [frames, since] = [drawn, performance.now()];
    return performance.now() - since > milliseconds;
  };
}

describe('A against B', () => {
  it('says that nothing changed while nothing did', async () => {
    await expect.poll(verdict).toContain('B gives the same field at the target');
    expect(numbers(1)[0]).toBe(numbers(1)[1]);
    expect(numbers(1)[3]).toMatch(/^0/);
  });

  it('finds exactly twice the field after the rate of current was doubled', async () => {
    choose(app.simulation.store, { dIdt: 2 * choices().dIdt });
    await expect.poll(verdict).toContain('B gives 2.0 times as much at the target');
    expect(numbers(1)[3]).toBe('+100 %');
    expect(numbers(2)[3]).toBe('+100 %');
    const [a, b] = numbers(2).map((value) => Number.parseFloat(value));
    expect(Math.abs(b - 2 * a)).toBeLessThanOrEqual(1);
    expect(verdict()).toContain('its strongest point is as far from the target');
  });

  it('goes back to B when something is changed while A is seen, and shows the numbers of A until then', async () => {
    const a = document.querySelector('.main-number')!.textContent;
    choose(app.simulation.store, { dIdt: 30e6 });
    await expect.poll(() => document.querySelector('.main-number')!.textContent).not.toBe(a);
    comparison().setState({ shown: 'a' });
    await expect.poll(() => document.querySelector('.main-number')!.textContent).toBe(a);
    choose(app.simulation.store, { dIdt: 40e6 });
    await expect.poll(() => comparison().getState().shown).toBe('b');
  });
});

describe('The spoken description', () => {
  const spoken = (): string => document.getElementById('scene-description')!.textContent!.replaceAll('\u202f', ' ');
  const number = (): string => Number.parseFloat(numbers(1)[spoken().startsWith('Scene A') ? 0 : 1]).toFixed(0);

  it('speaks of the scene that is seen', async () => {
    choose(app.simulation.store, { dIdt: 2 * choices().dIdt });
    await settled(app);
    await expect.poll(spoken).toContain(`${number()} V/m at`);
    const b = spoken();
    comparison().setState({ shown: 'a' });
    await expect.poll(spoken).toMatch(/^Scene A, as it was kept\. /);
    expect(spoken()).toContain(`${number()} V/m at`);
    expect(spoken()).not.toContain(b);
    comparison().setState({ shown: 'b' });
    await expect.poll(spoken).toBe(b);
  });
});

describe('The difference on the cortex', () => {
  it('leaves the cortex as grey as no field does while A and B are the same', async () => {
    const target = await bareTarget(app);
    comparison().setState({ shown: 'difference' });
    await settled(app);
    const same = pixelAt(app, target);
    comparison().setState({ shown: 'b' });
    choose(app.simulation.store, { dIdt: 0 });
    await settled(app);
    // A busy machine may still draw with fewer pixels; a color of the scale would be tens away.
    const grey = pixelAt(app, target);
    for (const channel of [0, 1, 2]) expect(Math.abs(same[channel] - grey[channel])).toBeLessThanOrEqual(5);
  });

  it.each([2, 0.6])('has at the target the color that its scale gives to the difference, within 3/255: %f times', async (factor) => {
    const target = await bareTarget(app);
    const there = valueAtTargetPoint(app);
    const mean = app.simulation.snapshot().field!.summary.atTarget.magnitude * choices().dIdt;
    choose(app.simulation.store, { dIdt: factor * choices().dIdt });
    comparison().setState({ shown: 'difference', differenceLimit: factor > 1 ? 160 : 40 });
    await settled(app);
    const scale = differenceScale(comparison().getState().differenceLimit);
    const value = (factor - 1) * there;
    expect(scale.opacity(value)).toBe(1);
    const expected = scale.color(value);
    const pixel = pixelAt(app, target);
    for (const channel of [0, 1, 2]) expect(Math.abs(pixel[channel] - expected[channel])).toBeLessThanOrEqual(3);
    expect(document.querySelector('.legend-mark[data-kind="target"]')!.textContent).toContain(Math.abs((factor - 1) * mean).toFixed(0));
  });
});

describe('Side by side', () => {
  it('has two stages whose cameras move together, in both ways, and draws nothing while nothing moves', async () => {
    comparison().setState({ shown: 'both' });
    await until(() => document.querySelectorAll('.stage-view canvas').length === 2, 'the second stage');
    await until(() => Boolean(window.coilscope!.keptStage), 'the handle of the second stage');
    const other = window.coilscope!.keptStage!;
    await settled(app);
    expect(other.camera.position.distanceTo(app.stage.camera.position)).toBeLessThan(1e-9);
    sendCamera(app.view, 'posterior');
    await until(() => app.stage.camera.position.y < -0.6, 'the view from behind');
    await settled(app);
    expect(other.camera.position.distanceTo(app.stage.camera.position)).toBeLessThan(1e-6);
    const canvases = [...document.querySelectorAll('.stage-view canvas')].map((canvas) => canvas.getBoundingClientRect());
    expect(Math.abs(canvases[0].width - canvases[1].width)).toBeLessThanOrEqual(1);
    await until(stillFor(600, other), 'both stages to stand still');
    comparison().setState({ shown: 'b' });
    await until(() => document.querySelectorAll('.stage-view canvas').length === 1, 'the second stage to go');
  });
});

describe.each(TESTED_THEMES)('axe, in the %s theme', (theme) => {
  it('finds nothing serious or critical on any page of the strip', async () => {
    choose(app.simulation.store, { theme, dIdt: 90e6 });
    for (const stripTab of STRIP_TABS) {
      app.view.setState({ stripTab });
      await new Promise((resolve) => setTimeout(resolve, 150));
      const { violations } = await axe.run(document.querySelector('.strip')!, { resultTypes: ['violations'] });
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(grave.map(({ id, nodes }) => [stripTab, id, nodes[0].html])).toEqual([]);
    }
  });
});
