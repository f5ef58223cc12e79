import { type Camera, type PerspectiveCamera, Vector2, type WebGLRenderer } from 'three';

const _size = new Vector2();

/**
 * Drawn pixels per pixel of the page: on screen those of the frame, in an exported picture those of the whole picture, over the stage's
 * height; so lines and labels look there as they do on screen.
 */
export function pixelScaleOf(renderer: WebGLRenderer, camera: Camera): number {
  const frame = renderer.getRenderTarget();
  if (!frame) return renderer.getPixelRatio();
  // The stage's camera states its part of the view in shares, that of a picture in pixels.
  const whole = (camera as PerspectiveCamera).view?.fullHeight ?? 1;
  return (whole > 1 ? whole : frame.height) / renderer.getSize(_size).y;
}
