import type { RawShaderMaterial } from 'three';
import { createScaleKeeper } from '../field/color/chosenColorScale';
import { contourLevels } from '../field/color/contourLevels';
import { sourceAmplitude, unitOfModel } from '../field/measures/readouts';
import type { Simulation } from '../field/simulation/simulation';
import { type Choices, FIELD_COMPONENTS } from '../state/choices';
import { createCortexMaterial, createDepthMaterial, createScalpMaterial, createSolidMaterial } from './painting/materials';
import { PALETTES } from './painting/palette';
import { createSceneUniforms, poseMatrix, type SceneUniforms, writeColorScale, writeFieldTexture } from './painting/sceneUniforms';

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

const keptScale = createScaleKeeper();

/** Writes everything that choices decide alone: colors, limits, intensity, opacity. */
export function applyChoices(model: StageModel, choices: Choices, simulation: Simulation): void {
  const palette = PALETTES[choices.theme];
  const { field } = simulation.snapshot();
  const fieldModel = field?.model ?? choices.fieldModel;
  const unit = unitOfModel(fieldModel);
  writeColorScale(model.uniforms, keptScale(choices, unit));
  const levels = contourLevels(simulation.snapshot(), choices);
  model.uniforms.component.value = FIELD_COMPONENTS.indexOf(choices.fieldComponent);
  model.uniforms.showContours.value = choices.showContours;
  model.uniforms.contourLevels.value.set(levels?.halfPeak ?? 0, levels?.threshold ?? 0);
  model.uniforms.fieldScale.value = field ? field.maximum * sourceAmplitude(fieldModel, choices) : 0;
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
export function applySnapshot(model: StageModel, simulation: Simulation, lastField: object | null): object | null {
  const { field, grid, pose } = simulation.snapshot();
  poseMatrix(pose, model.uniforms.headToCoil.value).invert();
  if (field && grid && field !== lastField) writeFieldTexture(model.uniforms, grid, field.texels);
  return field;
}
