import { beforeAll, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { createColorScale } from '../../src/field/color/colorScale';
import { figureSubject } from '../../src/figure/content/figureSubject';
import { createFigure } from '../../src/figure/createFigure';
import { paintBackground } from '../../src/figure/picture/background';
import { compositePixels } from '../../src/figure/picture/compositePixels';
import { type DrawInto, renderTiles } from '../../src/figure/picture/renderView';
import { FIRST_FIGURE } from '../../src/share/figure/figureOptions';
import { captureScene } from '../../src/share/scene/captureScene';
import { knownIds } from '../../src/share/scene/knownIds';
import { readSceneBytes } from '../../src/share/scene/readSceneFile';
import { START_DISTANCE } from '../../src/state/cameraPlace';
import { choose, resetAll } from '../../src/state/store';
import { sendCamera } from '../../src/state/viewStore';
import { drawStage } from './drawStage';
import { type OpenApp, openApp, pixelAt, settled } from './openApp';
import { valueAtTargetPoint } from './stagePixels';

let app: OpenApp;

beforeAll(async () => {
  // In a small window one pixel of the screen covers more than a millimeter of the cortex.
  await page.viewport(1200, 800);
  app = await openApp();
  resetAll(app.simulation.store);
  choose(app.simulation.store, { showScalp: false, showCoil: false, showMarks: false });
  sendCamera(app.view, 'target');
  await settled(app);
});

describe('The exported picture', () => {
  it('is a PNG of 3840 × 2160 pixels that carries the scene', async () => {
    const blob = await createFigure(app.stage, { scene: app.simulation, view: app.view }, '0.0.0', FIRST_FIGURE);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const view = new DataView(bytes.buffer);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([3840, 2160]);
    const { scene, refusal } = readSceneBytes(bytes, knownIds(app.simulation.head.landmarks));
    expect([scene, refusal]).toEqual([captureScene(app.simulation, app.view), null]);
    // The camera stands where it was sent, not where it began.
    expect(scene.view.camera.distance).toBeLessThan(START_DISTANCE);
    // The browser itself accepts the file, checksum of the added chunk included.
    const image = await createImageBitmap(blob);
    expect([image.width, image.height]).toEqual([3840, 2160]);
  });

  it('shows at the target the color that the screen shows, across the seams of its tiles too', async () => {
    // On the folded cortex the field changes by more than that from pixel to pixel.
    choose(app.simulation.store, { fieldModel: 'sphere' });
    await settled(app);
    const { simulation, stage } = app;
    const { cortex } = simulation.snapshot().target;
    const onScreen = pixelAt(app, cortex).slice(0, 3);
    const canvas = drawStage(stage, 2600, 1462, 'stage');
    const clip = toClip(stage, cortex, 2600 / 1462);
    const context = canvas.getContext('2d');
    const inPicture = Array.from(context!.getImageData(Math.floor(clip[0] * 2600), Math.floor(clip[1] * 1462), 1, 1).data).slice(0, 3);
    inPicture.forEach((channel, c) => {
      expect(Math.abs(channel - onScreen[c])).toBeLessThanOrEqual(3);
    });
    const value = valueAtTargetPoint(app);
    createColorScale('viridis', simulation.store.getState().fieldLimit, 'V/m')
      .color(value)
      .forEach((channel, c) => {
        expect(Math.abs(inPicture[c] - channel)).toBeLessThanOrEqual(3);
      });
    // The seam of the tiles lies at x = 2048, as at every 1024: the background is continuous across it.
    const left = context!.getImageData(2047, 20, 1, 1).data;
    const right = context!.getImageData(2048, 20, 1, 1).data;
    for (let c = 0; c < 3; c++) expect(Math.abs(left[c] - right[c])).toBeLessThanOrEqual(2);
  });

  it('is empty behind the head where that is asked for, and the same on the cortex', () => {
    const { cortex } = app.simulation.snapshot().target;
    const [filled, empty] = [drawStage(app.stage, 800, 450, 'stage'), drawStage(app.stage, 800, 450, null)];
    const at = (canvas: HTMLCanvasElement, x: number, y: number) => Array.from(canvas.getContext('2d')!.getImageData(x, y, 1, 1).data);
    expect(at(empty, 2, 2)[3]).toBe(0);
    expect(at(filled, 2, 2)[3]).toBe(255);
    const clip = toClip(app.stage, cortex, 800 / 450);
    const place = [Math.floor(clip[0] * 800), Math.floor(clip[1] * 450)] as const;
    expect(at(empty, ...place)).toEqual(at(filled, ...place));
  });

  it.each(['stage', 'light'] as const)('is what the screen shows, pixel by pixel, in the theme %s', async (theme) => {
    const { simulation, view, stage } = app;
    // Where the page has words the coil makes way for them; a figure has its words elsewhere.
    for (const words of document.querySelectorAll<HTMLElement>('[data-words]')) words.style.display = 'none';
    choose(simulation.store, { theme, showScalp: true, showCoil: true, showMarks: true });
    await settled(app);
    // A figure writes the letters itself.
    const letters = stage.scene.getObjectsByProperty('type', 'Mesh').filter(({ name }) => name.startsWith('letter '));
    expect(letters).toHaveLength(4);
    for (const letter of letters) letter.visible = false;
    stage.draw();
    for (const letter of letters) letter.visible = true;
    const { width, height } = stage.renderer.domElement;
    const screen = new Uint8Array(4 * width * height);
    const gl = stage.renderer.getContext();
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, screen);
    const page = document.createElement('canvas');
    [page.width, page.height] = [width, height];
    const ground = page.getContext('2d', { willReadFrequently: true })!;
    paintBackground(ground, width, height, theme);
    const behind = ground.getImageData(0, 0, width, height);
    compositePixels(screen, behind.data, width, height);
    const staging = figureSubject({ scene: simulation, view }, FIRST_FIGURE, '0.0.0', 0).views[0].staging;
    const place = { x: 0, y: 0, width, height };
    const draw: DrawInto = (target, camera) => stage.drawStaging(target, camera, staging);
    paintBackground(ground, width, height, theme);
    for (const _ of renderTiles(stage, draw, stage.camera, ground, place));
    const picture = ground.getImageData(0, 0, width, height).data;
    let other = 0;
    for (let n = 0; n < picture.length; n += 4) if ([0, 1, 2].some((c) => Math.abs(picture[n + c] - behind.data[n + c]) > 2)) other++;
    // Edges are drawn from other samples.
    expect(other / (width * height)).toBeLessThan(0.0005);
  });

  it('stands in the stage’s place while the page is printed, on light ground, whatever the theme', async () => {
    choose(app.simulation.store, { theme: 'stage' });
    await settled(app);
    const printed = () => document.querySelector<HTMLCanvasElement>('.stage > .printed-stage');
    await window.coilscope!.picture!({ width: 64, height: 64 });
    window.dispatchEvent(new Event('beforeprint'));
    const { width, height } = printed()!;
    const { data } = printed()!.getContext('2d')!.getImageData(0, 0, width, height);
    expect(Math.min(data[0], data[1], data[2])).toBeGreaterThan(200);
    // The legend's largest color: the end of viridis, in no tissue.
    let yellow = 0;
    for (let n = 0; n < data.length; n += 4) if (data[n] > 220 && data[n + 1] > 200 && data[n + 2] < 60) yellow++;
    expect(yellow).toBeGreaterThan(20);
    window.dispatchEvent(new Event('afterprint'));
    expect(printed()).toBeNull();
    await settled(app);
  });

  it('leaves the stage as it was', async () => {
    const frame = app.stage.framesDrawn();
    await settled(app);
    expect(app.stage.renderer.getRenderTarget()).toBeNull();
    expect(app.stage.framesDrawn()).toBe(frame);
  });
});

/** Place of a head point in a picture of the given aspect, as shares of its width and height from the top left. */
function toClip(stage: OpenApp['stage'], point: readonly [number, number, number], aspect: number): [number, number] {
  const camera = stage.camera.clone();
  camera.aspect = aspect;
  camera.updateProjectionMatrix();
  camera.updateMatrixWorld();
  const v = camera.position
    .clone()
    .set(...point)
    .project(camera);
  return [(v.x + 1) / 2, (1 - v.y) / 2];
}
