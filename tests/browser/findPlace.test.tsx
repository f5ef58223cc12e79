import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { coilCasing } from '../../src/coil/coilCasing';
import { distance } from '../../src/core/vec3';
import { chosenColorScale } from '../../src/field/color/chosenColorScale';
import { closedFormTargetField } from '../../src/field/grid/targetField';
import { readouts } from '../../src/field/measures/readouts';
import { createDistanceLattice } from '../../src/placement/distanceLattice';
import { fastContactPose } from '../../src/placement/fastContact';
import { createSurfaceQueries } from '../../src/placement/scalpQueries';
import { createScalpWalk } from '../../src/placement/scalpWalk';
import { searchPlaces } from '../../src/placement/searchPoses';
import { choose, resetAll, undo } from '../../src/state/store';
import { type OpenApp, openApp, settled, until } from './openApp';

let app: OpenApp;
beforeAll(async () => {
  app = await openApp();
});
beforeEach(async () => {
  resetAll(app.simulation.store);
  choose(app.simulation.store, { fieldModel: 'sphere' });
  await settled(app);
});

const choices = () => app.simulation.store.getState();
const steps = (): number => app.simulation.store.temporal.getState().pastStates.length;
const shown = () => readouts(app.simulation.snapshot(), choices())!;

async function openDisclosure(title: string): Promise<HTMLElement> {
  const details = Array.from(document.querySelectorAll('details')).find((d) => d.querySelector('summary')?.textContent === title)!;
  details.open = true;
  await new Promise((resolve) => setTimeout(resolve, 50));
  return details;
}

function dotsDrawn(): number {
  let count = 0;
  app.stage.scene.traverseVisible((object) => {
    if (object.name === 'marked dot') count++;
  });
  return count;
}

describe('Beam F3 and other rules', () => {
  it('put the coil where the walk says, as one step, and show the places with their distances', async () => {
    const panel = await openDisclosure('Beam F3 and other rules');
    await page.getByRole('textbox', { name: 'Circumference', exact: true }).fill('580 mm');
    await page.getByRole('textbox', { name: 'Tragus to tragus', exact: true }).fill('36');
    await page.getByRole('textbox', { name: 'Nasion to inion', exact: true }).fill('36 cm');
    (document.activeElement as HTMLElement).blur();
    await expect.poll(() => choices().tapeNasionInion).toBeCloseTo(0.36, 9);
    expect(choices().tapeCircumference).toBeCloseTo(0.58, 9);
    const { methods, lengths } = app.simulation.placementMethods({ tragusTragus: 0.36, nasionInion: 0.36, circumference: 0.58 });
    const beam = methods.find(({ id }) => id === 'beamF3')!.point.position;
    await expect.poll(() => panel.querySelector('.method-walk')?.textContent).toContain(`Y ${(100 * lengths.fromVertex).toFixed(2)}`);
    const before = steps();
    await page.getByRole('button', { name: 'Put the coil on Beam F3' }).click();
    await settled(app);
    expect(steps()).toBe(before + 1);
    const { offsetForward, offsetRight } = app.simulation.placeOver(beam);
    expect(choices().offsetForward).toBeCloseTo(offsetForward, 9);
    expect(choices().offsetRight).toBeCloseTo(offsetRight, 9);
    expect(distance(app.simulation.snapshot().place.position, beam)).toBeLessThan(3e-4);
    const { scalp } = app.simulation.snapshot().target;
    const cell = panel.querySelector('.method-table tbody tr td:nth-of-type(2)');
    expect(Number.parseInt(cell?.textContent ?? '', 10)).toBe(Math.round(1000 * distance(beam, scalp.position)));
    undo(app.simulation.store);
    expect(choices().offsetForward).toBe(0);
  });

  it('lay numbered dots on the scalp when asked, and draw nothing when not', async () => {
    await openDisclosure('Beam F3 and other rules');
    const before = dotsDrawn();
    choose(app.simulation.store, { showMethods: true });
    await until(() => app.view.getState().methodDots.length > 0, 'the dots');
    await settled(app);
    const marks = app.view
      .getState()
      .methodDots.map(({ mark }) => mark)
      .join('·');
    expect(marks.split('·').sort()).toEqual(['1', '2', '3', '4']);
    expect(dotsDrawn()).toBe(before + app.view.getState().methodDots.length);
    choose(app.simulation.store, { showMethods: false });
    await until(() => app.view.getState().methodDots.length === 0, 'no dots');
    await settled(app);
    expect(dotsDrawn()).toBe(before);
  });
});

