import type { WorkerLike } from '../../field/simulation/fieldEngine';
import { Simulation } from '../../field/simulation/simulation';
import type { HeadModel } from '../../head/loadHead';
import { openStorage, restoreChoices, setAside } from '../../state/choiceStorage';
import { type CoilShelf, keepOwnCoils, loadKeptCoils } from '../../state/keptCoils';
import { createSession } from '../../state/session';
import { createChoiceStore } from '../../state/store';
import { createViewStore, type ViewStore } from '../../state/viewStore';
import { markOf } from '../address/addressBar';
import { readStartParameters, type StartParameters } from '../address/startParameters';
import { knownIds } from '../scene/knownIds';
import { createSceneOpener, type SceneOpener } from '../scene/sceneOpener';
import { firstTheme } from './firstTheme';
import { openingScene } from './openingScene';
import type { KeptRecord, SceneShelf } from './sceneShelf';
import type { TabIdentity } from './tabIdentity';

/** What the browser has for a visit; shelves are null where it has none. */
export interface VisitOf {
  readonly head: HeadModel;
  readonly spawn: () => WorkerLike;
  readonly coils: CoilShelf | null;
  readonly scenes: SceneShelf | null;
  /** The record that the visit begins with (`recordToBegin`): asked for while the head is on its way. */
  readonly record: Promise<KeptRecord | null>;
  readonly tab: TabIdentity;
  readonly page: Pick<Window, 'localStorage' | 'matchMedia'> & {
    readonly location: Pick<Location, 'hash' | 'search'>;
    readonly history: Pick<History, 'state'>;
  };
}

/** A visit: the stores, filled with its first scene. */
export interface Visit {
  readonly simulation: Simulation;
  readonly view: ViewStore;
  readonly opener: SceneOpener;
  readonly parameters: StartParameters;
  /** What could not be taken over, each one sentence. */
  readonly sentences: readonly string[];
  /** Why the typed pulse was not used, and whether it may be tried again. */
  readonly pulse: { readonly refusal: string; readonly waits: boolean } | null;
}

/** Begins a visit with the scene of the link, of the tab or of the last visit, and with what the address asks for. */
export async function beginVisit({ head, spawn, coils, scenes, record, tab, page }: VisitOf): Promise<Visit> {
  const { parameters, sentences } = readStartParameters(page.location.search);
  const ownCoils = await loadKeptCoils(coils);
  const storage = openStorage(() => page.localStorage);
  const known = knownIds(head.landmarks, ownCoils);
  // A part of another page begins with its link, whatever was done elsewhere.
  const kept = parameters.embed ? { shelf: null, storage: null, record: Promise.resolve(null) } : { shelf: scenes, storage, record };
  const read = await openingScene({ hash: page.location.hash, historyState: page.history.state, known, tab: tab.id, ...kept });
  const restored = await restoreChoices(read.scene.choices, 'of the scene');
  if (kept.storage && restored.refusal) setAside(kept.storage);
  // What the address asked for holds for those who come; who loads the page anew has chosen since.
  const arrives = markOf(page.history.state) === null;
  const asked = arrives ? parameters.theme : null;
  const theme = firstTheme(asked, read.isRead ? restored.choices.theme : null, page.matchMedia('(prefers-color-scheme: light)').matches);
  const store = createChoiceStore({ ...restored.choices, theme });
  const session = createSession(store, { waitingPulse: restored.waiting, ownCoils });
  const simulation = new Simulation(store, head, spawn, session);
  const view = createViewStore();
  if (parameters.lesson !== null) view.setState({ lessons: { place: 'lesson', id: parameters.lesson } });
  keepOwnCoils(session, coils, (problem) => view.setState({ problem }));
  const opener = createSceneOpener(simulation, view);
  const { scene } = read;
  const level = (arrives && parameters.level) || scene.view.level;
  // The first scene is what the stores begin with.
  if (read.isRead || level !== null)
    void opener.begin({ ...scene, view: { ...scene.view, level } }).then((problem) => problem && view.setState({ problem }));
  return {
    simulation,
    view,
    opener,
    parameters,
    sentences: [...head.problems, ...sentences, ...(read.refusal ? [read.refusal] : [])],
    pulse: restored.refusal === null ? null : { refusal: restored.refusal, waits: restored.waiting !== null },
  };
}
