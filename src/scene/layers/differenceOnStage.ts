import { canSubtract, differenceScale } from '../../field/color/differenceScale';
import { sourceAmplitude } from '../../field/measures/readouts';
import type { Simulation } from '../../field/simulation/simulation';
import { fieldTexture, type SceneUniforms, writeColorScale } from '../painting/sceneUniforms';

/**
 * Colors the present scene by |B| − |A| where that is chosen: the kept field as a second texture, sampled by the same rule, and the diverging
 * scale in place of the chosen one. Called after the choices were written; without a difference it only switches it off.
 */
export function applyDifference(uniforms: SceneUniforms, simulation: Simulation): void {
  const comparison = simulation.comparison.getState();
  const { kept, shown, differenceLimit } = comparison;
  const show = shown === 'difference' && canSubtract(comparison, simulation.snapshot().field);
  uniforms.showDifference.value = show;
  if (!show || !kept) return;
  const { field, grid } = kept.snapshot;
  const texture = uniforms.otherGrid.value;
  if (texture.image.data !== field.texels) {
    texture.dispose();
    uniforms.otherGrid.value = fieldTexture(field.texels, grid.dimensions);
  }
  uniforms.otherScale.value = field.maximum * sourceAmplitude(field.model, kept.choices);
  uniforms.component.value = 0;
  uniforms.showContours.value = false;
  writeColorScale(uniforms, differenceScale(differenceLimit));
}
