import {
  CustomBlending,
  DoubleSide,
  DstColorFactor,
  FrontSide,
  GLSL3,
  OneFactor,
  RawShaderMaterial,
  SrcColorFactor,
  ZeroFactor,
} from 'three';
import beforeHeadSource from '../../../shaders/beforeHead.glsl?raw';
import outlineFragment from '../../../shaders/outline.frag?raw';
import outlineVertex from '../../../shaders/outline.vert?raw';
import placeSource from '../../../shaders/place.glsl?raw';
import solidSource from '../../../shaders/solid.frag?raw';
import windingFragment from '../../../shaders/winding.frag?raw';
import windingVertex from '../../../shaders/winding.vert?raw';
import stripesSource from '../../../shaders/windingStripes.glsl?raw';
import type { FrameUniforms } from './frameUniforms';
import { QUIET_SOURCE } from './markMaterial';
import { color, surfaceMaterial } from './materials';
import type { SceneUniforms } from './sceneUniforms';

const HEAD_SOURCE = ['precision highp float;', 'precision highp int;', placeSource, beforeHeadSource, QUIET_SOURCE].join('\n');

/** A plain solid of the coil: its handle, or its translucent casing with a rim. */
export function createSolidMaterial(frame: FrameUniforms, translucent: boolean): RawShaderMaterial {
  const uniforms = {
    ...frame,
    baseColor: color(),
    gloss: { value: translucent ? 0.25 : 0.35 },
    opacity: { value: 1 },
    besideHead: { value: 1 },
    rimOpacity: { value: 0 },
  };
  return surfaceMaterial([HEAD_SOURCE, solidSource].join('\n'), uniforms, { transparent: true, depthWrite: !translucent });
}

/** Writes depth alone, so that a translucent body of many parts shows its nearest skin only. */
export function createDepthMaterial(frame: FrameUniforms): RawShaderMaterial {
  const material = createSolidMaterial(frame, false);
  material.colorWrite = false;
  return material;
}

/** Copper strips, filtered so that turns run together evenly; or their depth alone. */
export function createWindingMaterial(frame: FrameUniforms, depthOnly: boolean): RawShaderMaterial {
  return new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: windingVertex,
    fragmentShader: [HEAD_SOURCE, stripesSource, windingFragment].join('\n'),
    uniforms: {
      ...frame,
      baseColor: color(),
      opacity: { value: 1 },
      besideHead: { value: 1 },
    },
    side: DoubleSide,
    transparent: true,
    depthWrite: depthOnly,
    colorWrite: !depthOnly,
  });
}

/** Thin lines engraved into what lies below them, whatever its color. */
export function createOutlineMaterial({ pixelScale }: SceneUniforms, { frameSize }: FrameUniforms): RawShaderMaterial {
  return new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: outlineVertex,
    fragmentShader: outlineFragment,
    uniforms: { pixelScale, frameSize },
    transparent: true,
    depthWrite: false,
    side: DoubleSide,
    blending: CustomBlending,
    blendSrc: DstColorFactor,
    blendDst: SrcColorFactor,
    blendSrcAlpha: ZeroFactor,
    blendDstAlpha: OneFactor,
  });
}

/** The coil's materials. */
export interface CoilMaterials {
  readonly copper: RawShaderMaterial;
  readonly copperDepth: RawShaderMaterial;
  readonly casing: RawShaderMaterial;
  readonly casingDepth: RawShaderMaterial;
  readonly handle: RawShaderMaterial;
  readonly outline: RawShaderMaterial;
}

export function createCoilMaterials(shared: SceneUniforms, frame: FrameUniforms): CoilMaterials {
  const handle = createSolidMaterial(frame, false);
  handle.side = FrontSide;
  return {
    copper: createWindingMaterial(frame, false),
    copperDepth: createWindingMaterial(frame, true),
    casing: createSolidMaterial(frame, true),
    casingDepth: createDepthMaterial(frame),
    handle,
    outline: createOutlineMaterial(shared, frame),
  };
}
