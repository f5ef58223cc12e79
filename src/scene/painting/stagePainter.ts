import {
  DepthTexture,
  GLSL3,
  HalfFloatType,
  LinearFilter,
  NearestFilter,
  NoBlending,
  type PerspectiveCamera,
  RawShaderMaterial,
  type Scene,
  UnsignedByteType,
  Vector2,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three';
import { FullScreenQuad } from 'three/examples/jsm/postprocessing/Pass.js';
import copyFragmentSource from '../../../shaders/copy.frag?raw';
import screenSource from '../../../shaders/screen.vert?raw';
import type { StageModel } from '../stageModel';
import { writeLens } from './frameUniforms';

/** How finely a frame is drawn: share of the canvas' pixels along each side, and samples per pixel for smooth edges (0: plain). */
export interface Quality {
  readonly share: number;
  readonly samples: number;
}

/** Layers of three.js by which a frame is divided: the brain with its cut planes, the scalp, and all that lies before them. */
export const LAYER = { front: 0, brain: 1, scalp: 2 } as const;

/**
 * Draws a frame in three passes: brain, scalp, and what lies before them, with the field's colors last over scalp and coil. A plain frame keeps
 * brain and scalp as long as camera and anatomy rest (`restsOn`), where the colors follow from places alone; then a new field or pose costs two passes over the picture and the coil.
 */
export interface StagePainter {
  /** Draws beside the canvas and copies the finished frame onto it, so that every frame can have its own quality. */
  paint(scene: Scene, camera: PerspectiveCamera, quality: Quality): void;
  /** Draws into a target, for whoever reads its pixels. */
  paintInto(target: WebGLRenderTarget, scene: Scene, camera: PerspectiveCamera): void;
  dispose(): void;
}

/** Brain and scalp as drawn with some number of samples. */
interface Kept {
  readonly brain: WebGLRenderTarget;
  readonly scalp: WebGLRenderTarget;
  /** What they were drawn from last. */
  key: Float64Array;
}

/** What the painter must know of the stage: `restsOn` writes the numbers that brain and scalp follow from, beside the camera. */
export type Painted = Pick<StageModel, 'frame' | 'restsOn' | 'followsFromPlaces'>;

export function createStagePainter(renderer: WebGLRenderer, { frame, restsOn, followsFromPlaces }: Painted): StagePainter {
  const { copy, copied } = createCopy();
  const fronts = new Map<number, WebGLRenderTarget>();
  const keeps = new Map<string, Kept>();
  const size = new Vector2();
  const key = new Float64Array(KEY_SIZE);
  // Normals are kept as half floats; where such a target cannot be drawn into, every frame colors the brain anew.
  const gl = renderer.getContext();
  const canKeep = gl.getExtension('EXT_color_buffer_float') !== null || gl.getExtension('EXT_color_buffer_half_float') !== null;

  const drawLayer = (target: WebGLRenderTarget, scene: Scene, camera: PerspectiveCamera, layer: number): void => {
    camera.layers.set(layer);
    renderer.setRenderTarget(target);
    renderer.setClearColor(0x000000, 0);
    renderer.render(scene, camera);
    camera.layers.set(LAYER.front);
  };

  const drawAll = (target: WebGLRenderTarget, scene: Scene, camera: PerspectiveCamera, samples: number, onPage: boolean): void => {
    const { width, height } = target;
    const keeping = samples === 0 && canKeep && followsFromPlaces();
    const purpose = `${samples} ${keeping}`;
    const kept = keeps.get(purpose) ?? createKept(samples, keeping);
    keeps.set(purpose, kept);
    kept.brain.setSize(width, height);
    kept.scalp.setSize(width, height);
    camera.updateMatrixWorld();
    writeLens(frame, camera);
    writeKey(key, camera, width, height);
    restsOn(key.subarray(CAMERA_KEYS));
    frame.keeping.value = keeping;
    const rests = isSame(key, kept.key);
    if (!keeping || !rests) drawLayer(kept.brain, scene, camera, LAYER.brain);
    // No field colors the scalp.
    if (!rests) drawLayer(kept.scalp, scene, camera, LAYER.scalp);
    kept.key.set(key);
    frame.fieldKept.value = keeping;
    [frame.tissueColor.value, frame.tissueField.value] = kept.brain.textures;
    frame.tissueDepth.value = kept.brain.depthTexture;
    frame.scalpShell.value = kept.scalp.texture;
    frame.scalpDepth.value = kept.scalp.depthTexture;
    frame.frameSize.value.set(width, height);
    // A picture has its words elsewhere than the page.
    frame.quietScale.value = onPage ? renderer.getSize(size).y / height : FAR_FROM_WORDS;
    drawLayer(target, scene, camera, LAYER.front);
  };

  return {
    paint(scene, camera, { share, samples }) {
      // One for each number of samples that was asked for: a machine that keeps up never makes a second one.
      const front =
        fronts.get(samples) ??
        new WebGLRenderTarget(1, 1, { samples, minFilter: LinearFilter, magFilter: LinearFilter, resolveDepthBuffer: false });
      fronts.set(samples, front);
      renderer.getDrawingBufferSize(size);
      front.setSize(Math.max(1, Math.round(share * size.x)), Math.max(1, Math.round(share * size.y)));
      drawAll(front, scene, camera, samples, true);
      renderer.setRenderTarget(null);
      copied.value = front.texture;
      copy.render(renderer);
    },
    paintInto: (target, scene, camera) => drawAll(target, scene, camera, target.samples, false),
    dispose() {
      for (const front of fronts.values()) front.dispose();
      for (const { brain, scalp } of keeps.values()) for (const target of [brain, scalp]) target.dispose();
      copy.material.dispose();
    },
  };
}

/** Pixels of the page per drawn pixel, by which none lies under words. */
const FAR_FROM_WORDS = 1e6;
/** Numbers of the camera and the size of the frame in the key, and room for what else brain and scalp follow from. */
const CAMERA_KEYS = 34;
const KEY_SIZE = CAMERA_KEYS + 30;

function writeKey(key: Float64Array, camera: PerspectiveCamera, width: number, height: number): void {
  key.set(camera.matrixWorld.elements, 0);
  key.set(camera.projectionMatrix.elements, 16);
  key[32] = width;
  key[33] = height;
}

function isSame(a: Float64Array, b: Float64Array): boolean {
  for (let n = 0; n < a.length; n++) if (a[n] !== b[n]) return false;
  return true;
}

function createKept(samples: number, keeping: boolean): Kept {
  const options = { samples, minFilter: NearestFilter, magFilter: NearestFilter };
  const brain = new WebGLRenderTarget(1, 1, { ...options, count: 2, depthTexture: new DepthTexture(1, 1) });
  brain.textures[1].type = keeping ? HalfFloatType : UnsignedByteType;
  const scalp = new WebGLRenderTarget(1, 1, { ...options, depthTexture: new DepthTexture(1, 1) });
  return { brain, scalp, key: new Float64Array(KEY_SIZE).fill(Number.NaN) };
}

function createCopy() {
  const copied = { value: null as WebGLRenderTarget['texture'] | null };
  const material = new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: screenSource,
    fragmentShader: copyFragmentSource,
    uniforms: { frame: copied },
    blending: NoBlending,
    depthTest: false,
    depthWrite: false,
  });
  return { copied, copy: new FullScreenQuad(material) };
}
