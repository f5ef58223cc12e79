import { DoubleSide, GLSL3, PlaneGeometry, RawShaderMaterial, type Texture, Vector2, Vector3 } from 'three';
import hiddenSource from '../../../shaders/hiddenByBrain.glsl?raw';
import markFragment from '../../../shaders/mark.frag?raw';
import markVertex from '../../../shaders/mark.vert?raw';
import placeSource from '../../../shaders/place.glsl?raw';
import quietSource from '../../../shaders/quiet.glsl?raw';
import type { FrameUniforms } from './frameUniforms';

/** What a mark looks like; a picture brings its own colors. */
export type MarkForm = 'disc' | 'ring' | 'picture';
const FORMS: readonly MarkForm[] = ['disc', 'ring', 'picture'];

/** Places of words that marks make way for. */
export const QUIET_PLACES = 6;
export const QUIET_SOURCE = [`#define QUIET_PLACES ${QUIET_PLACES}`, quietSource].join('\n');

/** A square from -1 to 1, for marks that face the viewer. */
export const MARK_SQUARE = new PlaneGeometry(2, 2);

/**
 * A mark that is solid before the brain, and dashed and faint behind it. `extent`: half width and half height in metres; with `instanced` they are
 * multiplied by the scale of each instance.
 */
export function createMarkMaterial(
  frame: FrameUniforms,
  form: MarkForm,
  extent: readonly [number, number],
  instanced = false,
): RawShaderMaterial {
  return new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: markVertex,
    fragmentShader: ['precision highp float;', 'precision highp int;', placeSource, hiddenSource, QUIET_SOURCE, markFragment].join('\n'),
    uniforms: {
      ...frame,
      form: { value: FORMS.indexOf(form) },
      extent: { value: new Vector2(...extent) },
      color: { value: new Vector3(1, 1, 1) },
      map: { value: null as Texture | null },
    },
    defines: instanced ? { INSTANCED: 1 } : {},
    transparent: true,
    depthTest: false,
    depthWrite: false,
    side: DoubleSide,
  });
}
