import axe from 'axe-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { keepScene } from '../../src/field/simulation/comparison';
import { keptRecords, openSceneShelf } from '../../src/share/keeping/sceneShelf';
import { captureScene } from '../../src/share/scene/captureScene';
import { presentIds } from '../../src/share/scene/openSceneFile';
import { readSceneValue } from '../../src/share/scene/readSceneFile';
import { type Scene, withoutFileParts } from '../../src/share/scene/scene';
import { writeSceneFile } from '../../src/share/scene/sceneFile';
import { readSceneLink, writeSceneLink } from '../../src/share/scene/sceneLink';
import { choose, resetAll, undo } from '../../src/state/store';
import { sendCamera } from '../../src/state/viewStore';
import { type OpenApp, openApp, settled, until } from './openApp';

let app: OpenApp;
const present = (): Scene => captureScene(app.simulation, app.view);
/** Problems alone. */
const notices = (): string[] => [...document.querySelectorAll('.notice[data-kind=problem] p')].map(({ textContent }) => textContent ?? '');

function drop(name: string, content: BlobPart): void {
  const data = new DataTransfer();
  data.items.add(new File([content], name));
  window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
}

beforeAll(async () => {
  await page.viewport(1000, 640);
  app = await openApp();
});

describe('A scene on the page', () => {
  it('is reopened by dropping its file or its picture, with camera, page of the strip, and kept scene, and one Undo takes it back', async () => {
    const { simulation, view } = app;
    choose(simulation.store, { targetId: 'm1-hand', handleAngle: 0.3 });
    await settled(app);
    keepScene(simulation);
    choose(simulation.store, { dIdt: 50e6, showContours: true });
    view.setState({ stripTab: 'compare' });
    sendCamera(view, 'superior');
    await settled(app);
    const shown = present();
    const text = writeSceneFile(shown, '0.0.0');
    const picture = await window.coilscope!.picture!({ width: 320, height: 180 });
    for (const [name, content] of [
      ['scene.json', text],
      ['picture.png', picture],
    ] as const) {
      resetAll(simulation.store);
      simulation.comparison.setState({ kept: null });
      view.setState({ stripTab: 'plots' });
      sendCamera(view, 'left');
      await settled(app);
      const before = present();
      drop(name, content);
      await until(() => simulation.comparison.getState().kept !== null, 'the kept scene');
      await settled(app);
      expect(present()).toEqual(shown);
      undo(simulation.store);
      await settled(app);
      expect(present()).toEqual(before);
    }
  });

  it('stays as it is when something else is dropped, and one sentence says what it was', async () => {
    const before = present();
    drop('broken.json', '{"format":');
    await until(() => notices().length === 1, 'the sentence');
    expect(notices()[0]).toMatch(/^broken\.json was not opened: .+\.$/);
    expect(present()).toEqual(before);
  });

  it('is in the address and in the browser’s database at rest', async () => {
    choose(app.simulation.store, { dIdt: 61e6 });
    const known = presentIds(app.simulation);
    await until(() => readSceneLink(location.hash, known).scene.choices.dIdt === 61e6, 'the link');
    const shelf = await openSceneShelf(() => indexedDB);
    const [record] = await keptRecords(shelf!);
    expect(readSceneValue(record.value, known, 'It').scene).toEqual(present());
  });

  it('is left by Back where it is a level, and a link in the address bar opens as one step', async () => {
    app.view.setState({ level: 'safety' });
    history.back();
    await until(() => app.view.getState().level === null, 'the stage');
    const { store } = app.simulation;
    const scene = { ...present(), choices: { ...present().choices, dIdt: 33e6 } };
    location.hash = writeSceneLink(scene);
    await until(() => store.getState().dIdt === 33e6, 'the scene of the link');
    undo(store);
    expect(store.getState().dIdt).toBe(61e6);
  });
});

describe('The dialog that shares', () => {
  const button = (name: string): HTMLButtonElement =>
    [...document.querySelectorAll<HTMLButtonElement>('button')].find(({ textContent, ariaLabel }) =>
      (ariaLabel ?? textContent ?? '').startsWith(name),
    )!;

  it('has the link of the scene, its code over the whole window, and data; each closes by itself', async () => {
    button('Share').click();
    await until(() => document.querySelector('.share textarea') !== null, 'the dialog');
    const link = document.querySelector<HTMLTextAreaElement>('.share textarea')!.value;
    expect(readSceneLink(link, presentIds(app.simulation)).scene).toEqual(withoutFileParts(present()));
    const { violations } = await axe.run(document.querySelector('.share')!);
    expect(violations.map(({ id }) => id)).toEqual([]);
    button('Show the code').click();
    await until(() => document.querySelector('.scene-code svg') !== null, 'the code');
    const { width, height } = document.querySelector('.scene-code svg')!.getBoundingClientRect();
    expect(Math.min(width, height)).toBeGreaterThan(0.9 * Math.min(innerWidth, innerHeight));
    document.querySelector<HTMLElement>('.scene-code .icon-button')!.click();
    await until(() => document.querySelector('.scene-code') === null, 'the end of the code');
    expect(document.querySelector('.share')).not.toBeNull();
    document.querySelector<HTMLElement>('.share .note-close')!.click();
    await until(() => document.querySelector('.share') === null, 'the end of the dialog');
  });
});

describe('The composer', () => {
  const composer = () => document.querySelector<HTMLDialogElement>('dialog.composer');
  const preview = () => composer()?.querySelector<HTMLCanvasElement>('.composer-picture canvas') ?? null;
  const button = (name: string) => [...(composer()?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === name);

  it('opens from the dialog that shares, shows the figure, and a large one can be canceled; the stage stays as it was', async () => {
    const { simulation, stage } = app;
    resetAll(simulation.store);
    await settled(app);
    const before = present();
    await page.getByRole('button', { name: /^Share/ }).click();
    await page.getByRole('button', { name: 'Compose a figure' }).click();
    await until(() => preview() !== null, 'the preview');
    expect(preview()!.width / preview()!.height).toBeCloseTo(16 / 9, 2);
    await page.getByLabelText('Panels').selectOptions('plots');
    const single = preview();
    await until(() => preview() !== single, 'the preview with plots');
    const { violations } = await axe.run(composer()!, { runOnly: ['wcag2a', 'wcag2aa'] });
    expect(violations.map(({ id }) => id)).toEqual([]);
    button('Save PNG')!.click();
    await until(() => button('Cancel') !== undefined, 'the progress');
    button('Cancel')!.click();
    await until(() => composer()!.querySelector('.composer-said')?.textContent === 'Canceled.', 'the end of the figure');
    composer()!.querySelector<HTMLButtonElement>('[aria-label="Close"]')!.click();
    await until(() => composer() === null, 'the closed dialog');
    expect(present()).toEqual(before);
    expect(stage.renderer.getContext().isContextLost()).toBe(false);
    for (const letter of ['L', 'R', 'A', 'P']) expect(stage.scene.getObjectByName(`letter ${letter}`)!.visible).toBe(true);
  });
});
