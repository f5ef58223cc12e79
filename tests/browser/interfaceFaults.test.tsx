import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { choose } from '../../src/state/store';
import { TimeAxis } from '../../src/ui/levels/shared/TimeAxis';
import type { TimeSectionId } from '../../src/ui/levels/shared/timeSections';
import { type MountedInterface, mountInterface } from './fixtures/mountInterface';
import { type MountedLevel, mountLevel } from './fixtures/mountLevel';

let ui: MountedInterface | MountedLevel | undefined;
afterEach(() => ui?.unmount());

const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];

async function open(): Promise<MountedInterface> {
  await page.viewport(1440, 900);
  const mounted = mountInterface();
  ui = mounted;
  await expect.poll(() => all('.plot').length).toBe(2);
  return mounted;
}

function drop(name: string, text: string): DragEvent {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], name));
  const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
  (document.querySelector('.stage') as Element).dispatchEvent(event);
  return event;
}

describe('The axis of time', () => {
  it('asks once for the section that is pressed, also by key, and once more when it is pressed again', async () => {
    const asked: TimeSectionId[] = [];
    ui = mountLevel(() => {
      const [section, setSection] = useState<TimeSectionId>('pulse');
      const onSection = (id: TimeSectionId): void => {
        asked.push(id);
        setSection(id);
      };
      return <TimeAxis section={section} window={null} onSection={onSection} />;
    });
    await expect.poll(() => all('.time-section input').length).toBe(6);
    const input = (n: number): HTMLElement => all('.time-section input')[n];
    input(2).click();
    await expect.poll(() => asked).toEqual(['train']);
    input(2).click();
    await expect.poll(() => asked).toEqual(['train', 'train']);
    input(2).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(() => asked).toEqual(['train', 'train', 'session']);
  });
});

describe('A file that is dropped', () => {
  it('is answered with a sentence when nothing opens its kind, and never takes the place of the page', async () => {
    await open();
    const event = drop('holiday.jpg', '');
    expect(event.defaultPrevented).toBe(true);
    await expect
      .poll(() => document.querySelector('.notice')?.textContent)
      .toBe(
        'A dropped file must be a scene (.json, .png), a coil (.ccd, .tcd, .nii.gz, .nii), poses (.txt, .xml, .csv, .dat) or, on the Protocol screen, a protocol (.json); instead received "holiday.jpg".',
      );
  });

  it('takes the sentence of the last one away once it could be read', async () => {
    const { view } = await open();
    drop('broken.tcd', 'not a coil');
    await expect.poll(() => view.getState().problem).toContain('broken.tcd');
    drop('two.ccd', '# two wings\n2\n# centers and weights\n-0.04 0 0 0 0 1e-3\n0.04 0 0 0 0 -1e-3\n');
    await expect.poll(() => view.getState().problem).toBe(null);
    expect(all('.notice')).toEqual([]);
  });
});

describe('The plot of the pulse', () => {
  it.each(['monophasic', 'biphasic'] as const)('holds the curve of a component that points inward, of a %s pulse', async (pulseShape) => {
    const { simulation } = await open();
    const field = simulation.snapshot().field;
    if (!field) throw new Error('The stand-in simulation has a field.');
    choose(simulation.store, { fieldComponent: 'normal', pulseShape });
    const inward = (-150 / simulation.store.getState().dIdt) as number;
    simulation.publish({
      field: {
        ...field,
        summary: { ...field.summary, atTarget: { vector: [0, 0, inward], magnitude: Math.abs(inward), normal: inward, tangential: 0 } },
      },
    });
    const curve = (): DOMRect => (document.querySelector('.plot-cell.pulse .plot .curve.field') as SVGGraphicsElement).getBBox();
    await expect.poll(() => curve().height).toBeGreaterThan(10);
    const heights = all('.plot-cell.pulse .gridline').map((element) => Number(element.getAttribute('y1')));
    await expect.poll(() => curve().y + curve().height).toBeLessThanOrEqual(Math.max(...heights) + 0.5);
    expect(curve().y).toBeGreaterThanOrEqual(Math.min(...heights) - 0.5);
    expect(document.querySelector('.plot-cell.pulse')?.textContent).toContain('\u2212150');
  });
});
