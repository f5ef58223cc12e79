import { keepScene } from '../simulation/comparison';
import { rungOf, servedModel } from '../simulation/modelLadder';
import type { SceneSource } from '../simulation/sceneSource';

/**
 * Shows where and by how much the chosen model differs from the best one that can be had: the same pose by the best one as A, the chosen model as
 * B, and their difference on the stage. Its field is computed beside the scene, so that no choice and no history is touched. False
 * where it cannot be had, or where something else was chosen before it came.
 */
export async function showModelDifference(source: SceneSource): Promise<boolean> {
  const choices = source.store.getState();
  const { request, ...states } = source.snapshot();
  const best = servedModel('folded', states);
  if (choices.fieldModel === best || rungOf(best).needs.length === 0) return false;
  const field = await source.fieldBy(best);
  const snapshot = source.snapshot();
  if (field?.model !== best || snapshot.request !== request) return false;
  if (!keepScene(source, { ...choices, fieldModel: best }, { ...snapshot, field })) return false;
  source.comparison.setState({ shown: 'difference' });
  return true;
}
