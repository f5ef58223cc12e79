import { Vector3 } from 'three';
import { distance, norm, normalize, subtract, type Vec3 } from '../../src/core/vec3';
import { cortexVectorAt } from '../../src/field/grid/cortexField';
import { sourceAmplitude } from '../../src/field/measures/readouts';
import { cortexQueries } from '../../src/field/probe/cortexQueries';
import type { StageHandle } from '../../src/scene/Stage';
import { choose } from '../../src/state/store';
import { sendCamera } from '../../src/state/viewStore';
import { type OpenApp, settled } from './openApp';

/** Where the camera stands [m]. */
export const eyeOf = ({ camera }: StageHandle): Vec3 => [camera.position.x, camera.position.y, camera.position.z];

/** Direction of the ray through the middle of a drawn pixel; (0, 0) is the lower left one. */
export function pixelRay({ renderer, camera }: StageHandle, x: number, y: number): Vec3 {
  const { width, height } = renderer.domElement;
  camera.updateMatrixWorld();
  const far = new Vector3((2 * (x + 0.5)) / width - 1, (2 * (y + 0.5)) / height - 1, 0.5).unproject(camera);
  const direction = far.sub(camera.position).normalize();
  return [direction.x, direction.y, direction.z];
}

/** RGBA bytes of all drawn pixels, rows from below; drawn and read in one go. */
export function readPicture({ renderer, draw }: StageHandle): { pixel(x: number, y: number): Uint8Array } {
  draw();
  const gl = renderer.getContext();
  const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
  const bytes = new Uint8Array(4 * width * height);
  gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
  return { pixel: (x, y) => bytes.subarray(4 * (y * width + x), 4 * (y * width + x) + 4) };
}

/** The drawn pixel that shows a point of the head [m]. */
export function pixelOf({ renderer, camera }: StageHandle, point: Vec3): [number, number] {
  const { width, height } = renderer.domElement;
  camera.updateMatrixWorld();
  const v = new Vector3(...point).project(camera);
  return [Math.floor(((v.x + 1) / 2) * width), Math.floor(((v.y + 1) / 2) * height)];
}

/** Nothing but the cortex, seen along the line from the head's center through the target: the target, which no gyrus in front of it hides. */
export async function bareTarget(app: OpenApp): Promise<Vec3> {
  choose(app.simulation.store, { showScalp: false, showCoil: false, showMarks: false });
  sendCamera(app.view, 'target');
  await settled(app);
  const { cortex } = app.simulation.snapshot().target;
  const eye = eyeOf(app.stage);
  const hit = cortexQueries(app.simulation.head.cortex).castRay(eye, normalize(subtract(cortex, eye)));
  if (!hit || distance(hit.position, cortex) > 0.0015) throw new Error('The target is not seen.');
  return cortex;
}

/** Size of the field at the target's own point [V/m or T], where the read-out of the target is a mean over the cortex around it. */
export function valueAtTargetPoint({ simulation }: OpenApp): number {
  const { field, grid, target } = simulation.snapshot();
  if (!field || !grid) throw new Error('no field');
  return (
    norm(cortexVectorAt(simulation.head.cortex, grid, field, target.cortex)) * sourceAmplitude(field.model, simulation.store.getState())
  );
}
