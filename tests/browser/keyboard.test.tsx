import { beforeAll, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { readouts } from '../../src/field/measures/readouts';
import { resetAll } from '../../src/state/store';
import { type OpenApp, openApp, settled } from './openApp';

let app: OpenApp;

beforeAll(async () => {
  app = await openApp();
  resetAll(app.simulation.store);
  await settled(app);
});

const choices = () => app.simulation.store.getState();

/** Presses Tab until the focus is where it is wanted: whoever has no mouse must get there so. */
async function tabTo(wanted: (element: HTMLElement) => boolean, what: string): Promise<void> {
  for (let n = 0; n < 80; n++) {
    if (document.activeElement instanceof HTMLElement && wanted(document.activeElement)) return;
    await userEvent.keyboard('{Tab}');
  }
  throw new Error(`Tab does not lead to ${what}.`);
}

const nameOf = (element: HTMLElement): string =>
  element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.textContent ?? '';

describe('The main task with the keyboard alone', () => {
  it('chooses a target, moves, turns and lifts the coil, sets the intensity, and takes it back', async () => {
    await tabTo((element) => element.tagName === 'SELECT' && nameOf(element).includes('Target'), 'the list of targets');
    const first = choices().targetId;
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await settled(app);
    expect(choices().targetId).not.toBe(first);

    await tabTo((element) => element.getAttribute('role') === 'application', 'the stage');
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(choices().offsetForward).toBeGreaterThan(0);
    const angle = choices().handleAngle;
    await userEvent.keyboard('e');
    expect(choices().handleAngle).not.toBe(angle);
    const gap = choices().coilDistance;
    await userEvent.keyboard('+');
    expect(choices().coilDistance).toBeGreaterThan(gap);
    await settled(app);
    const before = readouts(app.simulation.snapshot(), choices())!.atTarget;

    await tabTo((element) => element.getAttribute('type') === 'range' && nameOf(element).startsWith('Strength'), 'the strength');
    const rate = choices().dIdt;
    await userEvent.keyboard('{ArrowRight}');
    expect(choices().dIdt).toBeGreaterThan(rate);
    const after = readouts(app.simulation.snapshot(), choices())!.atTarget;
    expect(after / before).toBeCloseTo(choices().dIdt / rate, 6);
    await settled(app);
    // The description is written anew when nothing changed for a while.
    await expect.poll(() => document.querySelector('#scene-description')?.textContent).toContain(`${Math.round(after)}`);

    await userEvent.keyboard('{Control>}z{/Control}');
    expect(choices().dIdt).toBe(rate);
  });
});
