import { Vector3 } from 'three';
import { beforeAll, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { transformPoint } from '../../src/core/rigidTransform';
import { resetAll, undo } from '../../src/state/store';
import { sendCamera } from '../../src/state/viewStore';
import { type OpenApp, openApp, settled } from './openApp';

let app: OpenApp;

beforeAll(async () => {
  app = await openApp();
  resetAll(app.simulation.store);
  sendCamera(app.view, 'start');
  await settled(app);
});

type Place = [number, number];

/** Where a head point lies on the page, in CSS pixels of the outermost page (the test runs in a frame of it). */
function onPage(point: readonly [number, number, number]): Place {
  const { camera, renderer } = app.stage;
  camera.updateMatrixWorld();
  const v = new Vector3(...point).project(camera);
  const box = renderer.domElement.getBoundingClientRect();
  const frame = window.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0, width: innerWidth };
  const zoom = frame.width / innerWidth;
  return [frame.left + zoom * (box.left + ((v.x + 1) / 2) * box.width), frame.top + zoom * (box.top + ((1 - v.y) / 2) * box.height)];
}

const mouse = (type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', [x, y]: Place, buttons: number): Promise<unknown> =>
  cdp().send('Input.dispatchMouseEvent', {
    type,
    x,
    y,
    button: buttons || type === 'mouseReleased' ? 'left' : 'none',
    buttons,
    clickCount: 1,
  });

async function drag(from: Place, to: Place): Promise<void> {
  await mouse('mouseMoved', from, 0);
  await mouse('mousePressed', from, 1);
  for (let n = 1; n <= 8; n++) {
    await mouse('mouseMoved', [from[0] + ((to[0] - from[0]) * n) / 8, from[1] + ((to[1] - from[1]) * n) / 8], 1);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  await mouse('mouseReleased', to, 0);
  await settled(app);
}

describe('The hand on the stage', () => {
  it('drags the coil along the scalp under the pointer, as one step of Undo, and leaves the camera alone', async () => {
    const { simulation, stage } = app;
    const camera = stage.camera.position.clone();
    const steps = simulation.store.temporal.getState().pastStates.length;
    const before = simulation.snapshot();
    const from = onPage(before.place.position);
    const goal: [number, number, number] = [...before.place.position];
    const walk = simulation.placeOver([goal[0], goal[1] - 0.02, goal[2] + 0.012]);
    await drag(from, [from[0] + 40, from[1] - 25]);
    const now = simulation.store.getState();
    expect(Math.hypot(now.offsetForward, now.offsetRight)).toBeGreaterThan(0.008);
    expect(Math.hypot(now.offsetForward, now.offsetRight)).toBeLessThan(0.06);
    expect(Math.sign(now.offsetForward)).toBe(Math.sign(walk.offsetForward));
    // The scalp point under the coil followed the pointer.
    const followed = onPage(simulation.snapshot().place.position);
    expect(Math.hypot(followed[0] - from[0] - 40, followed[1] - from[1] + 25)).toBeLessThan(14);
    expect(simulation.store.temporal.getState().pastStates.length).toBe(steps + 1);
    expect(stage.camera.position.distanceTo(camera)).toBeLessThan(1e-9);
    undo(simulation.store);
    expect(simulation.store.getState().offsetForward).toBe(0);
    await settled(app);
  });

  it('leaves the coil where the pointer was let go, also when the last move and the release fall into one frame', async () => {
    const { simulation, stage } = app;
    const canvas = stage.renderer.domElement;
    const box = canvas.getBoundingClientRect();
    const v = new Vector3(...simulation.snapshot().place.position).project(stage.camera);
    const [x, y] = [box.left + ((v.x + 1) / 2) * box.width, box.top + ((1 - v.y) / 2) * box.height];
    const send = (type: string, clientX: number, clientY: number, buttons: number): boolean =>
      canvas.dispatchEvent(new PointerEvent(type, { clientX, clientY, buttons, button: 0, pointerId: 1, bubbles: true, isPrimary: true }));
    // A made-up pointer cannot be captured.
    canvas.setPointerCapture = () => {};
    const steps = simulation.store.temporal.getState().pastStates.length;
    send('pointerdown', x, y, 1);
    send('pointermove', x + 20, y - 12, 1);
    send('pointermove', x + 36, y - 22, 1);
    send('pointerup', x + 40, y - 25, 0);
    Reflect.deleteProperty(canvas, 'setPointerCapture');
    await settled(app);
    const followed = new Vector3(...simulation.snapshot().place.position).project(stage.camera);
    const [fx, fy] = [box.left + ((followed.x + 1) / 2) * box.width, box.top + ((1 - followed.y) / 2) * box.height];
    expect(Math.hypot(fx - x - 40, fy - y + 25)).toBeLessThan(14);
    expect(simulation.store.temporal.getState().pastStates.length).toBe(steps + 1);
    undo(simulation.store);
    await settled(app);
  });

  it('turns the camera when it presses beside the coil, and the choices stay', async () => {
    const { simulation, stage } = app;
    const choices = simulation.store.getState();
    const camera = stage.camera.position.clone();
    const { pose } = simulation.snapshot();
    const beside = onPage(transformPoint(pose, [0, 0, 0]));
    const box = stage.renderer.domElement.getBoundingClientRect();
    const corner: Place = [beside[0] > box.width / 2 ? 60 : box.width * 0.72, box.height * 0.7];
    await drag(corner, [corner[0] + 60, corner[1]]);
    expect(stage.camera.position.distanceTo(camera)).toBeGreaterThan(0.02);
    expect(simulation.store.getState()).toEqual(choices);
  });
});
