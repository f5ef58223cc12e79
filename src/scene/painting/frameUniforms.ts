import { Matrix4, type PerspectiveCamera, type Texture, Vector2, Vector3, Vector4 } from 'three';

/** What the passes of one frame hand to each other: `place.glsl` says what is what. */
export function createFrameUniforms() {
  return {
    tissueColor: { value: null as Texture | null },
    tissueField: { value: null as Texture | null },
    tissueDepth: { value: null as Texture | null },
    scalpShell: { value: null as Texture | null },
    scalpDepth: { value: null as Texture | null },
    /** Whether `tissueField` holds normals, from which the field's layer is made, instead of the layer itself. */
    fieldKept: { value: false },
    /** The same while the brain is drawn. */
    keeping: { value: false },
    depthRange: { value: new Vector2() },
    lens: { value: new Vector4(1, 1, 0, 0) },
    eyeFrame: { value: new Matrix4() },
    /** The grey under the legend's fading colors, 0…1. */
    fadeColor: { value: new Vector3() },
    /** Where the page has words: left, lower, right, upper edge in its pixels; and pixels of the page per drawn one. */
    quiet: { value: Array.from({ length: 6 }, () => new Vector4()) },
    quietScale: { value: 1 },
    /** Pixels of what is drawn into. */
    frameSize: { value: new Vector2(1, 1) },
  };
}

export type FrameUniforms = ReturnType<typeof createFrameUniforms>;

/** Writes through which lens the frame is seen; without allocation. */
export function writeLens(frame: FrameUniforms, camera: PerspectiveCamera): void {
  const { elements: p } = camera.projectionMatrix;
  frame.depthRange.value.set(camera.near, camera.far);
  frame.lens.value.set(p[0], p[5], p[8], p[9]);
  frame.eyeFrame.value.copy(camera.matrixWorld);
}
