import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { protocolChoiceFromPreset } from '../../src/dose/protocol/protocolChoice';
import { writeProtocolFile } from '../../src/dose/protocol/protocolFile';
import { protocolOutcome } from '../../src/dose/protocol/protocolOutcome';
import { restoreChoices } from '../../src/state/choiceStorage';
import type { Choices } from '../../src/state/choices';
import { readChoices, writeChoices } from '../../src/state/storedChoices';
import { type MountedInterface, mountInterface } from './fixtures/mountInterface';
import { TESTED_THEMES } from './fixtures/themes';

let ui: MountedInterface | undefined;
beforeEach(() => localStorage.clear());
afterEach(() => ui?.unmount());

const words = (selector: string): string => document.querySelector(selector)?.textContent ?? '';
const find = <E extends HTMLElement>(selector: string): E => document.querySelector(selector) as E;
const button = (name: string): HTMLButtonElement =>
  [...document.querySelectorAll<HTMLButtonElement>('.level-page button')].find(
    ({ textContent, ariaLabel }) => textContent === name || ariaLabel === name,
  ) as HTMLButtonElement;
const box = (name: string): HTMLInputElement => find(`.protocol-editor input[aria-label="${name}"]`);
const counts = (): string[] => [...document.querySelectorAll('.fact-rows:first-of-type dd .note-button')].map((e) => e.textContent ?? '');

async function open(initial: Partial<Choices> = {}): Promise<MountedInterface> {
  await page.viewport(1440, 900);
  ui = mountInterface(initial);
  ui.view.setState({ level: 'protocol' });
  await expect.poll(() => document.querySelectorAll('.protocol-editor').length, { timeout: 15_000 }).toBe(1);
  await expect.poll(() => words('.timeline-seen')).toContain('pulses');
  // The screen draws itself once more after it has loaded; what is typed before that would go to a box that is gone.
  await new Promise((rest) => setTimeout(rest, 600));
  return ui;
}

async function type(name: string, text: string): Promise<void> {
  await userEvent.fill(box(name), text);
  await userEvent.keyboard('{Enter}');
}

/** Hands a file to the button, as a person who picks it. */
async function pick(text: string, name = 'protocol.json'): Promise<void> {
  const files = new DataTransfer();
  files.items.add(new File([text], name, { type: 'application/json' }));
  const input = find<HTMLInputElement>('input[aria-label="Protocol file"]');
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** The file that Save hands to the browser, caught before it is one. */
async function saved(): Promise<{ readonly name: string; readonly text: string }> {
  const original = URL.createObjectURL;
  let blob: Blob | MediaSource | undefined;
  let name = '';
  URL.createObjectURL = (given) => {
    blob = given;
    return 'data:,';
  };
  const catchName = (event: Event): void => {
    name = (event.target as HTMLAnchorElement).download;
    event.preventDefault();
  };
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    catchName({ target: this, preventDefault: () => {} } as unknown as Event);
  };
  button('Save protocol').click();
  URL.createObjectURL = original;
  HTMLAnchorElement.prototype.click = click;
  return { name, text: await (blob as Blob).text() };
}

