import type { RawShaderMaterial } from 'three';
import type { Coloring } from '../field/color/coloring';
import { sourceAmplitude } from '../field/measures/readouts';
import type { SimulationSnapshot } from '../field/simulation/sceneSnapshot';
import type { KeptScene } from '../field/simulation/sceneSource';
import { type Choices, FIELD_COMPONENTS } from '../state/choices';
import { createCortexMaterial, createDepthMaterial, createScalpMaterial, createSolidMaterial } from './painting/materials';
import { PALETTES } from './painting/palette';
import {
  createSceneUniforms,
  fieldTexture,
  poseMatrix,
  type SceneUniforms,
  writeColorScale,
  writeFieldTexture,
} from './painting/sceneUniforms';

/** The materials of the stage and the uniforms they share. */
export interface StageModel {
  readonly uniforms: SceneUniforms;
  readonly cortex: RawShaderMaterial;
  readonly context: RawShaderMaterial;
  readonly scalp: RawShaderMaterial;
  readonly copper: RawShaderMaterial;
  readonly depthOnly: RawShaderMaterial;
  readonly casing: RawShaderMaterial;
}

export function createStageModel(): StageModel {
  const uniforms = createSceneUniforms();
  return {
    uniforms,
    cortex: createCortexMaterial(uniforms, true),
    context: createCortexMaterial(uniforms, false),
    scalp: createScalpMaterial(uniforms),
    copper: createSolidMaterial(false),
    depthOnly: createDepthMaterial(),
    casing: createSolidMaterial(true),
  };
}

/** Writes what is colored, on which scale, and how strong it is. */
export function applyColoring({ uniforms }: StageModel, coloring: Coloring, { field }: SimulationSnapshot, choices: Choices): void {
  const { model, component, scale, lines, subtracted } = coloring;
  writeColorScale(uniforms, scale);
  uniforms.component.value = FIELD_COMPONENTS.indexOf(component);
  uniforms.showContours.value = lines !== null;
  uniforms.contourLevels.value.set(lines?.halfPeak ?? 0, lines?.threshold ?? 0);
  uniforms.fieldScale.value = field ? field.maximum * sourceAmplitude(model, choices) : 0;
  uniforms.showDifference.value = subtracted !== null;
  if (subtracted) writeSubtracted(uniforms, subtracted);
}

/** The kept field as a second texture, sampled by the same rule. */
function writeSubtracted(uniforms: SceneUniforms, { choices, snapshot: { field, grid } }: KeptScene): void {
  const texture = uniforms.otherGrid.value;
  if (texture.image.data !== field.texels) {
    texture.dispose();
    uniforms.otherGrid.value = fieldTexture(field.texels, grid.dimensions);
  }
  uniforms.otherScale.value = field.maximum * sourceAmplitude(field.model, choices);
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
  model.scalp.uniforms.opacity.value = choices.scalpOpacity;
  model.scalp.uniforms.shadowStrength.value = choices.showCoil ? palette.shadow : 0;
  model.copper.uniforms.baseColor.value.set(...palette.copper);
  model.casing.uniforms.baseColor.value.set(...palette.casing);
}

/** Writes the latest field and pose. */
export function applySnapshot(model: StageModel, { field, grid, pose }: SimulationSnapshot, lastField: object | null): object | null {
  poseMatrix(pose, model.uniforms.headToCoil.value).invert();
  if (field && grid && field !== lastField) writeFieldTexture(model.uniforms, grid, field.texels);
  return field;
}
