import { DoubleSide, FrontSide, GLSL3, RawShaderMaterial, type ShaderMaterialParameters, Vector3 } from 'three';
import colorScaleSource from '../../shaders/colorScale.glsl?raw';
import contoursSource from '../../shaders/contours.glsl?raw';
import cortexSource from '../../shaders/cortex.frag?raw';
import fieldSamplingSource from '../../shaders/fieldSampling.glsl?raw';
import scalpSource from '../../shaders/scalp.frag?raw';
import solidSource from '../../shaders/solid.frag?raw';
import surfaceSource from '../../shaders/surface.vert?raw';
import { MAX_WINGS, type SceneUniforms } from './sceneUniforms';

/** Occlusion values between which a sulcus turns into a crown; above the second the field colors are those of the scale, unchanged. */
const CROWN = 'vec2(0.05, 0.55)';

const color = (): { value: Vector3 } => ({ value: new Vector3() });

function surfaceMaterial(fragmentShader: string, uniforms: ShaderMaterialParameters['uniforms'], rest: ShaderMaterialParameters = {}) {
  return new RawShaderMaterial({ glslVersion: GLSL3, vertexShader: surfaceSource, fragmentShader, uniforms, side: FrontSide, ...rest });
}

/** Grey tissue with the field's colors over it; unlit where colored. */
export function createCortexMaterial(shared: SceneUniforms, showField: boolean): RawShaderMaterial {
  const source = `precision highp float;\n${fieldSamplingSource}\n${colorScaleSource}\n${contoursSource}\n${cortexSource}`;
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
  const { headToCoil, wings, wingCount } = shared;
  const uniforms = { headToCoil, wings, wingCount, rimColor: color(), opacity: { value: 1 }, shadowStrength: { value: 0 } };
  return surfaceMaterial(scalpSource, uniforms, { transparent: true, depthWrite: false, defines: { MAX_WINGS } });
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