describe('an edited protocol', () => {
  it('is one step of the history, by keys and back, and Reset All takes it away', async () => {
    const { simulation } = await open();
    expect(counts()[0]).toBe('600');
    await type('Trains in a session', '30');
    await expect.poll(() => counts()[0]).toBe('900');
    expect(simulation.store.temporal.getState().pastStates).toHaveLength(1);
    expect(words('.protocol-editor')).toContain('own value');
    find('.timeline-view').focus();
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(() => counts()[0]).toBe('600');
    expect(box('Trains in a session').value).toBe('20');
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await expect.poll(() => counts()[0]).toBe('900');
    await userEvent.keyboard('{Alt>}r{/Alt}');
    await expect.poll(() => counts()[0]).toBe('600');
  });

  it('is there again at the next visit', async () => {
    const { simulation } = await open();
    await type('Trains in a session', '30');
    await expect.poll(() => counts()[0]).toBe('900');
    const choices = simulation.store.getState();
    ui?.unmount();
    const known = {
      coilId: new Set([choices.coilId]),
      stimulatorId: new Set([choices.stimulatorId]),
      anchorId: new Set([choices.anchorId]),
      targetId: new Set([choices.targetId]),
    };
    const loaded = readChoices(writeChoices(choices), known);
    expect(loaded.refusal).toBeNull();
    await open((await restoreChoices(loaded.written)).choices);
    expect(counts()[0]).toBe('900');
    expect(box('Trains in a session').value).toBe('30');
  });

  it('that cannot be run waits beside its row with one sentence; the timeline keeps the last that can', async () => {
    const { simulation } = await open();
    await type('Train interval', '1 s');
    await expect
      .poll(() => words('.protocol-editor .level-problem p'))
      .toMatch(/^The train interval must be at least 2 s, so that one train ends/);
    expect(box('Train interval').value).toBe('1.00\u202fs');
    expect(simulation.store.temporal.getState().pastStates).toHaveLength(0);
    expect(words('.timeline-seen')).toContain('600 pulses');
    button('Take it back').click();
    await expect.poll(() => document.querySelector('.protocol-editor .level-problem')).toBeNull();
    expect(box('Train interval').value).toBe('10.00\u202fs');
    await type('Trains in a session', '1000000000');
    await expect.poll(() => words('.protocol-editor .number-problem')).toMatch(/^Trains in a session must be from 1 to 1000000/);
    await userEvent.keyboard('{Escape}');
    await type('Trains in a session', '0');
    await expect.poll(() => words('.protocol-editor .number-problem')).toMatch(/^Trains in a session must be from 1/);
  });

  it('has a taper in rows: a phase more, a phase less', async () => {
    await open({ protocol: protocolChoiceFromPreset('hf10-standard') });
    expect(counts()).toContain('108\u202f000');
    button('Remove phase 4').click();
    await expect.poll(() => counts()).toContain('105\u202f000');
    button('Add a phase').click();
    await expect.poll(() => counts()).toContain('108\u202f000');
    await type('Phase 2, days a week', '5');
    await expect.poll(() => counts()).toContain('114\u202f000');
  });
});

describe('a protocol file', () => {
  it('gives the edited protocol back', async () => {
    const { simulation } = await open();
    await type('Trains in a session', '30');
    await expect.poll(() => counts()[0]).toBe('900');
    const edited = simulation.store.getState().protocol;
    const { name, text } = await saved();
    expect(name).toBe('coilscope-protocol-itbs600.json');
    find<HTMLSelectElement>('.protocol-editor select').value = 'snt';
    find('.protocol-editor select').dispatchEvent(new Event('change', { bubbles: true }));
    await expect.poll(() => counts()[0]).toBe('1800');
    await pick(text);
    await expect.poll(() => counts()[0]).toBe('900');
    expect(simulation.store.getState().protocol).toEqual(edited);
  });

  it('can be dropped on the screen', async () => {
    await open();
    const files = new DataTransfer();
    files.items.add(new File([writeProtocolFile(protocolChoiceFromPreset('lf1-right'))], 'Tuesday.JSON'));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: files, cancelable: true, bubbles: true }));
    await expect.poll(() => counts()[0]).toBe(String(protocolOutcome(protocolChoiceFromPreset('lf1-right')).summary.pulses));
  });

  it('changes nothing when another kind of file is dropped, which is not opened in place of the page either', async () => {
    const { simulation } = await open();
    const before = simulation.store.getState();
    const files = new DataTransfer();
    files.items.add(new File(['x'], 'slide.png'));
    const dropped = new DragEvent('drop', { dataTransfer: files, cancelable: true, bubbles: true });
    window.dispatchEvent(dropped);
    expect(dropped.defaultPrevented).toBe(true);
    expect(simulation.store.getState()).toBe(before);
  });

  it.each([
    ['{"format":"coilscope-protocol","version":9}', /^version must be 1.*received 9\. The protocol stays as it was\./],
    ['nonsense', /^the protocol file must be JSON; instead received "nonsense"\./],
    ['['.repeat(30_000), /^the protocol file must be JSON/],
    ['x'.repeat(10_000_000), /^the protocol file must have at most 65536 bytes; instead received 10000000\./],
    [
      '{"format":"<img src=x onerror=alert(1)>"}',
      /^format must be "coilscope-protocol"; instead received "<img src=x onerror=alert\(1\)>"\./,
    ],
  ])('that does not fit is refused in one sentence, and nothing is lost', async (text, sentence) => {
    const { simulation } = await open();
    const before = simulation.store.getState();
    await pick(text);
    await expect.poll(() => words('.protocol-editor .level-problem p')).toMatch(sentence);
    expect(simulation.store.getState()).toBe(before);
    expect(document.querySelector('.level-problem img')).toBeNull();
    button('Close').click();
    await expect.poll(() => document.querySelector('.protocol-editor .level-problem')).toBeNull();
  });
});

