import { keepScene } from '../simulation/comparison';
import type { SceneSource } from '../simulation/sceneSource';

/**
 * Shows where and by how much the chosen model differs from the realistic head: the same pose by the realistic head as A, the chosen model as
 * B, and their difference on the stage. The realistic field is computed beside the scene, so that no choice and no history is touched. False
 * where it cannot be had, or where something else was chosen before it came.
 */
export async function showModelDifference(source: SceneSource): Promise<boolean> {
  const choices = source.store.getState();
  const { request, operator } = source.snapshot();
  if (choices.fieldModel === 'modes' || operator.phase !== 'ready') return false;
  const field = await source.fieldBy('modes');
  const snapshot = source.snapshot();
  if (field?.model !== 'modes' || snapshot.request !== request) return false;
  if (!keepScene(source, { ...choices, fieldModel: 'modes' }, { ...snapshot, field })) return false;
  source.comparison.setState({ shown: 'difference' });
  return true;
}
