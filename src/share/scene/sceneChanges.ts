import type { SceneSource } from '../../field/simulation/sceneSource';
import type { ViewState, ViewStore } from '../../state/viewStore';

/** What of the view belongs to a scene; what is only pointed at does not. */
const VIEW_KEYS: readonly (keyof ViewState)[] = ['camera', 'stripTab', 'level', 'pulseTime', 'currentDirection', 'probePinned'];

/** Calls `changed` whenever the scene that would be captured may have changed, until what it returns is called. */
export function subscribeScene({ store, session, comparison }: SceneSource, view: ViewStore, changed: () => void): () => void {
  const stops = [
    store.subscribe(changed),
    session.subscribe(changed),
    comparison.subscribe(changed),
    view.subscribe((now, before) => {
      const isPart = VIEW_KEYS.some((key) => now[key] !== before[key]) || (now.probePinned && now.probe !== before.probe);
      if (isPart) changed();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
