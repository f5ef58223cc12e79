import {
  AlwaysDepth,
  BufferAttribute,
  BufferGeometry,
  GLSL3,
  Group,
  Mesh,
  NoBlending,
  NormalBlending,
  RawShaderMaterial,
  type ShaderMaterialParameters,
} from 'three';
import fieldOverSource from '../../../shaders/fieldOver.frag?raw';
import groundSource from '../../../shaders/ground.frag?raw';
import placeSource from '../../../shaders/place.glsl?raw';
import screenSource from '../../../shaders/screen.vert?raw';
import type { FrameUniforms } from './frameUniforms';
import { FIELD_SOURCE, SCAN_SOURCE } from './materials';
import { MAX_WINGS, type SceneUniforms } from './sceneUniforms';

/** In which order the parts of the front are drawn; what lies between scalp and field, the field's layer, what lies over it. */
export const ORDER = { ground: -1, coil: 4, field: 8, lines: 9, ring: 10, labels: 19, marks: 20 } as const;

/**
 * Two passes over the whole picture: the ground under the coil (brain, scalp, the coil's shadow), and the field's layer over the coil. Both leave
 * the brain's depth behind, so that the coil hides nothing that is drawn after it.
 */
export interface ScreenPasses {
  readonly group: Group;
  readonly ground: RawShaderMaterial;
}

export function createScreenPasses(shared: SceneUniforms, frame: FrameUniforms): ScreenPasses {
  const { headToCoil, wings, wingCount } = shared;
  const ground = screenMaterial(
    ['precision highp float;', 'precision highp int;', placeSource, SCAN_SOURCE, groundSource].join('\n'),
    { ...frame, headToCoil, wings, wingCount, opacity: { value: 1 }, shadowStrength: { value: 0 } },
    { blending: NoBlending, defines: { MAX_WINGS } },
  );
  const field = screenMaterial(
    [FIELD_SOURCE, placeSource, fieldOverSource].join('\n'),
    { ...shared, ...frame },
    { blending: NormalBlending, premultipliedAlpha: true, transparent: true },
  );
  const group = new Group();
  const triangle = screenTriangle();
  for (const [material, order] of [
    [ground, ORDER.ground],
    [field, ORDER.field],
  ] as const) {
    const mesh = new Mesh(triangle, material);
    mesh.frustumCulled = false;
    mesh.renderOrder = order;
    group.add(mesh);
  }
  return { group, ground };
}

function screenMaterial(
  fragmentShader: string,
  uniforms: ShaderMaterialParameters['uniforms'],
  rest: ShaderMaterialParameters,
): RawShaderMaterial {
  return new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: screenSource,
    fragmentShader,
    uniforms,
    depthFunc: AlwaysDepth,
    ...rest,
  });
}

/** One triangle that covers the picture: no seam, and half the corners of a rectangle. */
export function screenTriangle(): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3));
  geometry.setAttribute('uv', new BufferAttribute(Float32Array.from([0, 0, 2, 0, 0, 2]), 2));
  return geometry;
}
