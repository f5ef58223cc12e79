import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { help } from '../../evidence/help';
import type { LevelId } from '../../state/viewStore';
import { LEVEL_IDS, standsBeside } from '../../state/viewStore';
import { useApp } from '../appContext';
import { Icon } from '../controls/Icon';
import { type LazyPart, lazyPart } from '../controls/lazyPart';
import { Region } from '../controls/Region';
import { Tabs } from '../controls/Tabs';
import { SourcesSwitch } from '../notes/SourcesSwitch';
import './levels.css';
import './shared/beside.css';
import { LevelStrip } from './shared/LevelStrip';
import { TimeAxis } from './shared/TimeAxis';
import { LEVEL_LABELS, LEVEL_WINDOWS, sectionAt, sectionOfLevel, type TimeSectionId, timeSection } from './shared/timeSections';
import { TimeWindowContext } from './shared/timeWindow';

/** Each screen comes when it is first opened, or at rest. */
const SCREENS: Readonly<Record<LevelId, LazyPart<object>>> = {
  pulse: lazyPart(
    () => import('./pulse/PulseLevel'),
    (module) => module.PulseLevel,
  ),
  threshold: lazyPart(
    () => import('./threshold/ThresholdLevel'),
    (module) => module.ThresholdLevel,
  ),
  protocol: lazyPart(
    () => import('./protocol/ProtocolLevel'),
    (module) => module.ProtocolLevel,
  ),
  aftereffect: lazyPart(
    () => import('./aftereffect/AftereffectLevel'),
    (module) => module.AftereffectLevel,
  ),
  course: lazyPart(
    () => import('./course/CourseLevel'),
    (module) => module.CourseLevel,
  ),
  safety: lazyPart(
    () => import('./safety/SafetyLevel'),
    (module) => module.SafetyLevel,
  ),
  claims: lazyPart(
    () => import('./claims/ClaimsLevel'),
    (module) => module.ClaimsLevel,
  ),
};

/** Brings the screens one after the other, so that none waits for the network when it is opened; one that does not come keeps none back. */
export async function prefetchScreens(): Promise<void> {
  for (const id of LEVEL_IDS) await SCREENS[id].prefetch().catch(() => {});
}

/** The levels of time: the axis, the tabs, one screen, which takes the whole window, or all of it that is beside the stage, with the controls that act there. */
export function LevelsFrame({ level }: { readonly level: LevelId }) {
  const { view } = useApp();
  const [asked, setAsked] = useState<{ section: TimeSectionId | null; serial: number }>({ section: null, serial: 0 });
  const [shown, setShown] = useState<readonly [number, number] | null>(null);
  const frame = useFocusOnOpen();
  const open = useCallback(
    (next: LevelId): void => {
      setShown(null);
      view.setState({ level: next });
    },
    [view],
  );
  const choose = (section: TimeSectionId): void => {
    setAsked(({ serial }) => ({ section, serial: serial + 1 }));
    const next = timeSection(section).level;
    if (next !== level) open(next);
  };
  const close = (): void => view.setState({ level: null });
  const time = useMemo(() => ({ asked, show: setShown }), [asked]);
  const section = shown ? sectionAt(shown[1]) : sectionOfLevel(level, asked.section);
  // Kept, so that a window that moves does not render the whole screen again.
  const screen = useMemo(() => {
    const Screen = SCREENS[level];
    return <Screen />;
  }, [level]);
  return (
    <main
      ref={frame}
      className="levels"
      data-beside={standsBeside(level) || undefined}
      aria-label="Time: from the microsecond to the month"
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && close()}
    >
      <div className="levels-top">
        <header className="levels-head">
          <h1>From the microsecond to the month</h1>
          <LevelTabs level={level} onOpen={open} />
          <button type="button" className="icon-button" aria-label="Close" title="Back to the stage (Esc)" onClick={close}>
            <Icon name="close" />
          </button>
        </header>
        <TimeAxis section={section} window={shown ?? LEVEL_WINDOWS[level]} onSection={choose} />
      </div>
      <div key={level} className="level-page" role="tabpanel" id="level-page" aria-labelledby={`level-tab-${level}`} data-level={level}>
        <h2 className="visually-hidden">{LEVEL_LABELS[level]}</h2>
        <TimeWindowContext value={time}>
          <Region name="This screen">{screen}</Region>
        </TimeWindowContext>
      </div>
      {standsBeside(level) && <LevelStrip level={level} />}
      <div className="level-limit">
        <p>
          Teaching model of groups, simplified: never a treatment setting for a person.{' '}
          <a href={help.directory.url} target="_blank" rel="noreferrer">
            Help in a crisis
          </a>
        </p>
        <SourcesSwitch />
      </div>
    </main>
  );
}

/** The frame takes the focus once, when it opens. */
function useFocusOnOpen() {
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    frame.current?.focus({ preventScroll: true });
  }, []);
  return frame;
}

const TABS = LEVEL_IDS.map((id) => ({ id, label: LEVEL_LABELS[id] }));

function LevelTabs({ level, onOpen }: { readonly level: LevelId; readonly onOpen: (id: LevelId) => void }) {
  // On a narrow screen the tabs are wider than the row.
  // In braces: some browsers return a promise, which is no clean-up.
  useEffect(() => {
    document.getElementById(`level-tab-${level}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [level]);
  return <Tabs name="level" className="level-tabs" label="Levels" tabs={TABS} chosen={level} onChoose={onOpen} />;
}
