import type { FieldModel } from '../../state/choices';
import { beginGesture, choose } from '../../state/store';
import { keepScene } from '../simulation/comparison';
import type { Simulation } from '../simulation/simulation';

/** The part of the simulation that is needed. */
type Source = Pick<Simulation, 'store' | 'snapshot' | 'subscribe' | 'comparison'>;

/**
 * Shows where and by how much the chosen model differs from the realistic head: keeps the realistic head as A, the chosen model as B, and puts
 * their difference on the stage. Leaves no step in the history. Does nothing while the realistic head is not in use or is itself chosen.
 */
export function showModelDifference(simulation: Source): void {
  const { store, comparison } = simulation;
  const model: FieldModel = store.getState().fieldModel;
  if (model === 'modes' || simulation.snapshot().operator.phase !== 'ready') return;
  const gesture = beginGesture(store);
  choose(store, { fieldModel: 'modes' });
  const stop = simulation.subscribe(() => {
    const { field, pose } = simulation.snapshot();
    if (field?.pose !== pose) return;
    if (field.model === 'modes' && store.getState().fieldModel === 'modes') {
      keepScene(comparison, store.getState(), simulation.snapshot());
      choose(store, { fieldModel: model });
      gesture.commit();
    } else if (field.model === model && comparison.getState().kept) {
      stop();
      comparison.setState({ shown: 'difference' });
    }
  });
}
