import axe from 'axe-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { isCurrent } from '../../src/field/simulation/isCurrent';
import type { AnswerValue } from '../../src/lessons/answer';
import { shippedLessons } from '../../src/lessons/lessonLibrary';
import type { Lesson } from '../../src/lessons/lessonSchema';
import { PROGRESS_KEY } from '../../src/lessons/progress';
import type { Task } from '../../src/lessons/taskSchema';
import { truthOf } from '../../src/lessons/truth';
import { choose } from '../../src/state/store';
import { type OpenApp, openApp, pixelAt, settled, until } from './openApp';

let app: OpenApp;
beforeAll(async () => {
  // A small stage is drawn sooner, and nothing eases.
  await page.viewport(1000, 560);
  const ask = window.matchMedia.bind(window);
  window.matchMedia = (query) => ask(query.includes('prefers-reduced-motion') ? 'all' : query);
  app = await openApp();
});

const one = <E extends HTMLElement = HTMLElement>(selector: string): E => document.querySelector(selector) as E;
const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
const button = (name: string, within = '.lesson'): HTMLButtonElement =>
  all(`${within} button`).find((element) => (element.ariaLabel ?? element.textContent) === name) as HTMLButtonElement;
const ready = (): boolean => isCurrent(app.simulation.snapshot(), app.simulation.store.getState());
const told = (): string => one('.lesson-told')?.dataset.verdict ?? '';
const step = (): string => one('.lesson')?.dataset.step ?? '';

async function open(lesson: Lesson): Promise<void> {
  app.view.setState({ lessons: { place: 'lesson', id: lesson.id } });
  await until(() => step() !== '' && ready() && enabled(), `the lesson ${lesson.id}`);
}

const enabled = (): boolean => Boolean(button('Skip') ? !button('Skip').disabled : button('Next') || button('Finish') || step() === 'end');

async function leave(): Promise<void> {
  button('Leave the lesson').click();
  await until(() => !one('.lesson') && ready(), 'the stage');
}

async function next(): Promise<void> {
  const from = step();
  (button('Next') ?? button('Finish')).click();
  await until(() => step() !== from && ready() && enabled(), `the step after ${from}`);
}

async function commit(): Promise<void> {
  await until(() => button('Commit') && !button('Commit').disabled, `something to commit in ${step()}`);
  button('Commit').click();
  await until(() => told() !== '', `what is told in ${step()}`);
}

/** As a finger does it. */
function touch(target: Element, x: number, y: number): void {
  const at = { clientX: x, clientY: y, pointerId: 7, pointerType: 'touch', isPrimary: true, bubbles: true, cancelable: true };
  target.setPointerCapture = () => {};
  target.dispatchEvent(new PointerEvent('pointerdown', { ...at, button: 0, buttons: 1 }));
  target.dispatchEvent(new PointerEvent('pointerup', { ...at, button: 0, buttons: 0 }));
}

/** Points a dial to an angle: 0° is down, positive clockwise. */
function turnDial(degrees: number): void {
  const box = one('.dial').getBoundingClientRect();
  const [radius, angle] = [0.4 * box.width, (degrees * Math.PI) / 180];
  touch(one('.dial'), box.left + box.width / 2 - radius * Math.sin(angle), box.top + box.height / 2 + radius * Math.cos(angle));
}

function sortItems(wanted: readonly string[]): Promise<void> {
  const now = (): string[] => all('.task-order li').map((item) => item.dataset.item ?? '');
  return until(() => {
    const ids = now();
    const n = ids.findIndex((id, at) => at < ids.length - 1 && wanted.indexOf(id) > wanted.indexOf(ids[at + 1]));
    if (n < 0) return true;
    one<HTMLButtonElement>(`.task-order li:nth-child(${n + 1}) [data-by="1"]`).click();
    return false;
  }, 'the items in order');
}

