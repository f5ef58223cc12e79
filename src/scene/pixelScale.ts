import type { Camera, PerspectiveCamera, WebGLRenderer } from 'three';

/**
 * Drawn pixels per pixel of the page: the device's ratio on screen; in an exported picture the ratio of its whole height to the stage's, so
 * that lines and labels look there as they do on screen.
 */
export function pixelScaleOf(renderer: WebGLRenderer, camera: Camera): number {
  if (renderer.getRenderTarget() === null) return renderer.getPixelRatio();
  const whole = (camera as PerspectiveCamera).view?.fullHeight ?? 0;
  return whole > 1 ? whole / renderer.domElement.clientHeight : renderer.getPixelRatio();
}
