import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { INITIAL_CHOICES } from '../../src/state/choices';
import { undo } from '../../src/state/store';
import { type MountedInterface, mountInterface } from './fixtures/mountInterface';

let ui: MountedInterface;
beforeEach(async () => {
  await page.viewport(1440, 900);
  ui = mountInterface();
  await expect.element(page.getByRole('slider', { name: 'Gap to scalp' })).toBeVisible();
});
afterEach(() => ui.unmount());

const choices = () => ui.simulation.store.getState();
const steps = () => ui.simulation.store.temporal.getState().pastStates.length;
const slider = (name: string) => page.getByRole('slider', { name, exact: true });
const box = (name: string) => page.getByRole('textbox', { name, exact: true });

describe('a slider', () => {
  it('takes the keys of a slider, speaks value and unit, and makes one step of a held key', async () => {
    (slider('Gap to scalp').element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(choices().coilDistance).toBeCloseTo(0.006, 9);
    expect(slider('Gap to scalp').element().getAttribute('aria-valuetext')).toBe('6.0\u202fmm');
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
    expect(choices().coilDistance).toBeCloseTo(0.0065, 9);
    await userEvent.keyboard('{PageUp}');
    expect(choices().coilDistance).toBeCloseTo(0.0105, 9);
    await userEvent.keyboard('{End}');
    expect(choices().coilDistance).toBeCloseTo(0.04, 9);
    const before = steps();
    await userEvent.keyboard('{ArrowLeft>3/}');
    expect(choices().coilDistance).toBeCloseTo(0.034, 9);
    expect(steps()).toBe(before + 1);
  });

  it('follows the pointer, falls onto its default, and makes one step of a drag', async () => {
    const track = slider('Handle angle').element().closest('.slider') as HTMLElement;
    const { left, width, top, height } = track.getBoundingClientRect();
    const at = (share: number) => ({
      clientX: left + 8 + share * (width - 16),
      clientY: top + height / 2,
      bubbles: true,
      pointerId: 1,
      button: 0,
    });
    const before = steps();
    track.setPointerCapture = () => {};
    track.dispatchEvent(new PointerEvent('pointerdown', at(0.625)));
    for (const share of [0.65, 0.7, 0.75]) track.dispatchEvent(new PointerEvent('pointermove', at(share)));
    expect((choices().handleAngle * 180) / Math.PI).toBeCloseTo(90, 6);
    track.dispatchEvent(new PointerEvent('pointermove', at(0.63)));
    track.dispatchEvent(new PointerEvent('pointerup', at(0.63)));
    expect(choices().handleAngle).toBe(INITIAL_CHOICES.handleAngle);
    expect(steps()).toBe(before);
    track.dispatchEvent(new PointerEvent('pointerdown', at(0.9)));
    track.dispatchEvent(new PointerEvent('pointermove', at(0.5)));
    track.dispatchEvent(new PointerEvent('pointerup', at(0.5)));
    expect(choices().handleAngle).toBeCloseTo(0, 9);
    expect(steps()).toBe(before + 1);
  });

  it('makes one step of a fine drag in which Shift is let go, and gives back what a pointer moved that the browser took away', async () => {
    const track = slider('Gap to scalp').element().closest('.slider') as HTMLElement;
    const { left, width, top, height } = track.getBoundingClientRect();
    const send = (type: string, share: number, shiftKey = false): void => {
      const place = { clientX: left + share * width, clientY: top + height / 2 };
      track.dispatchEvent(new PointerEvent(type, { ...place, shiftKey, bubbles: true, pointerId: 1, button: 0 }));
    };
    track.setPointerCapture = () => {};
    const before = steps();
    send('pointerdown', 0.3, true);
    send('pointermove', 0.4, true);
    await userEvent.keyboard('{Shift}');
    for (const share of [0.5, 0.6, 0.7, 0.8]) send('pointermove', share);
    expect(steps()).toBe(before);
    send('pointerup', 0.8);
    expect(steps()).toBe(before + 1);
    const kept = choices();
    send('pointerdown', 0.2);
    send('pointermove', 0.25);
    expect(choices().coilDistance).toBeLessThan(kept.coilDistance);
    send('pointercancel', 0.25);
    expect(choices()).toEqual(kept);
    expect(steps()).toBe(before + 1);
  });

  it('leaves a finger that scrolls to the page, takes one that moves along it, and is set by a tap', () => {
    const track = slider('Handle angle').element().closest('.slider') as HTMLElement;
    track.setPointerCapture = () => {};
    const { left, width, top } = track.getBoundingClientRect();
    const send = (type: string, share: number, down = 0): boolean =>
      track.dispatchEvent(
        new PointerEvent(type, {
          clientX: left + 8 + share * (width - 16),
          clientY: top + 12 + down,
          bubbles: true,
          cancelable: true,
          pointerId: 5,
          pointerType: 'touch',
        }),
      );
    const [before, angle] = [steps(), choices().handleAngle];
    send('pointerdown', 0.9);
    send('pointermove', 0.905, 12);
    expect(choices().handleAngle).toBe(angle);
    send('pointercancel', 0.905, 30);
    expect([choices().handleAngle, steps()]).toEqual([angle, before]);
    send('pointerdown', 0.4);
    send('pointermove', 0.75);
    expect((choices().handleAngle * 180) / Math.PI).toBeCloseTo(90, 0);
    send('pointerup', 0.75);
    expect(steps()).toBe(before + 1);
    send('pointerdown', 0.25);
    send('pointerup', 0.25);
    expect((choices().handleAngle * 180) / Math.PI).toBeCloseTo(-90, 0);
    expect(steps()).toBe(before + 2);
  });

  it('returns to its default on a double click, as one step that Undo takes back', async () => {
    await box('Handle angle').fill('90');
    await userEvent.keyboard('{Enter}');
    const before = steps();
    const track = slider('Handle angle').element().closest('.slider') as HTMLElement;
    await userEvent.dblClick(track, { position: { x: 60, y: 12 } });
    expect(choices().handleAngle).toBe(INITIAL_CHOICES.handleAngle);
    expect(steps()).toBe(before + 1);
    undo(ui.simulation.store);
    expect((choices().handleAngle * 180) / Math.PI).toBeCloseTo(90, 9);
  });
});

describe('a numeric box', () => {
  it('takes units and decimal commas', async () => {
    await box('Gap to scalp').fill('1,5 cm');
    await userEvent.keyboard('{Enter}');
    expect(choices().coilDistance).toBeCloseTo(0.015, 9);
    await expect.element(box('Gap to scalp')).toHaveValue('15.0\u202fmm');
  });

  it('makes one step of a held arrow key, wherever the focus is when it is let go', async () => {
    (box('Gap to scalp').element() as HTMLElement).focus();
    const before = steps();
    await userEvent.keyboard('{ArrowUp>4/}');
    expect(choices().coilDistance).toBeGreaterThan(INITIAL_CHOICES.coilDistance);
    expect(steps()).toBe(before + 1);
    await userEvent.keyboard('{ArrowDown>2}{Tab}{/ArrowDown}');
    expect(steps()).toBe(before + 2);
    undo(ui.simulation.store);
    undo(ui.simulation.store);
    expect(choices().coilDistance).toBe(INITIAL_CHOICES.coilDistance);
  });

  it('answers what it cannot read with one sentence, keeps the value, and moves nothing', async () => {
    const below = slider('Gap to scalp').element().getBoundingClientRect().top;
    await box('Gap to scalp').fill('90 mm');
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => document.querySelector('.number-problem[role=alert]')?.textContent)
      .toBe('Gap to scalp must be from 0.0\u202fmm to 40.0\u202fmm; instead received "90 mm".');
    expect(choices().coilDistance).toBe(INITIAL_CHOICES.coilDistance);
    await expect.element(box('Gap to scalp')).toHaveValue('90 mm');
    expect(slider('Gap to scalp').element().getBoundingClientRect().top).toBe(below);
    await userEvent.keyboard('{Escape}');
    await expect.element(box('Gap to scalp')).toHaveValue('4.0\u202fmm');
    expect(document.querySelector('.number-problem')).toBeNull();
  });

  it('shows intensity as a share of the maximum output too: two views of one number', async () => {
    await box('Share of the maximum stimulator output').fill('50 %');
    await userEvent.keyboard('{Enter}');
    const half = choices().dIdt;
    await box('Share of the maximum stimulator output').fill('25');
    await userEvent.keyboard('{Enter}');
    expect(choices().dIdt / half).toBeCloseTo(0.5, 9);
  });
});

