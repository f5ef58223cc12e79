import { useCallback, useEffect, useMemo, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { z } from 'zod';
import packageJson from '../package.json';
import { COIL_IDS, coilById } from './coil/coilLibrary';
import { STIMULATOR_IDS, stimulatorById } from './coil/stimulatorLibrary';
import { InputError } from './core/inputError';
import { fetchBlocks } from './field/simulation/fetchBlocks';
import { fetchHeadData } from './field/simulation/fetchHeadData';
import { followConductivities } from './field/simulation/followConductivities';
import { isCurrent } from './field/simulation/isCurrent';
import { dataState, rungOf, servedModel } from './field/simulation/modelLadder';
import type { Simulation } from './field/simulation/simulation';
import { workersInAdvance } from './field/simulation/workersInAdvance';
import { askFigure, prefetchFigures, useFigures } from './figure/useFigures';
import { loadHead } from './head/loadHead';
import { ComparedStage } from './scene/ComparedStage';
import type { StageHandle } from './scene/Stage';
import { keepAddress } from './share/address/addressBar';
import { linkOfScene } from './share/address/linkOfScene';
import { autosave, OTHER_TAB, recordToBegin } from './share/keeping/autosave';
import { beginVisit, type Visit } from './share/keeping/beginVisit';
import { openSceneShelf, type SceneShelf } from './share/keeping/sceneShelf';
import { type TabIdentity, tabIdentity } from './share/keeping/tabIdentity';
import { captureScene } from './share/scene/captureScene';
import { openSceneBytes, openSceneLink } from './share/scene/openSceneFile';
import { subscribeScene } from './share/scene/sceneChanges';
import { sceneValue } from './share/scene/sceneFile';
import { openCoilShelf } from './state/coilDatabase';
import { chooseTypedPulse } from './state/typedPulse';
import type { ViewStore } from './state/viewStore';
import './ui/styles.css';
import { App } from './ui/App';
import type { Notice } from './ui/controls/NoticeList';
import { Region } from './ui/controls/Region';
import { FailureNotice } from './ui/FailureNotice';
import { LoadingScreen } from './ui/LoadingScreen';
import { prefetchAtRest } from './ui/prefetchAtRest';
import { StageFallback } from './ui/StageFallback';

// The content-security policy forbids code made from text, which zod would otherwise try.
z.config({ jitless: true });

const VERSION = packageJson.version;
/** What browser tests, benchmarks and the terminal's pictures reach for; nothing in the application reads it. */
interface TestDoor {
  simulation: Simulation;
  view: ViewStore;
  /** Whether the field is the latest, by the chosen model. */
  isCurrent: () => boolean;
  stage: StageHandle | null;
  /** The stage of the kept scene, once it was shown. */
  keptStage?: StageHandle;
  /** A figure of what is on the stage, by options as `figureOptions.ts` describes them, in part or whole; `kind`: png, pdf, svg. */
  picture?: (options: unknown, kind?: string) => Promise<Blob>;
  /** Opens what a scene file, a saved picture or a link as text holds; one sentence about what could not be had, or null. */
  openScene: (bytes: Uint8Array) => Promise<string | null>;
}
declare global {
  interface Window {
    coilscope?: TestDoor;
  }
}

const FAULTS = {
  missing:
    'The 3-D view needs WebGL2, which this browser does not offer; another browser, or switching hardware acceleration on, may help.',
  lost: 'The graphics system took the 3-D view away (its context was lost).',
};
const DATA_NOTICE = 'operator';

const hasWebGL2 = (): boolean => document.createElement('canvas').getContext('webgl2') !== null;

interface ApplicationProps {
  readonly visit: Visit;
  readonly scenes: SceneShelf | null;
  readonly tab: TabIdentity;
  readonly initialNotices: readonly Notice[];
}

function Application({ visit, scenes, tab, initialNotices }: ApplicationProps) {
  const { simulation, view, opener } = visit;
  const [stage, setStage] = useState<StageHandle | null>(null);
  const [fault, setFault] = useState<'missing' | 'lost' | null>(() => (hasWebGL2() ? null : 'missing'));
  const onReady = useCallback(
    (handle: StageHandle) => {
      setStage(handle);
      if (!window.coilscope) return;
      window.coilscope.stage = handle;
      window.coilscope.picture = (options, kind) => askFigure(handle, { scene: simulation, view }, VERSION, options, kind);
    },
    [simulation, view],
  );
  const onKeptReady = useCallback((handle: StageHandle) => {
    if (window.coilscope) window.coilscope.keptStage = handle;
  }, []);
  const onContextLost = useCallback(() => {
    setStage(null);
    setFault('lost');
  }, []);
  const of = useMemo(() => ({ scene: simulation, view }), [simulation, view]);
  const { composeFigure, exportPicture, composer } = useFigures(stage, of, VERSION);
  const actions = useMemo(
    () => ({
      composeFigure,
      exportPicture,
      opener,
      openScene: async (file: File) => openSceneBytes(simulation, opener, new Uint8Array(await file.arrayBuffer()), file.name.slice(-60)),
    }),
    [composeFigure, exportPicture, simulation, opener],
  );
  const catalog = useMemo(
    () => ({ coils: COIL_IDS.map((id) => coilById(id)), stimulators: STIMULATOR_IDS.map((id) => stimulatorById(id)) }),
    [],
  );
  const [notices, setNotices] = useState(initialNotices);
  const dismiss = useCallback((id: string) => setNotices((all) => all.filter((notice) => notice.id !== id)), []);
  useHeadData(simulation, setNotices);
  useKeeping(visit, scenes, tab, setNotices);
  usePrefetch(simulation);
  const retry = (): void => setFault(hasWebGL2() ? null : 'missing');
  const body = fault ? (
    <StageFallback sentence={FAULTS[fault]} onRetry={retry} />
  ) : (
    <ComparedStage simulation={simulation} view={view} onReady={onReady} onKeptReady={onKeptReady} onContextLost={onContextLost} />
  );
  return (
    <>
      <App {...{ simulation, view, actions, notices, catalog }} stage={body} onDismissNotice={dismiss} page={visit.parameters} />
      {composer}
    </>
  );
}

/** Fetches the files of the head once the first picture stands. What goes on serving where they do not come is said; their arrival shows in the numbers. */
function useHeadData(simulation: Simulation, setNotices: (change: (all: readonly Notice[]) => readonly Notice[]) => void): void {
  useEffect(() => followConductivities(simulation), [simulation]);
  useEffect(() => {
    const announce = (notice: Omit<Notice, 'id'>): void => {
      setNotices((all) => [...all.filter(({ id }) => id !== DATA_NOTICE), { id: DATA_NOTICE, ...notice }]);
    };
    const dismiss = (): void => setNotices((all) => all.filter(({ id }) => id !== DATA_NOTICE));
    const load = (): void => void loadHeadData(simulation);
    let asked = false;
    // It is tried again: the old sentence holds no more, and the same one must be heard again.
    const withdraw = (): void => {
      if (announced === null) return;
      announced = null;
      dismiss();
    };
    const askOnce = (): void => {
      if (asked) return;
      asked = true;
      // Two frames later the first picture has been handed over; on a slow machine the operator's arrival would keep it back.
      requestAnimationFrame(() => requestAnimationFrame(load));
    };
    let announced: string | null = null;
    const follow = (): void => {
      const snapshot = simulation.snapshot();
      const { field } = snapshot;
      const choices = simulation.store.getState();
      // What is not chosen says nothing when it comes; when it does not come, whoever chooses it next is told.
      const state = dataState(choices.fieldModel === 'modes' ? 'modes' : 'folded', snapshot);
      if (field) askOnce();
      if (state.phase === 'loading') withdraw();
      if (state.phase === 'refused' && announced !== state.sentence) {
        announced = state.sentence;
        const sentence = `${state.sentence} Serving as the head model: ${rungOf(servedModel('folded', snapshot)).short}.`;
        announce({ sentence, kind: 'problem', action: { label: 'Try again', run: load } });
      }
    };
    follow();
    return simulation.subscribe(follow);
  }, [simulation, setNotices]);
}

/** One after the other: the rows go on from the operator, and the blocks belong to both. */
async function loadHeadData(simulation: Simulation): Promise<void> {
  await simulation.loadData('operator', fetchHeadData);
  if (simulation.snapshot().operator.phase === 'refused') return;
  await simulation.loadData('rows', fetchHeadData);
  const blocks = await fetchBlocks();
  if (blocks) simulation.takeBlocks(blocks);
}

/** What a visit says at its start. */
function firstNotices({ simulation, sentences, pulse }: Visit, { others }: TabIdentity): Notice[] {
  const notices: Notice[] = sentences.map((sentence, n) => ({ id: `start-${n}`, sentence, kind: 'problem' }));
  const retry = { label: 'Try again', run: () => void chooseTypedPulse(simulation.store, simulation.session) };
  if (pulse) notices.push({ id: 'typed', sentence: pulse.refusal, kind: 'problem', ...(pulse.waits ? { action: retry } : {}) });
  if (others > 0) notices.push({ id: 'tabs', sentence: OTHER_TAB, kind: 'note' });
  return notices;
}

/** Brings the parts that come late once nothing more is on its way for the first picture. */
function usePrefetch(simulation: Simulation): void {
  useEffect(() => {
    let begun = false;
    const follow = (): void => {
      const { field, ...states } = simulation.snapshot();
      if (begun || !field || dataState('folded', states).phase === 'loading') return;
      begun = true;
      void prefetchAtRest(prefetchFigures);
    };
    follow();
    return simulation.subscribe(follow);
  }, [simulation]);
}

/** Said where a part of the program did not come. */
const NOT_OPENED = 'The link was not opened: a part of the program could not be loaded; try it again.';

/** Keeps the scene for the next visit and in the address; says once where the browser does not keep it. A part of another page keeps nothing. */
function useKeeping(
  { simulation, view, opener, parameters }: Visit,
  shelf: SceneShelf | null,
  { id }: TabIdentity,
  setNotices: (change: (all: readonly Notice[]) => readonly Notice[]) => void,
): void {
  useEffect(() => {
    if (parameters.embed) return;
    const subscribe = (changed: () => void): (() => void) => subscribeScene(simulation, view, changed);
    const say = (sentence: string): void => setNotices((all) => [...all, { id: 'storage', sentence, kind: 'problem' }]);
    const value = (): unknown => sceneValue({ ...captureScene(simulation, view), ownCoils: [] }, VERSION);
    const link = (): Promise<string> => linkOfScene(simulation, view);
    const open = (given: string): void =>
      void openSceneLink(simulation, opener, given)
        .catch((error: unknown) => (error instanceof InputError ? error.message : NOT_OPENED))
        .then((problem) => view.setState({ problem }));
    const stops = [autosave({ shelf, id, subscribe, value, page: window, say }), keepAddress(window, { view, subscribe, link, open })];
    return () => {
      for (const stop of stops) stop();
    };
  }, [simulation, view, opener, parameters, shelf, id, setNotices]);
}

const workers = workersInAdvance(() => new Worker(new URL('./field/simulation/fieldWorker.ts', import.meta.url), { type: 'module' }));

async function start(root: Root): Promise<void> {
  const progress = (share: number): void => root.render(<LoadingScreen progress={share} message="Loading the head" />);
  progress(0);
  try {
    workers.prepare();
    const shelves = [openCoilShelf(() => window.indexedDB), openSceneShelf(() => window.indexedDB)] as const;
    const naming = tabIdentity({
      sessionStorage: () => window.sessionStorage,
      locks: navigator.locks,
      newId: () => Math.random().toString(36).slice(2) + Date.now().toString(36),
    });
    const record = Promise.all([shelves[1], naming]).then(([shelf, { id }]) => recordToBegin(shelf, id));
    const head = await loadHead(progress);
    const [coils, scenes, tab] = await Promise.all([...shelves, naming]);
    const visit = await beginVisit({ head, spawn: workers.take, coils, scenes, record, tab, page: window });
    const { simulation, view, opener } = visit;
    window.coilscope = {
      simulation,
      view,
      isCurrent: () => isCurrent(simulation.snapshot(), simulation.store.getState()),
      stage: null,
      openScene: (bytes) => openSceneBytes(simulation, opener, bytes),
    };
    root.render(
      <Region name="Coilscope" className="failure">
        <Application visit={visit} scenes={scenes} tab={tab} initialNotices={firstNotices(visit, tab)} />
      </Region>,
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    root.render(<FailureNotice sentence={reason} onRetry={() => void start(root)} />);
  }
}

const container = document.getElementById('root');
if (container) void start(createRoot(container));
