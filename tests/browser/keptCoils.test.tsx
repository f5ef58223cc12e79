import { beforeAll, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { isCurrent } from '../../src/field/simulation/isCurrent';
import { choose } from '../../src/state/store';
import { BENT_WINGS, ccdText } from '../coil/files/benchCoils';
import { openApp, until } from './openApp';

beforeAll(async () => {
  await openApp();
});

const simulation = () => window.coilscope!.simulation;
const problems = (): string[] => [...document.querySelectorAll('.notice[data-kind=problem] p')].map(({ textContent }) => textContent ?? '');
const magnitude = (): number => {
  const { field } = simulation().snapshot();
  return field!.summary.atTarget.magnitude * simulation().store.getState().dIdt;
};
const answered = () => until(() => isCurrent(simulation().snapshot(), simulation().store.getState()), 'the field of the latest pose');

/** The page begins anew in this document, with what the browser keeps. */
async function reload(visit: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 700));
  const before = window.coilscope;
  const root = document.createElement('div');
  root.id = 'root';
  document.getElementById('root')!.replaceWith(root);
  const path = `/src/main.tsx?visit=${visit}`;
  await import(/* @vite-ignore */ path);
  await until(() => window.coilscope !== before && simulation().snapshot().field !== null, 'the first field of the next visit');
  await answered();
}

describe('A coil of one’s own', () => {
  it('is there after the page was loaded again, chosen, with the same field; removed, it is gone for good', async () => {
    choose(simulation().store, { fieldModel: 'sphere' });
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([ccdText(BENT_WINGS)], 'bent-wings.ccd'));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    await until(() => simulation().store.getState().coilId.startsWith('own-'), 'the own coil');
    await answered();
    const { coilId } = simulation().store.getState();
    const before = magnitude();
    expect(before).toBeGreaterThan(80);

    await reload(2);
    expect(problems()).toEqual([]);
    expect(simulation().store.getState().coilId).toBe(coilId);
    expect(simulation().snapshot().coil.name).toBe('Bench wings');
    expect(magnitude() / before).toBeCloseTo(1, 6);

    for (const details of document.querySelectorAll('details'))
      if (details.querySelector('summary')?.textContent === 'All coils and stimulators') details.open = true;
    await page.getByRole('button', { name: 'Remove this coil' }).click();
    expect(simulation().store.getState().coilId).toBe('magstim-d70');
    // As if the choices were older than the removal.
    choose(simulation().store, { coilId });
    await reload(3);
    expect(simulation().store.getState().coilId).toBe('magstim-d70');
    expect(problems()).toEqual([
      'The scene of the last visit was not taken over as a whole; its coil came from a file that is not here: open that file first, or use a scene file, which holds it.',
    ]);
  });
});