describe('hot keys', () => {
  it('move the coil while the stage has the focus, and not while a box has it', async () => {
    (document.querySelector('.stage-view') as HTMLElement).focus();
    await userEvent.keyboard('{ArrowUp}e');
    expect(choices().offsetForward).toBeCloseTo(0.005, 9);
    expect((choices().handleAngle * 180) / Math.PI).toBeCloseTo(50, 6);
    await userEvent.keyboard('t');
    expect(ui.view.getState().command.preset).toBe('target');
    await userEvent.click(box('Gap to scalp'));
    await userEvent.keyboard('l');
    expect(ui.view.getState().command.preset).toBe('target');
    await userEvent.keyboard('{Escape}');
  });

  it('make one step of a key that is held while Shift comes and goes', () => {
    const stage = document.querySelector('.stage-view') as HTMLElement;
    stage.focus();
    const send = (type: string, key: string, code: string, shiftKey = false): boolean =>
      stage.dispatchEvent(new KeyboardEvent(type, { key, code, shiftKey, bubbles: true, cancelable: true }));
    const before = steps();
    send('keydown', 'ArrowUp', 'ArrowUp');
    send('keydown', 'Shift', 'ShiftLeft', true);
    send('keydown', 'ArrowUp', 'ArrowUp', true);
    send('keyup', 'Shift', 'ShiftLeft');
    for (let n = 0; n < 3; n++) send('keydown', 'ArrowUp', 'ArrowUp');
    expect(steps()).toBe(before);
    send('keyup', 'ArrowUp', 'ArrowUp');
    expect(choices().offsetForward).toBeCloseTo(0.021, 9);
    expect(steps()).toBe(before + 1);
  });

  it('reset everything with Alt+R, and Undo brings it back', async () => {
    (document.querySelector('.stage-view') as HTMLElement).focus();
    await userEvent.keyboard('{ArrowUp}');
    await userEvent.keyboard('{Alt>}r{/Alt}');
    expect(choices()).toEqual(INITIAL_CHOICES);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(choices().offsetForward).toBeCloseTo(0.005, 9);
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(choices()).toEqual(INITIAL_CHOICES);
  });
});

