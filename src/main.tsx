import { useCallback, useEffect, useMemo, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { z } from 'zod';
import packageJson from '../package.json';
import type { CoilDescription } from './coil/coilDescription';
import { COIL_IDS, coilById } from './coil/coilLibrary';
import { STIMULATOR_IDS, stimulatorById } from './coil/stimulatorLibrary';
import { InputError } from './core/inputError';
import { arrivalSentence } from './field/measures/arrivalSentence';
import { fetchOperator } from './field/simulation/fetchOperator';
import type { FieldResult } from './field/simulation/fieldMessages';
import { isCurrent } from './field/simulation/isCurrent';
import { Simulation } from './field/simulation/simulation';
import { workersInAdvance } from './field/simulation/workersInAdvance';
import { createPicture, type PictureOptions, savePicture } from './figure/exportPicture';
import { type HeadModel, loadHead } from './head/loadHead';
import { ComparedStage } from './scene/ComparedStage';
import type { StageHandle } from './scene/Stage';
import { knownIds } from './share/scene/knownIds';
import { loadChoices, NOTHING_KEPT, openStorage, restoreChoices, saveChoices, setAside } from './state/choiceStorage';
import { INITIAL_CHOICES } from './state/choices';
import { openCoilShelf } from './state/coilDatabase';
import { keepOwnCoils, loadKeptCoils } from './state/keptCoils';
import { saveAtRest } from './state/saveAtRest';
import { createSession } from './state/session';
import { createChoiceStore } from './state/store';
import { chooseTypedPulse } from './state/typedPulse';
import { createViewStore, type ViewStore } from './state/viewStore';
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
  /** The picture on the stage, as the button saves it. */
  picture?: (options: PictureOptions) => Promise<Blob>;
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
/** How long the change to the realistic head stays announced, in milliseconds. */
const ANNOUNCED = 7000;
const OPERATOR_NOTICE = 'operator';

const hasWebGL2 = (): boolean => document.createElement('canvas').getContext('webgl2') !== null;

interface ApplicationProps {
  readonly simulation: Simulation;
  readonly view: ViewStore;
  readonly initialNotices: readonly Notice[];
}

function Application({ simulation, view, initialNotices }: ApplicationProps) {
  const [stage, setStage] = useState<StageHandle | null>(null);
  const [fault, setFault] = useState<'missing' | 'lost' | null>(() => (hasWebGL2() ? null : 'missing'));
  const onReady = useCallback(
    (handle: StageHandle) => {
      setStage(handle);
      if (!window.coilscope) return;
      window.coilscope.stage = handle;
      window.coilscope.picture = (options) => createPicture(handle, { scene: simulation, view }, VERSION, options);
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
  const actions = useMemo(
    () => ({
      exportPicture: async () => {
        if (!stage) throw new InputError('The picture needs the 3-D view, which is not running.');
        await savePicture(stage, { scene: simulation, view }, VERSION);
      },
    }),
    [stage, simulation, view],
  );
  const catalog = useMemo(
    () => ({ coils: COIL_IDS.map((id) => coilById(id)), stimulators: STIMULATOR_IDS.map((id) => stimulatorById(id)) }),
    [],
  );
  const [notices, setNotices] = useState(initialNotices);
  const dismiss = useCallback((id: string) => setNotices((all) => all.filter((notice) => notice.id !== id)), []);
  useOperator(simulation, setNotices);
  useSaving(simulation, setNotices);
  usePrefetch(simulation);
  const retry = (): void => setFault(hasWebGL2() ? null : 'missing');
  const body = fault ? (
    <StageFallback sentence={FAULTS[fault]} onRetry={retry} />
  ) : (
    <ComparedStage simulation={simulation} view={view} onReady={onReady} onKeptReady={onKeptReady} onContextLost={onContextLost} />
  );
  return (
    <App simulation={simulation} view={view} stage={body} actions={actions} notices={notices} onDismissNotice={dismiss} catalog={catalog} />
  );
}

/** Fetches the operator of the realistic head once the first picture stands, and announces the change from the sphere, or why it stays. */
function useOperator(simulation: Simulation, setNotices: (change: (all: readonly Notice[]) => readonly Notice[]) => void): void {
  useEffect(() => {
    const announce = (notice: Omit<Notice, 'id'>): void =>
      setNotices((all) => [...all.filter(({ id }) => id !== OPERATOR_NOTICE), { id: OPERATOR_NOTICE, ...notice }]);
    const dismiss = (): void => setNotices((all) => all.filter(({ id }) => id !== OPERATOR_NOTICE));
    const load = (): void => void simulation.loadOperator(fetchOperator);
    let asked = false;
    let announced: string | null = null;
    let standIn: FieldResult | null = null;
    const follow = (): void => {
      const { field, operator } = simulation.snapshot();
      const choices = simulation.store.getState();
      if (field && !asked) {
        asked = true;
        // Two frames later the first picture has been handed over; on a slow machine the operator's arrival would keep it back.
        requestAnimationFrame(() => requestAnimationFrame(load));
      }
      if (field?.model === 'sphere') standIn = field;
      if (operator.phase === 'loading' && announced !== null) {
        // It is tried again: the old sentence holds no more, and the same one must be heard again.
        announced = null;
        dismiss();
      }
      if (operator.phase === 'refused' && announced !== operator.sentence) {
        announced = operator.sentence;
        const sentence = `${operator.sentence} The best-fitting sphere goes on serving as the head model.`;
        announce({ sentence, kind: 'problem', action: { label: 'Try again', run: load } });
      } else if (field?.model === 'modes' && announced !== 'ready') {
        announced = 'ready';
        announce({ sentence: arrivalSentence(simulation.snapshot(), field, standIn, choices), kind: 'note' });
        window.setTimeout(dismiss, ANNOUNCED);
      }
    };
    follow();
    return simulation.subscribe(follow);
  }, [simulation, setNotices]);
}

async function createSimulation(
  head: HeadModel,
  spawn: () => Worker,
  ownCoils: readonly CoilDescription[],
): Promise<{ simulation: Simulation; notices: Notice[] }> {
  const storage = openStorage(() => window.localStorage);
  const read = storage && loadChoices(storage, knownIds(head.landmarks, ownCoils));
  const restored = read ? await restoreChoices(read.written) : { choices: INITIAL_CHOICES, waiting: null, refusal: null };
  if (storage && restored.refusal) setAside(storage);
  const store = createChoiceStore(restored.choices);
  const session = createSession(store, { waitingPulse: restored.waiting, ownCoils });
  const sentences = [
    ...head.problems,
    ...[read?.refusal, storage ? null : NOTHING_KEPT].filter((sentence) => typeof sentence === 'string'),
  ];
  const notices: Notice[] = sentences.map((sentence, n) => ({ id: `start-${n}`, sentence, kind: 'problem' }));
  const retry = { label: 'Try again', run: () => void chooseTypedPulse(store, session) };
  if (restored.refusal) {
    notices.push({ id: 'typed', sentence: restored.refusal, kind: 'problem', ...(restored.waiting ? { action: retry } : {}) });
  }
  return { simulation: new Simulation(store, head, spawn, session), notices };
}

/** Brings the parts that come late once nothing more is on its way for the first picture. */
function usePrefetch(simulation: Simulation): void {
  useEffect(() => {
    let begun = false;
    const follow = (): void => {
      const { field, operator } = simulation.snapshot();
      if (begun || !field || operator.phase === 'loading') return;
      begun = true;
      void prefetchAtRest();
    };
    follow();
    return simulation.subscribe(follow);
  }, [simulation]);
}

/** Keeps the choices for the next visit; says once where the browser does not keep them. */
function useSaving({ store, session }: Simulation, setNotices: (change: (all: readonly Notice[]) => readonly Notice[]) => void): void {
  useEffect(() => {
    const storage = openStorage(() => window.localStorage);
    if (!storage) return;
    let said = false;
    const save = (): void => {
      if (saveChoices(storage, store.getState(), session.getState().waitingPulse) || said) return;
      said = true;
      setNotices((all) => [...all, { id: 'storage', sentence: NOTHING_KEPT, kind: 'problem' }]);
    };
    return saveAtRest(store.subscribe, save, window);
  }, [store, session, setNotices]);
}

const workers = workersInAdvance(() => new Worker(new URL('./field/simulation/fieldWorker.ts', import.meta.url), { type: 'module' }));

async function start(root: Root): Promise<void> {
  const progress = (share: number): void => root.render(<LoadingScreen progress={share} message="Loading the head" />);
  progress(0);
  try {
    workers.prepare();
    const opening = openCoilShelf(() => window.indexedDB);
    const head = await loadHead(progress);
    const shelf = await opening;
    const { simulation, notices } = await createSimulation(head, workers.take, await loadKeptCoils(shelf));
    const view = createViewStore();
    keepOwnCoils(simulation.session, shelf, (problem) => view.setState({ problem }));
    window.coilscope = { simulation, view, isCurrent: () => isCurrent(simulation.snapshot(), simulation.store.getState()), stage: null };
    root.render(
      <Region name="Coilscope" className="failure">
        <Application simulation={simulation} view={view} initialNotices={notices} />
      </Region>,
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    root.render(<FailureNotice sentence={reason} onRetry={() => void start(root)} />);
  }
}

const container = document.getElementById('root');
if (container) void start(createRoot(container));
