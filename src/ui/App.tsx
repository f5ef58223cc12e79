import { type ReactNode, useCallback, useLayoutEffect, useMemo, useState } from 'react';
import { COIL_FILE_ENDS } from '../coil/files/coilFileNames';
import { POSE_FILE_ENDS } from '../coil/poses/poseFileEnds';
import { inputError } from '../core/inputError';
import { PROTOCOL_FILE_ENDS } from '../dose/protocol/protocolFile';
import { createProbeHand } from '../field/probe/probeHand';
import type { SceneSource } from '../field/simulation/sceneSource';
import { NO_PARAMETERS, offers, type StartParameters } from '../share/address/startParameters';
import { SCENE_FILE_ENDS } from '../share/scene/sceneFile';
import type { FieldModel } from '../state/choices';
import { beginGesture } from '../state/store';
import { standsBeside, type ViewStore } from '../state/viewStore';
import { AppContext, useApp, useChoice, useKeptBack, useOffered, useSnapshot, useView } from './appContext';
import { takeFile, useStrayFile } from './controls/FileOpener';
import { type Notice, NoticeList } from './controls/NoticeList';
import { Region } from './controls/Region';
import { GestureContext } from './controls/useHeldKeys';
import { useMedia } from './controls/useMedia';
import { HelpDialog } from './keys/HelpDialog';
import { useHotkeys } from './keys/useHotkeys';
import { LessonsDoor } from './LessonsDoor';
import { LevelsDoor } from './LevelsDoor';
import { FrameNote } from './overlay/FrameNote';
import { type AppActions, Header } from './overlay/Header';
import { Legend } from './overlay/Legend';
import { SceneTags } from './overlay/SceneTags';
import { ViewButtons } from './overlay/ViewButtons';
import type { Catalog } from './panel/coil/EquipmentDisclosure';
import { Panel } from './panel/Panel';
import { LiveDescription } from './shown/LiveDescription';
import { ShownScene } from './shown/ShownScene';
import { Strip } from './strip/Strip';

export interface AppProps {
  readonly simulation: SceneSource;
  readonly view: ViewStore;
  /** What fills the stage: the picture, or its fallback. */
  readonly stage: ReactNode;
  readonly actions: AppActions;
  readonly catalog: Catalog;
  /** Sentences from outside: a damaged file, a refused stored state. */
  readonly notices: readonly Notice[];
  readonly onDismissNotice: (id: string) => void;
  /** Rungs of the model ladder that this head does not offer. */
  readonly unavailableModels?: readonly FieldModel[];
  /** What the address asks for: which parts are offered, and whether the page is a part of another one. */
  readonly page?: StartParameters;
}

const NONE: readonly FieldModel[] = [];
/** Parts of the page that stand in the column. */
const PANEL_PARTS = ['coil', 'place', 'strength', 'model', 'show'] as const;
/** Windows in which nothing stands beside the stage. */
const PHONE = '(max-width: 899px)';

/** The whole page: stage, panel, plots. */
export function App({
  simulation,
  view,
  stage,
  actions,
  catalog,
  notices,
  onDismissNotice,
  unavailableModels = NONE,
  page = NO_PARAMETERS,
}: AppProps) {
  const { openScene, composeFigure, opener } = actions;
  const context = useMemo(
    () => ({ simulation, view, openScene, composeFigure, opener, page }),
    [simulation, view, openScene, composeFigure, opener, page],
  );
  const begin = useCallback(() => beginGesture(simulation.store), [simulation]);
  return (
    <AppContext value={context}>
      <GestureContext value={begin}>
        <Frame {...{ stage, actions, catalog, notices, onDismissNotice, unavailableModels, simulation, view }} />
      </GestureContext>
    </AppContext>
  );
}

