import {
  type Camera,
  GLSL3,
  LinearFilter,
  NoBlending,
  RawShaderMaterial,
  type Scene,
  Vector2,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three';
import { FullScreenQuad } from 'three/examples/jsm/postprocessing/Pass.js';
import copyFragmentSource from '../../../shaders/copy.frag?raw';
import copyVertexSource from '../../../shaders/copy.vert?raw';

/** How finely a frame is drawn: share of the canvas' pixels along each side, and samples per pixel for smooth edges (0: plain). */
export interface Quality {
  readonly share: number;
  readonly samples: number;
}

/** Draws the stage beside the canvas and copies the finished frame onto it, so that every frame can have its own quality. */
export interface StagePainter {
  paint(scene: Scene, camera: Camera, quality: Quality): void;
  dispose(): void;
}

export function createStagePainter(renderer: WebGLRenderer): StagePainter {
  // One for each number of samples that was asked for: a machine that keeps up never makes a second one.
  const targets = new Map<number, WebGLRenderTarget>();
  const frame = { value: null as WebGLRenderTarget['texture'] | null };
  const copy = new FullScreenQuad(
    new RawShaderMaterial({
      glslVersion: GLSL3,
      vertexShader: copyVertexSource,
      fragmentShader: copyFragmentSource,
      uniforms: { frame },
      blending: NoBlending,
      depthTest: false,
      depthWrite: false,
    }),
  );
  const size = new Vector2();

  const targetOf = ({ share, samples }: Quality): WebGLRenderTarget => {
    const target =
      targets.get(samples) ??
      new WebGLRenderTarget(1, 1, { samples, minFilter: LinearFilter, magFilter: LinearFilter, resolveDepthBuffer: false });
    targets.set(samples, target);
    renderer.getDrawingBufferSize(size);
    target.setSize(Math.max(1, Math.round(share * size.x)), Math.max(1, Math.round(share * size.y)));
    return target;
  };

  return {
    paint(scene, camera, quality) {
      const target = targetOf(quality);
      renderer.setRenderTarget(target);
      renderer.render(scene, camera);
      renderer.setRenderTarget(null);
      frame.value = target.texture;
      copy.render(renderer);
    },
    dispose() {
      for (const target of targets.values()) target.dispose();
      copy.material.dispose();
    },
  };
}
