import { Vector3 } from 'three';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { transformPoint } from '../../src/core/rigidTransform';
import { RING_RADIUS } from '../../src/scene/hand/ringTurn';
import { resetAll, undo } from '../../src/state/store';
import { sendCamera } from '../../src/state/viewStore';
import { type OpenApp, openApp, settled } from './openApp';
import { eyeOf } from './stagePixels';

let app: OpenApp;
let canvas: HTMLCanvasElement;
const degree = Math.PI / 180;

beforeAll(async () => {
  await page.viewport(1000, 640);
  app = await openApp();
  canvas = app.stage.renderer.domElement;
});

beforeEach(async () => {
  resetAll(app.simulation.store);
  sendCamera(app.view, 'target');
  await settled(app);
  canvas.setPointerCapture = () => {};
});

const choices = () => app.simulation.store.getState();
const steps = () => app.simulation.store.temporal.getState().pastStates.length;
const ring = () => app.stage.scene.getObjectByName('ring handle')!;
const nextFrames = async () => {
  for (let n = 0; n < 3; n++) await new Promise(requestAnimationFrame);
};

/** Place of the page where the ring of the coil as it stands now is seen at an angle from its x axis, `outward` meters off. */
function onRing(angle: number, outward = 0): { clientX: number; clientY: number } {
  const { pose, coil } = app.simulation.snapshot();
  const radius = RING_RADIUS + outward;
  const height = -coil.casing.thickness.value - 0.002;
  const point = transformPoint(pose, [radius * Math.cos(angle), radius * Math.sin(angle), height]);
  app.stage.camera.updateMatrixWorld();
  const v = new Vector3(...point).project(app.stage.camera);
  const box = canvas.getBoundingClientRect();
  return { clientX: box.left + ((v.x + 1) / 2) * box.width, clientY: box.top + ((1 - v.y) / 2) * box.height };
}

function send(type: string, place: { clientX: number; clientY: number }, rest: PointerEventInit = {}): void {
  canvas.dispatchEvent(
    new PointerEvent(type, { ...place, bubbles: true, pointerId: 7, button: 0, buttons: type === 'pointerdown' ? 1 : 0, ...rest }),
  );
}

describe('The ring around the coil', () => {
  it.each(['mouse', 'touch', 'pen'])('turns it by what it is turned itself, as one step of the history: %s', async (pointerType) => {
    const start = choices();
    const eye = eyeOf(app.stage);
    const before = steps();
    // Where the ring passes over neither wing, and the same places after 30° in the frame that does not turn.
    const places = [60, 65, 70, 75, 80, 85, 90].map((angle) => onRing(angle * degree));
    if (pointerType === 'touch') send('pointerdown', places[0], { pointerType });
    else send('pointermove', places[0], { pointerType });
    await nextFrames();
    if (pointerType === 'touch') send('pointerup', places[0], { pointerType });
    expect(ring().visible).toBe(true);
    send('pointerdown', places[0], { pointerType });
    for (const place of places.slice(1)) {
      send('pointermove', place, { pointerType, buttons: 1 });
      await nextFrames();
    }
    send('pointerup', places[6], { pointerType });
    await settled(app);
    expect(Math.abs((choices().handleAngle - start.handleAngle) / degree - 30)).toBeLessThan(2);
    expect(choices().offsetForward).toBe(start.offsetForward);
    expect(eyeOf(app.stage)).toEqual(eye);
    expect(steps()).toBe(before + 1);
    undo(app.simulation.store);
    expect(choices().handleAngle).toBe(start.handleAngle);
  });

  it('is there while the pointer is on the coil, gone when it leaves, and is not in the way beside it', async () => {
    send('pointermove', onRing(75 * degree));
    expect(ring().visible).toBe(true);
    send('pointermove', onRing(75 * degree, 0.04));
    expect(ring().visible).toBe(false);
    send('pointermove', onRing(75 * degree));
    send('pointerleave', onRing(75 * degree));
    expect(ring().visible).toBe(false);
  });

  it('leaves scrolling and pinching to the stage', () => {
    expect(getComputedStyle(canvas).touchAction).toBe('none');
  });
});
