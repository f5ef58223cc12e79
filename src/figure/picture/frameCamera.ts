import { PerspectiveCamera } from 'three';
import { add, cross, dot, normalize, scale, subtract, type Vec3 } from '../../core/vec3';
import { HEAD_CENTER } from '../../scene/camera/CameraRig';
import type { Box } from '../drawing/drawing';

/** From where a panel is seen: direction from the middle of the head, and distance [m]. */
export interface Viewpoint {
  readonly direction: Vec3;
  readonly distance: number;
}

/** The part of the plane at distance 1 before the camera that fills a frame: its center and height. */
export interface Window {
  readonly u: number;
  readonly v: number;
  readonly height: number;
}

/** Room around head and coil, as a share of the frame. */
const ROOM = 0.04;

interface Axes {
  readonly eye: Vec3;
  readonly right: Vec3;
  readonly up: Vec3;
  readonly toward: Vec3;
}

function axesOf({ direction, distance }: Viewpoint): Axes {
  const toward = normalize(direction);
  const right = normalize(cross([0, 0, 1], toward));
  return { eye: add(HEAD_CENTER, scale(toward, distance)), right, up: cross(toward, right), toward };
}

/** Place of a point on the plane at distance 1, and how far before the camera it is [m]. */
function onPlane({ eye, right, up, toward }: Axes, point: Vec3): readonly [u: number, v: number, depth: number] {
  const away = subtract(point, eye);
  const depth = -dot(away, toward);
  return [dot(away, right) / depth, dot(away, up) / depth, depth];
}

/** The window in which points (stride 3, m) just fit a frame of some width over height, in its middle. */
export function windowAround(viewpoint: Viewpoint, points: ArrayLike<number>, aspect: number): Window {
  const { eye, right, up, toward } = axesOf(viewpoint);
  let [left, bottom, end, top] = [Infinity, Infinity, -Infinity, -Infinity];
  // Tens of thousands of points for every view: nothing is allocated for any.
  for (let n = 0; n + 2 < points.length; n += 3) {
    const [x, y, z] = [points[n] - eye[0], points[n + 1] - eye[1], points[n + 2] - eye[2]];
    const depth = -(x * toward[0] + y * toward[1] + z * toward[2]);
    const u = (x * right[0] + y * right[1] + z * right[2]) / depth;
    const v = (x * up[0] + y * up[1] + z * up[2]) / depth;
    if (u < left) left = u;
    if (u > end) end = u;
    if (v < bottom) bottom = v;
    if (v > top) top = v;
  }
  const height = Math.max(top - bottom, (end - left) / aspect) / (1 - 2 * ROOM);
  return { u: (left + end) / 2, v: (bottom + top) / 2, height };
}

/** A camera that shows a window in a picture of `width` × `height` pixels. */
export function cameraOf(viewpoint: Viewpoint, { u, v, height: window }: Window, width: number, height: number): PerspectiveCamera {
  const camera = new PerspectiveCamera((2 * Math.atan(window / 2) * 180) / Math.PI, width / height, 0.05, 4);
  const { eye } = axesOf(viewpoint);
  camera.up.set(0, 0, 1);
  camera.position.set(...(eye as [number, number, number]));
  camera.lookAt(...(HEAD_CENTER as [number, number, number]));
  camera.setViewOffset(width, height, (u / window) * height, (-v / window) * height, width, height);
  camera.updateMatrixWorld();
  return camera;
}

/** Where a point lies in a frame that shows a window: pixels of the figure, and pixels that a metre across the line of sight takes there. */
export function placeIn(viewpoint: Viewpoint, { u, v, height: window }: Window, frame: Box, point: Vec3) {
  const [x, y, depth] = onPlane(axesOf(viewpoint), point);
  const scaled = frame.height / window;
  return {
    x: frame.x + frame.width / 2 + (x - u) * scaled,
    y: frame.y + frame.height / 2 - (y - v) * scaled,
    depth,
    pixelsPerMeter: scaled / depth,
  };
}
