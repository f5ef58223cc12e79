import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { writePoses } from '../../src/coil/poses/writePoses';
import { distance } from '../../src/core/vec3';
import { choose, resetAll, undo } from '../../src/state/store';
import { type OpenApp, openApp, settled, until } from './openApp';

let app: OpenApp;
beforeAll(async () => {
  app = await openApp();
});
beforeEach(async () => {
  resetAll(app.simulation.store);
  app.simulation.session.setState({ poses: null });
  await settled(app);
});

const poseNow = () => app.simulation.snapshot().pose;
const box = (): HTMLTextAreaElement => document.querySelector('.pose-paste textarea')!;
const words = (): string => document.querySelector('.pose-list')?.textContent ?? '';
const problems = (): string[] => [...document.querySelectorAll('.notice[data-kind=problem] p')].map(({ textContent }) => textContent ?? '');

/** Two poses of the coil on this head, 25 mm and 40° apart. */
async function twoPoses() {
  const first = poseNow();
  choose(app.simulation.store, { offsetForward: 0.02, offsetRight: 0.015, handleAngle: 0.1, tiltPitch: 0.1 });
  await settled(app);
  const second = poseNow();
  resetAll(app.simulation.store);
  await settled(app);
  return [first, second];
}

function drop(name: string, text: string): void {
  const transfer = new DataTransfer();
  transfer.items.add(new File([text], name));
  window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
}

describe('Poses from navigation', () => {
  it('are pasted as text: the coil goes to the first in one step, and from pose to pose by buttons', async () => {
    const [first, second] = await twoPoses();
    choose(app.simulation.store, { handleAngle: -1 });
    await settled(app);
    const steps = app.simulation.store.temporal.getState().pastStates.length;
    (document.querySelector('.pose-paste')!.closest('details') as HTMLDetailsElement).open = true;
    await userEvent.fill(
      box(),
      writePoses(
        [
          { name: 'a', pose: first },
          { name: 'b', pose: second },
        ],
        'simnibs',
      ),
    );
    await page.getByRole('button', { name: 'Put the coil there', exact: true }).click();
    await until(() => words().includes('1 of 2'), 'the list');
    await settled(app);
    expect(app.simulation.store.temporal.getState().pastStates.length).toBe(steps + 1);
    expect(1e3 * distance(poseNow().origin, first.origin)).toBeLessThan(0.05);
    await page.getByRole('button', { name: 'Next pose' }).click();
    await until(() => words().includes('2 of 2'), 'the second');
    await settled(app);
    expect(1e3 * distance(poseNow().origin, second.origin)).toBeLessThan(0.05);
    expect(1e3 * distance(poseNow().y, second.y)).toBeLessThan(1);
    expect(words()).toContain('This pose is reached on this head.');
    undo(app.simulation.store);
    await settled(app);
    expect(1e3 * distance(poseNow().origin, first.origin)).toBeLessThan(0.05);
  });

  it.each(['brainsight', 'localite'] as const)('are dropped as a file of %s, with its names and axes', async (program) => {
    const [, second] = await twoPoses();
    drop(program === 'localite' ? 'markers.xml' : 'targets.txt', writePoses([{ name: 'hot spot', pose: second }], program));
    await until(() => words().includes('hot spot'), 'the pose');
    await settled(app);
    expect(1e3 * distance(poseNow().origin, second.origin)).toBeLessThan(0.05);
    expect(1e3 * distance(poseNow().y, second.y)).toBeLessThan(1);
  });

  it('that cannot be read are refused in one sentence and leave the coil where it is', async () => {
    const before = poseNow();
    drop('mirror.txt', '-1 0 0 -60\n0 1 0 40\n0 0 1 50\n0 0 0 1');
    await until(() => problems().length > 0, 'the sentence');
    expect(problems().join()).toContain('mirror.txt must be a rotation; instead received a mirror');
    expect(poseNow()).toBe(before);
    expect(app.simulation.session.getState().poses).toBeNull();
  });
});
