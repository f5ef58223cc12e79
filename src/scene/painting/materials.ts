import { DoubleSide, FrontSide, GLSL3, RawShaderMaterial, type ShaderMaterialParameters, Vector2, Vector3 } from 'three';
import colorScaleSource from '../../../shaders/colorScale.glsl?raw';
import contoursSource from '../../../shaders/contours.glsl?raw';
import cortexSource from '../../../shaders/cortex.frag?raw';
import cutSource from '../../../shaders/cut.glsl?raw';
import cutVertexSource from '../../../shaders/cut.vert?raw';
import cutPlaneSource from '../../../shaders/cutPlane.frag?raw';
import fieldSamplingSource from '../../../shaders/fieldSampling.glsl?raw';
import scalpSource from '../../../shaders/scalp.frag?raw';
import solidSource from '../../../shaders/solid.frag?raw';
import surfaceSource from '../../../shaders/surface.vert?raw';
import { LINE_GREYS } from '../../core/themeStyles';
import { MAX_WINGS, type SceneUniforms } from './sceneUniforms';

/** Occlusion values between which a sulcus turns into a crown; above the second the field colors are those of the scale, unchanged. */
const CROWN = 'vec2(0.05, 0.55)';

const color = (): { value: Vector3 } => ({ value: new Vector3() });

function surfaceMaterial(fragmentShader: string, uniforms: ShaderMaterialParameters['uniforms'], rest: ShaderMaterialParameters = {}) {
  return new RawShaderMaterial({ glslVersion: GLSL3, vertexShader: surfaceSource, fragmentShader, uniforms, side: FrontSide, ...rest });
}

/** What every surface needs that carries the field. */
const FIELD_SOURCE = [
  'precision highp float;',
  'precision highp int;',
  `#define LINE_LIGHT ${LINE_GREYS.light}`,
  `#define LINE_DARK ${LINE_GREYS.dark}`,
  fieldSamplingSource,
  colorScaleSource,
  contoursSource,
].join('\n');

/** Grey tissue with the field's colors over it; unlit where colored. */
export function createCortexMaterial(shared: SceneUniforms, showField: boolean): RawShaderMaterial {
  const source = [FIELD_SOURCE, cutSource, cortexSource].join('\n');
  return surfaceMaterial(
    source,
    {
      ...shared,
      baseColor: color(),
      shadeColor: color(),
      ambient: { value: 0.4 },
      showField: { value: showField ? 1 : 0 },
    },
    { defines: { CROWN } },
  );
}

/** A glassy shell, visible at the rim, with the coil's soft shadow on it. */
export function createScalpMaterial(shared: SceneUniforms): RawShaderMaterial {
  const { headToCoil, wings, wingCount, cutPosition, cutSide } = shared;
  const uniforms = {
    headToCoil,
    wings,
    wingCount,
    cutPosition,
    cutSide,
    rimColor: color(),
    opacity: { value: 1 },
    shadowStrength: { value: 0 },
  };
  return surfaceMaterial(['precision highp float;', cutSource, scalpSource].join('\n'), uniforms, {
    transparent: true,
    depthWrite: false,
    defines: { MAX_WINGS },
  });
}

/** A cut plane: the field over flat tissue colors. `axis`: the coordinate that is constant on it; its window in the other two, metres. */
export function createCutMaterial(
  shared: SceneUniforms,
  axis: number,
  windowOrigin: readonly [number, number],
  windowSize: number,
): RawShaderMaterial {
  const uniforms = {
    ...shared,
    cutAxis: { value: axis },
    windowOrigin: { value: new Vector2(...windowOrigin) },
    windowSize: { value: windowSize },
    shellMask: { value: null },
    brainMask: { value: null },
    brainColor: color(),
    fluidColor: color(),
    skullColor: color(),
    scalpColor: color(),
    lineColor: color(),
    showField: { value: 1 },
  };
  return new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: cutVertexSource,
    fragmentShader: [FIELD_SOURCE, cutSource, cutPlaneSource].join('\n'),
    uniforms,
    transparent: true,
  });
}

/** A plain solid: the copper of the coil, or a translucent casing with a rim. */
export function createSolidMaterial(translucent: boolean): RawShaderMaterial {
  const uniforms = { baseColor: color(), gloss: { value: translucent ? 0.25 : 0.35 }, opacity: { value: 1 }, rimOpacity: { value: 0 } };
  return surfaceMaterial(solidSource, uniforms, {
    transparent: true,
    depthWrite: !translucent,
    side: translucent ? FrontSide : DoubleSide,
  });
}

/** Writes depth alone, so that a translucent body of many parts shows its nearest skin only. */
export function createDepthMaterial(): RawShaderMaterial {
  const material = createSolidMaterial(false);
  material.colorWrite = false;
  return material;
}
