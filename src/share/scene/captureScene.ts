import type { SceneSource } from '../../field/simulation/sceneSource';
import { writtenChoices } from '../../state/storedChoices';
import type { ViewStore } from '../../state/viewStore';
import { keptOf, type Scene } from './scene';

/** What is seen now, as a value. */
export function captureScene({ store, session, comparison }: SceneSource, view: ViewStore): Scene {
  const choices = store.getState();
  const { waitingPulse, ownCoils, levels, protocol, threshold } = session.getState();
  const { kept, shown, differenceLimit } = comparison.getState();
  const { camera, stripTab, level, pulseTime, currentDirection, probe, probePinned } = view.getState();
  const used = new Set([choices.coilId, kept?.choices.coilId]);
  return {
    choices: writtenChoices(choices, waitingPulse),
    view: { camera, stripTab, level, pulseTime, currentDirection, probe: probePinned ? probe : null, segment: protocol.segment },
    levels,
    hunt: {
      seed: threshold.seed,
      trials: threshold.game.trials.slice(0, threshold.trials).map(({ output, coupling }) => [output, coupling] as const),
      answer: threshold.answer,
      motorThreshold: threshold.motorThreshold,
    },
    comparison: { kept: kept && keptOf(writtenChoices(kept.choices)), shown, differenceLimit },
    ownCoils: ownCoils.filter(({ id }) => used.has(id)),
  };
}
