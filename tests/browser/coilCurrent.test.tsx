import { beforeAll, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { readouts } from '../../src/field/measures/readouts';
import { choose, undo } from '../../src/state/store';
import { type OpenApp, openApp, settled } from './openApp';

let app: OpenApp;
beforeAll(async () => {
  app = await openApp();
  for (const details of document.querySelectorAll('details')) {
    if (/^(All coils and stimulators|How this coil)/.test(details.querySelector('summary')?.textContent ?? '')) details.open = true;
  }
  await settled(app);
});

const shown = () => readouts(app.simulation.snapshot(), app.simulation.store.getState())!;

describe('The current of the coil', () => {
  it('is turned by a switch: the normal component changes its sign and the size stays, and Undo takes it back', async () => {
    choose(app.simulation.store, { fieldComponent: 'normal' });
    await settled(app);
    const [value, maximum] = [shown().atTarget, shown().maximum];
    expect(Math.abs(maximum)).toBeGreaterThan(10);
    await expect.element(page.getByText(/flows toward the handle \(−y\) under the coil’s center, here toward/)).toBeVisible();
    await page.getByRole('checkbox', { name: 'Current reversed' }).click({ force: true });
    await settled(app);
    expect(shown().atTarget / value).toBeCloseTo(-1, 3);
    expect(shown().maximum / maximum).toBeCloseTo(-1, 3);
    await expect.element(page.getByText(/flows away from the handle \(\+y\) under the coil’s center, here toward/)).toBeVisible();
    undo(app.simulation.store);
    await settled(app);
    expect(shown().atTarget / value).toBeCloseTo(1, 3);
  });

  it('stands below the notes of the coil in use, which say how far its model is from the measured one', async () => {
    await expect.element(page.getByText(/here and the measured .* differ by up to [\d.]+ % in vector potential/).first()).toBeVisible();
    // The casing is 4.0 mm off the scalp, the copper some millimeters more.
    const nearest = 1e3 * app.simulation.snapshot().windingDistance();
    expect(nearest).toBeGreaterThan(5);
    expect(nearest).toBeLessThan(15);
    await expect.element(page.getByText(`Nearest winding ${nearest.toFixed(0)}\u202fmm from the scalp`)).toBeVisible();
  });
});