/** The largest |E| at the target per unit rate over a grid of 2 mm and 7.5° within 40 mm, by the fast contact (within 0.5 %). */
function exhaustiveOptimum(): number {
  const request = app.simulation.searchRequest()!;
  const scalp = createSurfaceQueries(app.simulation.head.scalp);
  const lattice = createDistanceLattice(scalp, request.sphereCenter);
  const walk = createScalpWalk(createSurfaceQueries(request.smoothScalp), request.sphereCenter, request.start);
  const valueAt = closedFormTargetField('sphere', request.dipoles, request.sphereCenter, request.target);
  const casing = coilCasing(app.simulation.snapshot().coil).facePoints;
  let best = 0;
  for (const { offsetForward, offsetRight } of searchPlaces(0.04, 0.002)) {
    const place = walk.toPoint(offsetForward, offsetRight);
    for (let n = 0; n < 24; n++) {
      best = Math.max(best, valueAt(fastContactPose(lattice, casing, place, { ...request.hold, handleAngle: (n * Math.PI) / 24 })));
    }
  }
  return best;
}

describe('The search for the strongest field', () => {
  it('brings the coil to within 1 % of the exhaustive optimum, in one step, and maps the scalp', async () => {
    choose(app.simulation.store, { offsetForward: -0.02, offsetRight: 0.02, handleAngle: 0 });
    await settled(app);
    const start = shown().atTarget;
    const panel = await openDisclosure('Find the strongest field');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await until(() => panel.querySelector('.search-outcome') !== null, 'the optimum');
    await until(() => app.view.getState().searchDots.length > 0, 'the map');
    expect(app.view.getState().searchDots.length).toBe(searchPlaces().length + 1);
    const before = steps();
    await page.getByRole('button', { name: 'Put the coil there' }).click();
    await settled(app);
    expect(steps()).toBe(before + 1);
    const optimum = exhaustiveOptimum() * choices().dIdt;
    const reached = app.simulation.snapshot().field!.summary.atTarget.magnitude * choices().dIdt;
    expect(panel.querySelector('.search-outcome b')?.textContent).toBe(`${Math.round(reached)}\u202fV/m`);
    expect(reached / optimum).toBeGreaterThan(0.99);
    expect(reached).toBeGreaterThan(1.1 * start);
    // The result holds for this gap only.
    choose(app.simulation.store, { coilDistance: 0.01 });
    await until(() => app.view.getState().searchDots.length === 0, 'the map to go');
    expect(panel.querySelector('.search-outcome')).toBeNull();
  });

  it('sets like against like while another component is colored: the found |E| against the present |E|', async () => {
    choose(app.simulation.store, { fieldComponent: 'normal' });
    await settled(app);
    const present = app.simulation.snapshot().field!.summary.atTarget.magnitude * choices().dIdt;
    const panel = await openDisclosure('Find the strongest field');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await until(() => panel.querySelector('.search-outcome') !== null, 'the optimum');
    const [, found, percent] = /^\|E\| (\d+)\sV\/m .*: (\d+\.\d)\s% above/.exec(panel.querySelector('.search-outcome')!.textContent!)!;
    expect(Math.abs(Number(found) / present - 1 - Number(percent) / 100)).toBeLessThan(0.01);
    // No signed color for a size: blue would say that the field goes into the cortex.
    await until(() => app.view.getState().searchDots.length > 0, 'the map');
    const { table } = chosenColorScale({ ...choices(), fieldComponent: 'magnitude' }, 'V/m');
    for (const { color } of app.view.getState().searchDots.slice(0, -1)) {
      const bytes = [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
      const away = Array.from({ length: table.length / 4 }, (_, n) =>
        Math.max(...bytes.map((byte, c) => Math.abs(byte - table[4 * n + c]))),
      );
      expect(Math.min(...away)).toBeLessThanOrEqual(3);
    }
  });

  it('is canceled at once', async () => {
    const panel = await openDisclosure('Find the strongest field');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(page.getByRole('button', { name: 'Search', exact: true })).toBeVisible();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(panel.querySelector('.search-outcome')).toBeNull();
    expect(app.view.getState().searchDots.length).toBe(0);
  });
});
