import { type PerspectiveCamera, Raycaster, Vector2, Vector3 } from 'three';
import type { Vec3 } from '../../core/vec3';

const _raycaster = new Raycaster();
const _pointer = new Vector2();
const _point = new Vector3();

/** Where a point of the head [m] is seen on the page, in CSS pixels. */
export function onPage(point: Vec3, canvas: HTMLCanvasElement, camera: PerspectiveCamera): { x: number; y: number } {
  const box = canvas.getBoundingClientRect();
  const seen = _point.set(...point).project(camera);
  return { x: box.left + ((seen.x + 1) / 2) * box.width, y: box.top + ((1 - seen.y) / 2) * box.height };
}

/** The ray from the camera through a place of the page, in the head frame; `direction` is a unit vector. */
export function pointerRay(
  event: Pick<PointerEvent, 'clientX' | 'clientY'>,
  canvas: HTMLCanvasElement,
  camera: PerspectiveCamera,
): { origin: Vec3; direction: Vec3 } {
  const box = canvas.getBoundingClientRect();
  _pointer.set((2 * (event.clientX - box.left)) / box.width - 1, 1 - (2 * (event.clientY - box.top)) / box.height);
  _raycaster.setFromCamera(_pointer, camera);
  const { origin: o, direction: d } = _raycaster.ray;
  return { origin: [o.x, o.y, o.z], direction: [d.x, d.y, d.z] };
}