function type(text: string): void {
  const input = one<HTMLInputElement>('.task-number input');
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Gives the best answer, or the worst, through the controls of the player and the stage. */
async function answer(task: Task, well: boolean): Promise<void> {
  const truth = await truthOf(task, app.simulation);
  switch (task.kind) {
    case 'pin': {
      const [x, y, z] = truth as unknown as [number, number, number];
      app.view.setState({ probe: well ? [x, y, z] : [-x, -y, z - 0.06], probePinned: true });
      break;
    }
    case 'direction':
      turnDial((truth as number) + (well ? 0 : 90));
      break;
    case 'choose': {
      const credits = task.options.map(({ credit }) => credit);
      const wanted = task.options[credits.indexOf(well ? 1 : Math.min(...credits))].id;
      one<HTMLInputElement>(`.task-option input[value="${wanted}"]`).click();
      break;
    }
    case 'estimate':
      type(String(((truth as number) * (well ? 1 : 2 * task.none)).toPrecision(4)));
      break;
    case 'order': {
      const sorted = [...task.items].sort((a, b) => a.value - b.value).map(({ id }) => id);
      await sortItems(well ? sorted : sorted.reverse());
      break;
    }
    case 'reach':
      break;
  }
  await commit();
}

describe('Every shipped lesson', () => {
  it.each(
    shippedLessons.map((lesson) => [lesson.id, lesson] as const),
  )('%s is played to its end by its own controls', async (_, lesson) => {
    localStorage.removeItem(PROGRESS_KEY);
    const before = app.simulation.store.getState();
    await open(lesson);
    const verdicts: string[] = [];
    for (const { id, task } of lesson.steps) {
      expect(step()).toBe(id);
      if (task) await answer(task, true);
      if (task && task.kind !== 'reach') verdicts.push(told());
      await next();
    }
    expect(step()).toBe('end');
    expect(new Set(verdicts)).toEqual(new Set(verdicts.length > 0 ? ['right'] : []));
    await leave();
    expect(app.simulation.store.getState()).toEqual(before);
  });
});

describe('A lesson', () => {
  const lesson = shippedLessons.find(({ id }) => id === 'hot-spot') as Lesson;

  it('keeps the field back until the learner has committed, on the stage and in every word of the page', async () => {
    localStorage.removeItem(PROGRESS_KEY);
    await open(lesson);
    await settled(app);
    const colorful = (): number => {
      const { maximumPoint } = app.simulation.snapshot().field!.summary;
      choose(app.simulation.store, { showCoil: false, showScalp: false, showMarks: false });
      const [r, g, b] = pixelAt(app, maximumPoint);
      return Math.max(r, g, b) - Math.min(r, g, b);
    };
    expect(colorful()).toBeLessThan(40);
    expect(document.body.textContent).not.toMatch(/\d\s?V\/m/);
    expect([...document.querySelectorAll('[aria-label]')].map((element) => element.ariaLabel).join()).not.toMatch(/V\/m/);
    await answer(lesson.steps[0].task!, false);
    expect(told()).toBe('away');
    app.view.setState({ lessonDots: [] });
    await settled(app);
    expect(colorful()).toBeGreaterThan(100);
    expect(one('.legend')?.textContent).toContain('V/m');
    await leave();
  });

  it('tells wrong answers of every kind, and skipped ones; both are there again when it is opened anew, and can be tried again', async () => {
    localStorage.removeItem(PROGRESS_KEY);
    await open(lesson);
    const kinds = lesson.steps.map(({ task }) => task!.kind);
    expect(new Set(kinds).size).toBe(6);
    for (const { task } of lesson.steps.slice(0, 5)) {
      await answer(task!, false);
      expect(`${task!.kind} ${told()}`).toBe(`${task!.kind} away`);
      await next();
    }
    expect(step()).toBe('bring');
    await answer(lesson.steps[5].task!, false);
    expect(told()).toBe('away');
    button('Try again').click();
    await until(() => told() === '', 'the task anew');
    choose(app.simulation.store, { offsetForward: 0 });
    await until(ready, 'the field');
    await commit();
    expect(told()).toBe('right');
    await next();
    await leave();
    await open(lesson);
    expect(step()).toBe('order');
    button('Skip').click();
    await until(() => told() === 'skipped', 'what is told');
    expect(one('.lesson-told').textContent).toMatch(/^Skipped\. By spread/);
    button('Back').click();
    await until(() => step() === 'bring' && told() !== '', 'the step before');
    expect(told()).toBe('right');
    const kept = JSON.parse(localStorage.getItem(PROGRESS_KEY) ?? '').lessons[0].progress.answers as { step: string; value: AnswerValue }[];
    expect(kept.map((entry) => entry.step).sort()).toEqual(lesson.steps.map(({ id }) => id).sort());
    expect(kept.find((entry) => entry.step === 'order')?.value).toBeNull();
    await leave();
  });

  it('is played by keys alone', async () => {
    localStorage.removeItem(PROGRESS_KEY);
    await open(lesson);
    const press = async (element: HTMLElement, keys: string): Promise<void> => {
      element.focus();
      expect(document.activeElement).toBe(element);
      await userEvent.keyboard(keys);
    };
    const goOn = async (): Promise<void> => {
      const from = step();
      await until(() => !button('Commit').disabled, 'something to commit');
      await press(button('Commit'), '{Enter}');
      await until(() => told() !== '', 'what is told');
      await press(button('Next') ?? button('Finish'), '{Enter}');
      await until(() => step() !== from && ready() && enabled(), 'the next step');
    };
    await press(button('Pin below the coil'), '{Enter}');
    const probe = app.view.getState().probe!;
    await until(() => Boolean(button('Pin to the front')), 'the buttons of the pin');
    await press(button('Pin to the front'), '{ArrowUp}{ArrowUp}');
    expect(app.view.getState().probe![1] - probe[1]).toBeGreaterThan(0.006);
    await goOn();
    await press(one('.task-option input'), ' ');
    await goOn();
    await press(button('Pin below the coil'), '{Enter}');
    await goOn();
    await press(one('.task-number input'), '120');
    await goOn();
    await press(one('.dial'), '{ArrowRight}{ArrowRight}');
    expect(one('.dial').getAttribute('aria-valuenow')).toBe('55');
    await goOn();
    await goOn();
    await press(one('.task-order [data-by="1"]'), '{Enter}');
    expect(all('.task-order li')[1].dataset.item).toBe('round');
    await goOn();
    expect(step()).toBe('end');
    await leave();
  });

  it('of a teacher stands on the shelf; script and HTML in it are text; axe finds nothing on shelf and lesson', async () => {
    const own = structuredClone(lesson) as unknown as { id: string; title: string; steps: { text: string }[]; number?: number };
    own.id = 'own-lesson';
    own.number = undefined;
    own.title = '<img src=x onerror="window.hurt=1">';
    own.steps[0].text = '<script>window.hurt=1</script> **bold** [out](javascript:window.hurt=1)';
    const file = new File([JSON.stringify(own)], 'own.json');
    const transfer = new DataTransfer();
    transfer.items.add(file);
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    await until(() => Boolean(one('[data-lesson="own-lesson"]')), 'the own lesson');
    const check = async (selector: string): Promise<void> => {
      const { violations, passes } = await axe.run(one(selector), { resultTypes: ['violations'] });
      expect(passes.length).toBeGreaterThan(5);
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual([]);
    };
    expect(one('[data-lesson="own-lesson"] h3').textContent).toBe(own.title);
    await check('.shelf');
    one<HTMLButtonElement>('[data-lesson="own-lesson"] .text-button').click();
    await until(() => step() === 'round' && ready() && enabled(), 'the own lesson');
    expect(one('.lesson-text').textContent).toBe('<script>window.hurt=1</script> bold [out](javascript:window.hurt=1)');
    expect(all('.lesson script, .lesson img, .lesson a')).toEqual([]);
    expect((window as { hurt?: number }).hurt).toBeUndefined();
    await check('.lesson');
    await leave();
  });
});
