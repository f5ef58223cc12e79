import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { coilById } from '../../src/coil/coilLibrary';
import { stimulatorById } from '../../src/coil/stimulatorLibrary';
import { coilDipoles } from '../../src/coil/windings/windingsToDipoles';
import { readouts } from '../../src/field/measures/readouts';
import { firstPhase } from '../../src/field/pulse/pulseOfChoices';
import { choose, resetAll, undo } from '../../src/state/store';
import { type OpenApp, openApp, settled, until } from './openApp';

let app: OpenApp;
beforeAll(async () => {
  app = await openApp();
});
beforeEach(async () => {
  resetAll(app.simulation.store);
  choose(app.simulation.store, { fieldModel: 'sphere' });
  const details = Array.from(document.querySelectorAll('details')).find(
    (d) => d.querySelector('summary')?.textContent === 'All coils and stimulators',
  )!;
  details.open = true;
  await settled(app);
});

const choices = () => app.simulation.store.getState();
const steps = (): number => app.simulation.store.temporal.getState().pastStates.length;
const atTarget = (): number => readouts(app.simulation.snapshot(), choices())!.atTarget;

function drop(name: string, text: string): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], name));
  window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}

function ccdOf(id: string): string {
  const { positions, moments } = coilDipoles(coilById(id));
  const rows = Array.from({ length: positions.length / 3 }, (_, n) =>
    [...positions.slice(3 * n, 3 * n + 3), ...moments.slice(3 * n, 3 * n + 3)].join(' '),
  );
  return ['# Copied coil', rows.length, '# x y z mx my mz', ...rows].join('\n');
}

describe('The coil library', () => {
  it('is one radio group that the arrow keys go through, each coil drawn from its windings', async () => {
    await expect.element(page.getByRole('radio', { name: /Magstim D70/ })).toBeChecked();
    expect(document.querySelectorAll('.coil-card svg path').length).toBeGreaterThanOrEqual(10);
    document.querySelector<HTMLElement>('.coil-cards input:checked')?.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(choices().coilId).toBe('magstim-70mm-figure8');
    await settled(app);
    expect(app.simulation.snapshot().coil.id).toBe('magstim-70mm-figure8');
    undo(app.simulation.store);
    expect(choices().coilId).toBe('magstim-d70');
  });

  it('gives a stimulator its own pulse shape and width, as one step', async () => {
    const before = steps();
    await page.getByRole('combobox', { name: 'Stimulator' }).selectOptions('magstim-200');
    const own = stimulatorById('magstim-200');
    expect(choices().pulseShape).toBe(own.shape);
    expect(choices().pulseWidth / firstPhase(own)).toBeCloseTo(1, 6);
    expect(steps()).toBe(before + 1);
  });

  it('has an editor whose every change is seen at once: twice the layers, about twice the field', async () => {
    choose(app.simulation.store, { coilId: 'edited' });
    await settled(app);
    const one = atTarget();
    const turns = page.getByRole('textbox', { name: 'Layers', exact: true });
    await turns.fill('2');
    await userEvent.keyboard('{Enter}');
    await settled(app);
    expect(choices().editedLayers).toBe(2);
    expect(atTarget() / one).toBeGreaterThan(1.7);
    expect(atTarget() / one).toBeLessThan(2);
  });
});

describe('A coil file that is dropped on the page', () => {
  it('becomes the coil; a copy of a shipped coil gives the same field where it lies the same', async () => {
    choose(app.simulation.store, { coilDistance: 0.02 });
    await settled(app);
    const shipped = atTarget();
    drop('copy.ccd', ccdOf('magstim-d70'));
    await until(() => choices().coilId.startsWith('own-'), 'the own coil');
    await settled(app);
    expect(app.simulation.snapshot().coil.name).toBe('Copied coil');
    // The hull of the dipoles is not the casing; the origin of both lies on the face.
    expect(Math.abs(atTarget() / shipped - 1)).toBeLessThan(0.02);
    undo(app.simulation.store);
    expect(choices().coilId).toBe('magstim-d70');
  });

  it('is answered by one sentence when it is malformed, and the former coil stays', async () => {
    const before = choices();
    drop('broken.ccd', '# x\n2\n# y\n0 0 0 0 0 1\n0 0 nothing 0 0 1\n');
    await until(() => app.view.getState().problem !== null, 'the sentence');
    await expect
      .element(page.getByText('broken.ccd, line 5, must hold six finite numbers; instead received "0 0 nothing 0 0 1".'))
      .toBeVisible();
    expect(choices()).toEqual(before);
    expect(app.simulation.snapshot().coil.id).toBe('magstim-d70');
    app.view.setState({ problem: null });
  });
});