describe('numbers and words', () => {
  it('agree in header, legend and read-outs, and follow the intensity', async () => {
    const expected = Math.round(1.28e-6 * choices().dIdt);
    expect(document.querySelector('.main-number')?.textContent).toBe(`${expected}\u202fV/m`);
    expect(document.querySelector('.legend-mark[data-kind=target] b')?.textContent).toBe(`${expected}`);
    await expect.element(page.getByRole('button', { name: `${expected}\u202fV/m` })).toBeVisible();
    await box('Strength, dI/dt').fill('37.5');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.querySelector('.main-number')?.textContent).toBe('48\u202fV/m');
  });

  it('lead with the target, then the strongest point; a stand-in is provisional, and its successor comes without a notice', async () => {
    const line = (): string => document.querySelector('.main-line')!.textContent!.replaceAll('\u202f', ' ');
    const { summary } = ui.simulation.snapshot().field!;
    const strongest = Math.round(summary.maximum * choices().dIdt);
    expect(line()).toMatch(new RegExp(`^\\d+ V/m at the target strongest ${strongest} V/m, \\d+ mm away$`));
    expect(document.querySelector('.legend-mark[data-kind=strongest] b')?.textContent).toBe(`${strongest}`);
    const overlay = [...document.querySelectorAll('.header-words, .legend')].map(({ textContent }) => textContent).join(' ');
    expect(overlay).not.toMatch(/peak|99/i);
    const { field } = ui.simulation.snapshot();
    ui.simulation.publish({ field: { ...field!, model: 'sphere' }, rows: { phase: 'loading', share: 0.4 } });
    await expect.poll(line).toMatch(/^\d+ V\/m at the target provisional: \S/);
    expect((document.querySelector('.main-line') as HTMLElement).dataset.provisional).toBe('true');
    ui.simulation.publish({ field, rows: { phase: 'ready' } });
    await expect.poll(line).toMatch(/strongest/);
    expect(document.querySelectorAll('.notice').length).toBe(0);
  });

  it('open the note on what stands behind a number, which Escape closes', async () => {
    ui.simulation.store.setState({ fieldModel: 'sphere' });
    const number = document.querySelector('.readouts .note-button') as HTMLElement;
    await userEvent.click(number);
    await expect.element(page.getByRole('dialog', { name: 'Field at the target' })).toHaveTextContent('Heller & van Hulsteyn');
    await expect.element(page.getByRole('dialog', { name: 'Field at the target' })).toHaveTextContent(/differ by up to \d+ %/);
    await userEvent.keyboard('{Escape}');
    expect(document.querySelector('.note')).toBeNull();
    expect(document.activeElement).toBe(number);
  });

  it('describe the scene again when an interaction has ended', async () => {
    await box('Handle angle').fill('-20');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.querySelector('#scene-description')?.textContent, { timeout: 4000 }).toContain('handle \u221220°');
  });

  it('mark the probed point in legend and plots', async () => {
    ui.view.setState({ probe: [0.004, 0.01, 0.07] });
    const reading = () => document.querySelector('.legend-probe')?.textContent?.replaceAll('\u202f', ' ');
    await expect.poll(reading).toMatch(/^\d+ V\/m toward \S+MNI R 4 A 10 S 70 mm/);
    expect(document.querySelector('.probe-dot')).not.toBeNull();
    expect(document.querySelector('.legend-mark[data-kind=probe]')).not.toBeNull();
  });

  it('say what a command could not do', async () => {
    await userEvent.click(page.getByRole('button', { name: 'Save picture' }));
    await expect.element(page.getByRole('alert')).toHaveTextContent('The picture needs the 3-D view');
    await userEvent.click(page.getByRole('button', { name: 'Dismiss this message' }));
    expect(document.querySelector('.notice')).toBeNull();
  });

  it('name the model that is shown, not the one that is still on its way', async () => {
    const field = ui.simulation.snapshot().field;
    ui.simulation.store.setState({ fieldModel: 'modes' });
    ui.simulation.publish({ field: field && { ...field, model: 'sphere' }, operator: { phase: 'loading', share: 0.4 } });
    await expect.element(page.getByText('until then: best-fitting sphere')).toBeVisible();
    expect(document.querySelector('.legend-model')?.textContent).toBe('best-fitting sphere, provisional');
    ui.simulation.publish({ field: field && { ...field, model: 'modes' }, operator: { phase: 'ready' } });
    await expect.poll(() => document.querySelector('.legend-model')?.textContent).toContain('three shells');
  });
});