function Frame(props: Required<Omit<AppProps, 'page'>>) {
  const { simulation, view, stage, actions, catalog, unavailableModels } = props;
  const page = useOffered();
  const keptBack = useKeptBack();
  const lesson = useView((state) => state.lessons?.place === 'lesson');
  const panel = PANEL_PARTS.some((id) => offers(page, id));
  const strip = offers(page, 'plots') && !keptBack;
  const [help, setHelp] = useState(false);
  const [singleKeys, setSingleKeys] = useState(true);
  const { notices, dismiss, report } = useNotices(props.notices, props.onDismissNotice);
  const toggleHelp = useCallback(() => setHelp((shown) => !shown), []);
  const targets = useMemo(
    () => ({
      store: simulation.store,
      placeAfter: (...step: Parameters<SceneSource['placeAfter']>) => simulation.placeAfter(...step),
      view,
      probeHand: createProbeHand(simulation, view),
      toggleHelp,
    }),
    [simulation, view, toggleHelp],
  );
  const level = useView((state) => state.level);
  const sources = useView((state) => state.showSources);
  // On a telephone a level covers everything; what is covered takes neither pointer nor focus.
  const phone = useMedia(PHONE);
  const covered = level !== null && (phone || !standsBeside(level));
  useTheme();
  useStrayFile((file) => {
    const isScene = SCENE_FILE_ENDS.some((end) => file.name.toLowerCase().endsWith(end));
    const say = (problem: string | null): void => view.setState({ problem });
    const openAsScene = actions.openScene;
    if (isScene && openAsScene)
      void isLessonFile(file).then((is) => (is ? view.setState({ lessons: { place: 'shelf', file } }) : openScene(openAsScene, file, say)));
    else say(strayFileSentence(file.name));
  });
  useHotkeys(targets, singleKeys, page);
  return (
    <div
      className="app"
      data-panel={panel}
      data-strip={strip}
      data-lesson={lesson || undefined}
      data-embed={page.embed || undefined}
      data-sources={sources || undefined}
    >
      {/* A screen of time is the main part while it is open; another element here would begin the 3-D view anew. */}
      <div className="stage" inert={covered} {...(level === null ? { role: 'main' } : { role: 'region', 'aria-label': 'The stage' })}>
        <div
          className="stage-view"
          role="application"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture takes the keys that move the coil.
          tabIndex={0}
          aria-label="Coil on the head. Arrow keys move the coil along the scalp, Q and E turn it, plus and minus lift and lower it."
          aria-describedby="scene-description"
        >
          <Region name="The 3-D view" className="stage-fallback">
            {stage}
          </Region>
        </div>
        <Header actions={actions} onHelp={toggleHelp} onProblem={report} />
        <Region name="The legend" className="legend">
          {!keptBack && (
            <ShownScene>
              <Legend />
            </ShownScene>
          )}
          <SceneTags />
        </Region>
        {offers(page, 'camera') && <ViewButtons />}
        <NoticeList notices={notices} onDismiss={dismiss} />
        {keptBack ? (
          <p id="scene-description" className="visually-hidden">
            The field is kept back until you have committed.
          </p>
        ) : (
          <ShownScene>
            <LiveDescription id="scene-description" />
          </ShownScene>
        )}
      </div>
      {strip && (
        <Region name="The strip of plots" className="strip">
          <Strip inert={level !== null} />
        </Region>
      )}
      <LevelsDoor />
      <LessonsDoor />
      {panel && (
        <Region name="The column of controls" className="panel">
          <Panel catalog={catalog} unavailable={unavailableModels} inert={level !== null} />
        </Region>
      )}
      {page.embed && <FrameNote />}
      <HelpDialog open={help} singleKeys={singleKeys} onSingleKeys={setSingleKeys} onClose={() => setHelp(false)} />
    </div>
  );
}

/** Largest file that is looked into for a lesson [bytes]; how a lesson file names itself. */
const LESSON_LIKE = { most: 1_000_000, mark: '"coilscope-lesson"' };

/** Whether a file means to be a lesson; the shelf reads it. */
const isLessonFile = async (file: File): Promise<boolean> =>
  file.name.toLowerCase().endsWith('.json') &&
  file.size <= LESSON_LIKE.most &&
  (await file.text().catch(() => '')).includes(LESSON_LIKE.mark);

/** Opens a file with a scene; what is said of it is a fault, or what of it could not be had. */
async function openScene(open: NonNullable<AppActions['openScene']>, file: File, say: (problem: string | null) => void): Promise<void> {
  let left: string | null = null;
  const take = async (): Promise<void> => {
    left = await open(file);
  };
  await takeFile(take, file.name, (problem) => say(problem ?? left));
}

/** What to say of a dropped file that nothing on the page opens. */
const strayFileSentence = (name: string): string =>
  inputError(
    'A dropped file',
    `be a scene (${SCENE_FILE_ENDS.join(', ')}), a coil (${COIL_FILE_ENDS.join(', ')}), poses (${POSE_FILE_ENDS.join(', ')}) or, on the Protocol screen, a protocol (${PROTOCOL_FILE_ENDS.join(', ')})`,
    name,
  ).message;

function useTheme(): void {
  const theme = useChoice((choices) => choices.theme);
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
}

/** Notices from outside, the simulation's own trouble, and what a command could not do. */
function useNotices(given: readonly Notice[], onDismissGiven: (id: string) => void) {
  const trouble = useSnapshot('trouble');
  const { view } = useApp();
  const raised = useView((state) => state.problem);
  const [ignored, setIgnored] = useState<string | null>(null);
  const [reported, setReported] = useState<string | null>(null);
  const notices: Notice[] = [...given];
  if (trouble && trouble !== ignored) notices.push({ id: 'simulation', sentence: trouble, kind: 'problem' });
  if (raised) notices.push({ id: 'raised', sentence: raised, kind: 'problem' });
  if (reported) notices.push({ id: 'command', sentence: reported, kind: 'problem' });
  const dismiss = (id: string): void => {
    if (id === 'simulation') setIgnored(trouble);
    else if (id === 'command') setReported(null);
    else if (id === 'raised') view.setState({ problem: null });
    else onDismissGiven(id);
  };
  return { notices, dismiss, report: setReported };
}
