import { ClampToEdgeWrapping, Data3DTexture, DataTexture, HalfFloatType, LinearFilter, Matrix4, RGBAFormat, Vector2, Vector3 } from 'three';
import type { RigidTransform } from '../../core/rigidTransform';
import { type ColorScale, FADE_IN, LUT_SIZE } from '../../field/color/colorScale';
import type { FieldGrid } from '../../field/grid/fieldGrid';

/** The most wings that throw a shadow. */
export const MAX_WINGS = 2;

/** Uniforms that several materials share; one object, so that one write reaches every shader. */
export function createSceneUniforms() {
  return {
    fieldGrid: { value: fieldTexture(new Uint16Array(4), [1, 1, 1]) },
    gridOrigin: { value: new Vector3() },
    gridSpacing: { value: 1 },
    gridDimensions: { value: new Vector3(1, 1, 1) },
    fieldScale: { value: 0 },
    /** From the field at the vertices, per unit source, to the unit shown; 0 where the cortex samples the grid. */
    vertexScale: { value: 0 },
    otherVertexScale: { value: 0 },
    /** The kept scene's field, subtracted where `showDifference` is set. */
    otherGrid: { value: fieldTexture(new Uint16Array(4), [1, 1, 1]) },
    otherScale: { value: 0 },
    showDifference: { value: false },
    colorTable: { value: lookupTexture(new Uint8Array(4 * LUT_SIZE)) },
    colorLimit: { value: 1 },
    fadeIn: { value: new Vector2(...FADE_IN) },
    logSpan: { value: 0 },
    signedScale: { value: false },
    component: { value: 0 },
    showContours: { value: false },
    /** Half the peak and the threshold, in the unit shown; 0: no line. */
    contourLevels: { value: new Vector2() },
    /** Drawn pixels per pixel of the page. */
    pixelScale: { value: 1 },
    /** dI/dt and current over their largest values at the moment that is shown. */
    rateShare: { value: 1 },
    currentShare: { value: 1 },
    cutPosition: { value: new Vector3() },
    /** Per axis: the side of the cut that is taken away, 0 where none cuts. */
    cutSide: { value: new Vector3() },
    headToCoil: { value: new Matrix4() },
    wings: { value: Array.from({ length: MAX_WINGS }, () => new Vector3()) },
    wingCount: { value: 0 },
  };
}

export type SceneUniforms = ReturnType<typeof createSceneUniforms>;

/** Puts new grid values into the texture; a texture of other dimensions replaces the old one. */
export function writeFieldTexture(uniforms: SceneUniforms, grid: FieldGrid, texels: Uint16Array): void {
  const texture = uniforms.fieldGrid.value;
  const [nx, ny, nz] = grid.dimensions;
  if (texture.image.width === nx && texture.image.height === ny && texture.image.depth === nz) {
    texture.image.data = texels;
    texture.needsUpdate = true;
  } else {
    texture.dispose();
    uniforms.fieldGrid.value = fieldTexture(texels, grid.dimensions);
  }
  uniforms.gridOrigin.value.set(...grid.origin);
  uniforms.gridSpacing.value = grid.spacing;
  uniforms.gridDimensions.value.set(nx, ny, nz);
}

export function writeColorScale(uniforms: SceneUniforms, scale: ColorScale): void {
  const texture = uniforms.colorTable.value;
  if (texture.image.data !== scale.table) {
    texture.image.data = scale.table;
    texture.needsUpdate = true;
  }
  uniforms.colorLimit.value = scale.limit;
  uniforms.logSpan.value = scale.logSpan;
  uniforms.signedScale.value = scale.signed;
  uniforms.fadeIn.value.set(...scale.fadeIn);
}

/** The pose as a three.js matrix: coil frame → head frame. */
export function poseMatrix(pose: RigidTransform, out = new Matrix4()): Matrix4 {
  const { x, y, z, origin: o } = pose;
  return out.set(x[0], y[0], z[0], o[0], x[1], y[1], z[1], o[1], x[2], y[2], z[2], o[2], 0, 0, 0, 1);
}

export function fieldTexture(texels: Uint16Array, [nx, ny, nz]: readonly [number, number, number]): Data3DTexture {
  const texture = new Data3DTexture(texels, nx, ny, nz);
  texture.format = RGBAFormat;
  texture.type = HalfFloatType;
  texture.minFilter = LinearFilter;
  texture.magFilter = LinearFilter;
  texture.wrapS = ClampToEdgeWrapping;
  texture.wrapT = ClampToEdgeWrapping;
  texture.wrapR = ClampToEdgeWrapping;
  texture.needsUpdate = true;
  return texture;
}

function lookupTexture(table: Uint8Array): DataTexture {
  const texture = new DataTexture(table, LUT_SIZE, 1, RGBAFormat);
  texture.minFilter = LinearFilter;
  texture.magFilter = LinearFilter;
  texture.needsUpdate = true;
  return texture;
}
