import { FrontSide, GLSL3, NoBlending, RawShaderMaterial, type ShaderMaterialParameters, type Texture, Vector2, Vector3 } from 'three';
import colorScaleSource from '../../../shaders/colorScale.glsl?raw';
import contoursSource from '../../../shaders/contours.glsl?raw';
import cortexSource from '../../../shaders/cortex.frag?raw';
import cutSource from '../../../shaders/cut.glsl?raw';
import cutVertexSource from '../../../shaders/cut.vert?raw';
import cutPlaneSource from '../../../shaders/cutPlane.frag?raw';
import fieldLayerSource from '../../../shaders/fieldLayer.glsl?raw';
import fieldSamplingSource from '../../../shaders/fieldSampling.glsl?raw';
import scalpSource from '../../../shaders/scalp.frag?raw';
import scanFadeSource from '../../../shaders/scanFade.glsl?raw';
import surfaceSource from '../../../shaders/surface.vert?raw';
import { LINE_GREYS } from '../../core/themeStyles';
import type { FrameUniforms } from './frameUniforms';
import type { SceneUniforms } from './sceneUniforms';

/** Occlusion values between which a sulcus turns into a crown; above the second the field colors are those of the scale, unchanged. */
const CROWN = 'vec2(0.05, 0.55)';
/** What is left of the field's color, as bytes, on the floor of a sulcus: 0.9 of its luminance. */
const SULCUS = '0.955';

/** The last planes of the scan (`scalpField.ts` of the head's build) and the width over which the skin fades there, metres. */
const SCAN = { SCAN_FLOOR: '-0.068', SCAN_SIDE: '0.0905', SCAN_FRONT: '0.0905', SCAN_SOFT: '0.003', SCAN_SOFT_FLOOR: '0.022' };

export const color = (): { value: Vector3 } => ({ value: new Vector3() });

export function surfaceMaterial(
  fragmentShader: string,
  uniforms: ShaderMaterialParameters['uniforms'],
  rest: ShaderMaterialParameters = {},
): RawShaderMaterial {
  return new RawShaderMaterial({ glslVersion: GLSL3, vertexShader: surfaceSource, fragmentShader, uniforms, side: FrontSide, ...rest });
}

/** What every pass needs that colors the field. */
export const FIELD_SOURCE = [
  'precision highp float;',
  'precision highp int;',
  `#define LINE_LIGHT ${LINE_GREYS.light}`,
  `#define LINE_DARK ${LINE_GREYS.dark}`,
  fieldSamplingSource,
  colorScaleSource,
  contoursSource,
  fieldLayerSource,
].join('\n');

/** How much of the skin is the scan's, as a function of the place. */
export const SCAN_SOURCE = [...Object.entries(SCAN).map(([name, value]) => `#define ${name} ${value}`), scanFadeSource].join('\n');

/** Grey tissue, and the field's layer beside it; or, kept, what that is made from. */
export function createCortexMaterial(shared: SceneUniforms, frame: FrameUniforms, showField: boolean): RawShaderMaterial {
  const { keeping, fadeColor } = frame;
  const uniforms = {
    ...shared,
    keeping,
    fadeColor,
    baseColor: color(),
    shadeColor: color(),
    ambient: { value: 0.4 },
    showField: { value: showField ? 1 : 0 },
  };
  return surfaceMaterial([FIELD_SOURCE, cutSource, cortexSource].join('\n'), uniforms, { defines: { CROWN, SULCUS, CARRIES_FIELD: '' } });
}

/** A glassy shell, visible at the rim. */
export function createScalpMaterial({ cutPosition, cutSide }: SceneUniforms): RawShaderMaterial {
  const source = ['precision highp float;', cutSource, SCAN_SOURCE, scalpSource].join('\n');
  return surfaceMaterial(source, { cutPosition, cutSide, rimColor: color() }, { blending: NoBlending });
}

/** The field of a plane's blocks of tissue; `planeScale` is 0 where the grid is sampled instead. */
const tissueUniforms = () => ({
  planeField: { value: null as Texture | null },
  planeScale: { value: 0 },
  planeOrigin: { value: new Vector2() },
  planeSize: { value: new Vector2(1, 1) },
});

/** A cut plane: the field over flat tissue colors. `axis`: the coordinate that is constant on it; its window in the other two, metres. */
export function createCutMaterial(
  shared: SceneUniforms,
  { keeping, fadeColor }: FrameUniforms,
  axis: number,
  windowOrigin: readonly [number, number],
  windowSize: number,
): RawShaderMaterial {
  const uniforms = {
    ...shared,
    keeping,
    fadeColor,
    cutAxis: { value: axis },
    ...tissueUniforms(),
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
    light: { value: 1 },
  };
  return new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: cutVertexSource,
    fragmentShader: [FIELD_SOURCE, cutSource, cutPlaneSource].join('\n'),
    uniforms,
    blending: NoBlending,
  });
}
