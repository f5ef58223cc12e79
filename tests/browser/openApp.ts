import { isCurrent } from '../../src/field/simulation/isCurrent';
import { dataState } from '../../src/field/simulation/modelLadder';
import type { Simulation } from '../../src/field/simulation/simulation';
import type { StageHandle } from '../../src/scene/Stage';
import { SCENE_DATABASE } from '../../src/share/keeping/sceneShelf';
import { COIL_DATABASE } from '../../src/state/coilDatabase';
import { choose } from '../../src/state/store';
import type { ViewStore } from '../../src/state/viewStore';

export interface OpenApp {
  readonly simulation: Simulation;
  readonly view: ViewStore;
  readonly stage: StageHandle;
}

/** A picture is still when no frame was drawn for this long, in milliseconds, and the browser had its turn to draw one. */
const STILL = 80;

/** Starts the whole application in the test page, once, and waits for the first field on the stage. */
export async function openApp(): Promise<OpenApp> {
  if (!document.getElementById('root')) {
    document.body.style.margin = '0';
    const root = document.createElement('div');
    root.id = 'root';
    document.body.append(root);
    // Test files share the browser's storage: none starts from what another one chose.
    localStorage.clear();
    for (const name of [COIL_DATABASE, SCENE_DATABASE]) await forget(name);
    sessionStorage.clear();
    history.replaceState(null, '', location.href.split('#')[0]);
    await import('../../src/main');
  }
  await until(() => Boolean(window.coilscope?.stage && window.coilscope.simulation.snapshot().field), 'the first field on the stage');
  const { simulation, view, stage } = window.coilscope!;
  // The page begins as the system is set, which differs from machine to machine.
  choose(simulation.store, { theme: 'stage' });
  simulation.store.temporal.getState().clear();
  // The folded cortex replaces the sphere some time after the first picture; no test should see that happen under its hands.
  await until(() => dataState('folded', simulation.snapshot()).phase !== 'loading', 'the files of the head');
  await settled({ simulation, view, stage: stage! });
  return { simulation, view, stage: stage! };
}

/** Empties a database; a page that still holds it open closes it when asked to. */
export const forget = (name: string): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => resolve();
  });

/** Waits for a condition; names it when it does not come. */
export async function until(condition: () => boolean, what: string, milliseconds = 30_000): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`Waited ${milliseconds} ms in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Waits until the field of the latest pose is there and nothing is drawn any more. */
export async function settled({ simulation, stage }: OpenApp): Promise<void> {
  await until(() => isCurrent(simulation.snapshot(), simulation.store.getState()), 'the field of the latest pose');
  // What was just asked for is drawn in the browser's next frame, which on a busy machine may be long in coming.
  for (let turn = 0; turn < 2; turn++) await new Promise(requestAnimationFrame);
  let frame = stage.framesDrawn();
  let since = performance.now();
  await until(() => {
    if (frame !== stage.framesDrawn()) {
      frame = stage.framesDrawn();
      since = performance.now();
    }
    // A slow machine draws less finely while something moves.
    return stage.isWhole() && performance.now() - since > STILL;
  }, 'a still picture');
}

/** RGBA bytes of one pixel of the stage, at a point of the head [m]; drawn and read in one go, before the browser clears the canvas. */
export function pixelAt({ stage }: OpenApp, point: readonly [number, number, number]): number[] {
  const { renderer, camera } = stage;
  camera.updateMatrixWorld();
  stage.draw();
  const gl = renderer.getContext();
  const clip = project(camera.projectionMatrix.elements, project(camera.matrixWorldInverse.elements, [...point, 1]));
  const x = Math.floor(((clip[0] / clip[3] + 1) / 2) * gl.drawingBufferWidth);
  const y = Math.floor(((clip[1] / clip[3] + 1) / 2) * gl.drawingBufferHeight);
  const pixel = new Uint8Array(4);
  gl.readPixels(x, y, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
  return Array.from(pixel);
}

function project(m: ArrayLike<number>, v: readonly number[]): number[] {
  return [0, 1, 2, 3].map((row) => m[row] * v[0] + m[row + 4] * v[1] + m[row + 8] * v[2] + m[row + 12] * v[3]);
}
