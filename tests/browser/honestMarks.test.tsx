import { Vector3 } from 'three';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { transformPoint } from '../../src/core/rigidTransform';
import { distance, type Vec3 } from '../../src/core/vec3';
import { cortexQueries } from '../../src/field/probe/cortexQueries';
import { pointerRay } from '../../src/scene/hand/pointerRay';
import { probeAlong } from '../../src/scene/hand/probeAlong';
import { RING_RADIUS } from '../../src/scene/hand/ringTurn';
import { choose, resetAll } from '../../src/state/store';
import { sendCamera, type ViewPreset } from '../../src/state/viewStore';
import { type OpenApp, openApp, settled, until } from './openApp';
import { pixelOf, readPicture } from './stagePixels';

let app: OpenApp;
let canvas: HTMLCanvasElement;

beforeAll(async () => {
  await page.viewport(1000, 700);
  app = await openApp();
  canvas = app.stage.renderer.domElement;
  // Pointers that a test makes up cannot be captured.
  canvas.setPointerCapture = () => {};
  canvas.releasePointerCapture = () => {};
});

beforeEach(async () => {
  resetAll(app.simulation.store);
  app.view.setState({ probe: null, probePinned: false });
  sendCamera(app.view, 'start');
  await settled(app);
});

const frames = async (count = 4) => {
  for (let n = 0; n < count; n++) await new Promise(requestAnimationFrame);
};

function onPage(point: Vec3): { clientX: number; clientY: number } {
  app.stage.camera.updateMatrixWorld();
  const v = new Vector3(...point).project(app.stage.camera);
  const box = canvas.getBoundingClientRect();
  return { clientX: box.left + ((v.x + 1) / 2) * box.width, clientY: box.top + ((1 - v.y) / 2) * box.height };
}

const send = (type: string, place: { clientX: number; clientY: number }, buttons = 0): boolean =>
  canvas.dispatchEvent(new PointerEvent(type, { ...place, bubbles: true, pointerId: 7, button: 0, buttons, pointerType: 'mouse' }));

/** The point of the cortex under a place of the page. */
function under(place: { clientX: number; clientY: number }): Vec3 | null {
  const { origin, direction } = pointerRay(place, canvas, app.stage.camera);
  return probeAlong(cortexQueries(app.simulation.head.cortex), app.simulation.store.getState(), origin, direction);
}

/** How many pixels around a point have the color of the marks. */
async function redPixels(preset: ViewPreset): Promise<number> {
  choose(app.simulation.store, { showCoil: false, showScalp: false });
  sendCamera(app.view, preset);
  await settled(app);
  const [cx, cy] = pixelOf(app.stage, app.simulation.snapshot().target.cortex);
  const { pixel } = readPicture(app.stage);
  let count = 0;
  for (let y = cy - 40; y <= cy + 40; y++) {
    for (let x = cx - 40; x <= cx + 40; x++) {
      const [r, g, b] = pixel(x, y);
      if (r > 225 && g < 150 && b < 130) count++;
    }
  }
  return count;
}

describe('Marks', () => {
  it('are solid before the brain, and never drawn in full through it', async () => {
    expect(await redPixels('target')).toBeGreaterThan(60);
    expect(await redPixels('right')).toBe(0);
    // But they are still there, faint.
    const seen = readPicture(app.stage);
    const [cx, cy] = pixelOf(app.stage, app.simulation.snapshot().target.cortex);
    const patch = (from: { pixel(x: number, y: number): Uint8Array }): number[] =>
      Array.from({ length: 61 * 61 }, (_, n) => [...from.pixel(cx - 30 + (n % 61), cy - 30 + Math.floor(n / 61))].slice(0, 3)).flat();
    const withMarks = patch(seen);
    choose(app.simulation.store, { showMarks: false });
    await settled(app);
    const without = patch(readPicture(app.stage));
    expect(withMarks.filter((byte, n) => Math.abs(byte - without[n]) > 12).length).toBeGreaterThan(20);
  });
});

describe('The probe', () => {
  it('is under the pointer over the ring too', async () => {
    sendCamera(app.view, 'target');
    await settled(app);
    const { pose, coil } = app.simulation.snapshot();
    const height = -coil.casing.thickness.value - 0.002;
    const ringAt = (degrees: number): { clientX: number; clientY: number } => {
      const angle = (degrees * Math.PI) / 180;
      return onPage(transformPoint(pose, [RING_RADIUS * Math.cos(angle), RING_RADIUS * Math.sin(angle), height]));
    };
    const places = Array.from({ length: 72 }, (_, n) => ringAt(5 * n)).filter((place) => under(place) !== null);
    expect(places.length).toBeGreaterThan(4);
    for (const place of places) {
      send('pointermove', place);
      await frames();
      const { probe } = app.view.getState();
      expect(probe && distance(probe, under(place)!)).toBeLessThan(1e-6);
    }
  });

  it('is gone while the coil is dragged or the camera turned, and afterward is under the pointer again', async () => {
    const center = onPage(app.simulation.snapshot().place.position);
    send('pointermove', center);
    await frames();
    send('pointerdown', center, 1);
    expect(app.view.getState().probe).toBeNull();
    const moved = { clientX: center.clientX + 60, clientY: center.clientY + 24 };
    send('pointermove', moved, 1);
    await frames();
    expect(app.view.getState().probe).toBeNull();
    const label = document.querySelector<HTMLElement>('.hand-label')!;
    expect(label.hidden).toBe(false);
    expect(label.textContent).toMatch(/^\d+\u202fmm from the target$/);
    send('pointerup', moved);
    await frames();
    expect(label.hidden).toBe(true);
    const here = under(moved);
    expect(app.view.getState().probe).toEqual(here);
    sendCamera(app.view, 'superior');
    await until(() => app.view.getState().probe !== here, 'the probe to leave');
    await settled(app);
    expect(app.view.getState().probe).toEqual(under(moved));
  });
});

describe('A cut', () => {
  it('has a handle in the view that moves it, as one step of Undo, and says where it is', async () => {
    choose(app.simulation.store, { cutAxial: true });
    await settled(app);
    const steps = () => app.simulation.store.temporal.getState().pastStates.length;
    const handle = app.stage.scene.getObjectByName('cut handles')!.children[2];
    expect(handle.visible).toBe(true);
    expect(app.stage.camera.position.z - 0.02).toBeGreaterThan(0.4);
    const before = steps();
    const at = app.simulation.store.getState().cutZ;
    const point = handle.position.toArray() as unknown as Vec3;
    const from = onPage(point);
    const to = onPage([point[0], point[1], point[2] + 0.015]);
    send('pointermove', from);
    send('pointerdown', from, 1);
    send('pointermove', to, 1);
    expect(document.querySelector('.hand-label')?.textContent).toMatch(/^axial \d+\u202fmm$/);
    send('pointerup', to);
    await settled(app);
    expect(app.simulation.store.getState().cutZ - at).toBeCloseTo(0.015, 4);
    expect(steps()).toBe(before + 1);
  });
});