describe('the timeline', () => {
  it('is zoomed and moved by keys, says what it shows, and tells it once it rests', async () => {
    await open();
    expect(words('.timeline-seen')).toMatch(/3\.4\u202fmin with 600 pulses, number 1 first/);
    find('.timeline-view').focus();
    await userEvent.keyboard('+');
    await expect.poll(() => words('.timeline-seen')).toContain('1.7\u202fmin');
    await expect.poll(() => words('#timeline-spoken')).toContain('1.7\u202fmin');
    await userEvent.keyboard('0');
    await expect.poll(() => words('.timeline-seen')).toContain('18\u202f000 pulses');
    await userEvent.keyboard('-');
    await userEvent.keyboard('{Home}');
    await userEvent.keyboard('{ArrowRight}');
    expect(words('.timeline-seen')).toMatch(/^From day 1, 0:00:00\.000/);
  });

  it('draws only when something moved', async () => {
    await open();
    await new Promise((done) => setTimeout(done, 300));
    const canvas = find<HTMLCanvasElement>('.timeline-box canvas');
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    let clears = 0;
    const clear = context.clearRect.bind(context);
    context.clearRect = (...box) => {
      clears++;
      clear(...box);
    };
    await new Promise((done) => setTimeout(done, 400));
    expect(clears).toBe(0);
    for (let n = 0; n < 20; n++)
      canvas.dispatchEvent(new WheelEvent('wheel', { deltaY: -10, clientX: 300, clientY: 250, cancelable: true }));
    await expect.poll(() => clears).toBe(1);
  });

  it('shows the bars of pulses and their silence, and follows the strip of the course', async () => {
    await open();
    button('Train').click();
    await expect.poll(() => words('.timeline-seen')).toContain('2.2\u202fs with 30 pulses');
    const canvas = find<HTMLCanvasElement>('.timeline-box canvas');
    const { left, top, width } = canvas.getBoundingClientRect();
    const options = { clientX: left + 0.5 * width, clientY: top + 8, pointerId: 1, bubbles: true };
    canvas.setPointerCapture = () => {};
    canvas.dispatchEvent(new PointerEvent('pointerdown', options));
    canvas.dispatchEvent(new PointerEvent('pointerup', options));
    await expect.poll(() => words('.timeline-seen')).toMatch(/^From day (18|19|20|21),/);
  });
});

describe('two fingers on the timeline', () => {
  it('zoom by as much as they part', async () => {
    await open();
    const canvas = find<HTMLCanvasElement>('.timeline-box canvas');
    canvas.setPointerCapture = () => {};
    const { left, top } = canvas.getBoundingClientRect();
    const touch = (kind: string, pointerId: number, x: number): void => {
      canvas.dispatchEvent(new PointerEvent(kind, { pointerId, clientX: left + x, clientY: top + 80, bubbles: true }));
    };
    touch('pointerdown', 1, 300);
    touch('pointerdown', 2, 400);
    touch('pointermove', 2, 500);
    touch('pointerup', 1, 300);
    touch('pointerup', 2, 500);
    // 204 s are 3.4 min; twice as far apart shows half of them.
    await expect.poll(() => words('.timeline-seen')).toContain('1.7\u202fmin');
  });
});

describe.each(TESTED_THEMES)('in the %s theme', (theme) => {
  it('axe finds nothing serious, also with a draft and a refused file', async () => {
    await open({ theme, protocol: protocolChoiceFromPreset('bilateral-tbs') });
    await pick('nonsense');
    await type('Pulse interval', '0');
    await expect.poll(() => document.querySelectorAll('.protocol-editor .level-problem').length).toBe(2);
    const { violations, passes } = await axe.run(document, { resultTypes: ['violations'] });
    expect(passes.length).toBeGreaterThan(10);
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
  });
});
