import { BufferAttribute, DynamicDrawUsage, type RawShaderMaterial } from 'three';
import type { Coloring } from '../field/color/coloring';
import { sourceAmplitude } from '../field/measures/readouts';
import type { SimulationSnapshot } from '../field/simulation/sceneSnapshot';
import type { KeptScene } from '../field/simulation/sceneSource';
import { type Choices, FIELD_COMPONENTS } from '../state/choices';
import { type CoilMaterials, createCoilMaterials } from './painting/coilMaterials';
import { createFrameUniforms, type FrameUniforms } from './painting/frameUniforms';
import { createCortexMaterial, createScalpMaterial } from './painting/materials';
import { PALETTES } from './painting/palette';
import {
  createSceneUniforms,
  fieldTexture,
  poseMatrix,
  type SceneUniforms,
  writeColorScale,
  writeFieldTexture,
} from './painting/sceneUniforms';
import { createScreenPasses, type ScreenPasses } from './painting/screenPasses';

/** The materials of the stage and the uniforms they share. */
export interface StageModel {
  readonly uniforms: SceneUniforms;
  readonly frame: FrameUniforms;
  readonly cortex: RawShaderMaterial;
  readonly context: RawShaderMaterial;
  readonly scalp: RawShaderMaterial;
  readonly coil: CoilMaterials;
  readonly screen: ScreenPasses;
  /** The field at the vertices of the cortex and that of the kept scene, stride 3, for models that have one of their own there; what `headBody` draws them with. */
  readonly vertexFields: VertexFields;
  /** Writes what the kept picture of brain and scalp follows from, beside the camera: cuts and colors. */
  restsOn(out: Float64Array): void;
  /** Whether the field's colors follow from places and normals alone, so that a kept picture can be colored anew. */
  followsFromPlaces(): boolean;
}

export interface VertexFields {
  readonly own: BufferAttribute;
  readonly other: BufferAttribute;
}

/** `vertexCount`: of the cortex. */
export function createStageModel(vertexCount: number): StageModel {
  const uniforms = createSceneUniforms();
  const frame = createFrameUniforms();
  const cortex = createCortexMaterial(uniforms, frame, true);
  const context = createCortexMaterial(uniforms, frame, false);
  const scalp = createScalpMaterial(uniforms);
  const screen = createScreenPasses(uniforms, frame);
  const { cutPosition, cutSide } = uniforms;
  const colors = [cortex.uniforms.baseColor, cortex.uniforms.shadeColor, context.uniforms.baseColor, scalp.uniforms.rimColor];
  return {
    uniforms,
    frame,
    cortex,
    context,
    scalp,
    coil: createCoilMaterials(uniforms, frame),
    screen,
    vertexFields: { own: vertexField(vertexCount), other: vertexField(vertexCount) },
    restsOn(out) {
      cutPosition.value.toArray(out, 0);
      cutSide.value.toArray(out, 3);
      for (const [n, { value }] of colors.entries()) value.toArray(out, 6 + 3 * n);
      out[18] = cortex.uniforms.ambient.value;
      out[19] = screen.ground.uniforms.opacity.value > 0 ? 1 : 0;
      // A cut plane shows the magnitude or nothing.
      out[20] = uniforms.component.value === 0 ? 1 : 0;
    },
    followsFromPlaces: () => uniforms.vertexScale.value === 0 && uniforms.otherVertexScale.value === 0,
  };
}

function vertexField(vertexCount: number): BufferAttribute {
  const attribute = new BufferAttribute(new Float32Array(3 * vertexCount), 3);
  attribute.setUsage(DynamicDrawUsage);
  return attribute;
}

/** Puts the field of the vertices where the GPU takes it from, unless it is there. */
function writeVertexField(attribute: BufferAttribute, onCortex: Float32Array): void {
  if (attribute.array === onCortex) return;
  attribute.array = onCortex;
  attribute.needsUpdate = true;
}

/** Writes what is colored, on which scale, and how strong it is. */
export function applyColoring(
  { uniforms, vertexFields }: StageModel,
  coloring: Coloring,
  { field }: SimulationSnapshot,
  choices: Choices,
): void {
  const { model, component, scale, lines, subtracted } = coloring;
  writeColorScale(uniforms, scale);
  uniforms.component.value = FIELD_COMPONENTS.indexOf(component);
  uniforms.showContours.value = lines !== null;
  uniforms.contourLevels.value.set(lines?.halfPeak ?? 0, lines?.threshold ?? 0);
  uniforms.fieldScale.value = field ? field.maximum * sourceAmplitude(model, choices) : 0;
  uniforms.vertexScale.value = field?.onCortex ? sourceAmplitude(model, choices) : 0;
  uniforms.showDifference.value = subtracted !== null;
  uniforms.otherVertexScale.value = 0;
  if (subtracted) writeSubtracted(uniforms, vertexFields, subtracted);
}

/** The kept field as a second texture, sampled by the same rule. */
function writeSubtracted(uniforms: SceneUniforms, { other }: VertexFields, { choices, snapshot: { field, grid } }: KeptScene): void {
  const texture = uniforms.otherGrid.value;
  if (texture.image.data !== field.texels) {
    texture.dispose();
    uniforms.otherGrid.value = fieldTexture(field.texels, grid.dimensions);
  }
  const amplitude = sourceAmplitude(field.model, choices);
  uniforms.otherScale.value = field.maximum * amplitude;
  if (!field.onCortex) return;
  uniforms.otherVertexScale.value = amplitude;
  writeVertexField(other, field.onCortex);
}

/** Writes what the theme and the layers decide: colors of tissue and coil, opacity. */
export function applyLook(model: StageModel, choices: Choices): void {
  const palette = PALETTES[choices.theme];
  model.cortex.uniforms.baseColor.value.set(...palette.cortex);
  model.cortex.uniforms.shadeColor.value.set(...palette.sulcus);
  model.context.uniforms.baseColor.value.set(...palette.context);
  model.context.uniforms.shadeColor.value.set(...palette.sulcus);
  model.cortex.uniforms.ambient.value = palette.ambient;
  model.context.uniforms.ambient.value = palette.ambient;
  model.scalp.uniforms.rimColor.value.set(...palette.scalpRim);
  const ground = model.screen.ground.uniforms;
  ground.opacity.value = choices.showScalp ? choices.scalpOpacity : 0;
  ground.shadowStrength.value = choices.showCoil ? palette.shadow : 0;
  model.frame.fadeColor.value.set(...palette.fade);
  const { copper, casing, handle } = model.coil;
  copper.uniforms.baseColor.value.set(...palette.copper);
  casing.uniforms.baseColor.value.set(...palette.casing);
  handle.uniforms.baseColor.value.set(...palette.handle);
}

/** Writes the latest field and pose. */
export function applySnapshot(model: StageModel, { field, grid, pose }: SimulationSnapshot, lastField: object | null): object | null {
  poseMatrix(pose, model.uniforms.headToCoil.value).invert();
  if (field && grid && field !== lastField) {
    writeFieldTexture(model.uniforms, grid, field.texels);
    if (field.onCortex) writeVertexField(model.vertexFields.own, field.onCortex);
  }
  return field;
}
