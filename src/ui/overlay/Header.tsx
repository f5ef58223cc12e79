import { useState } from 'react';
import { useStore } from 'zustand';
import type { SceneOpener } from '../../share/scene/sceneOpener';
import { THEMES, type Theme } from '../../state/choices';
import { choose, redo, resetAll, undo } from '../../state/store';
import { sendCamera, standsBeside } from '../../state/viewStore';
import { useApp, useChoice, useKeptBack, useOffers, useView } from '../appContext';
import { Icon, type IconName } from '../controls/Icon';
import { LessonsButton } from '../LessonsDoor';
import { ShareDoor } from '../share/ShareDoor';
import { ShownScene } from '../shown/ShownScene';
import { LevelsButton } from './LevelsButton';
import { LimitNote } from './LimitNote';
import { MainLine, TargetName } from './MainLine';
import { StageNote } from './StageNote';

export interface AppActions {
  /** Saves the picture on the screen; a rejection's message is shown as it stands. */
  readonly exportPicture: () => Promise<void>;
  /** Opens what composes figures; left out where there is no stage to draw them. */
  readonly composeFigure?: () => void;
  /** Opens the scenes of lessons; left out where there are none. */
  readonly opener?: SceneOpener;
  /** Opens a scene file or a saved picture; one sentence about what of it could not be had, or null. A rejection is a fault of the file. */
  readonly openScene?: (file: File) => Promise<string | null>;
}

export interface HeaderProps {
  readonly actions: AppActions;
  readonly onHelp: () => void;
  /** Why the last command could not be done; null once one was. */
  readonly onProblem: (sentence: string | null) => void;
}

/** Name, main number and the few commands that concern everything; lies over the stage. */
export function Header({ actions, onHelp, onProblem }: HeaderProps) {
  // What a level lends the stage is passing, and not what a saved picture says of itself.
  const beside = useView((view) => standsBeside(view.level));
  const tools = useOffers('tools');
  const levels = useOffers('levels');
  const keptBack = useKeptBack();
  return (
    <div className="header">
      <div className="header-words" data-words>
        <h1>Coilscope</h1>
        {!keptBack && (
          <ShownScene>
            <TargetName />
            <MainLine />
            <LimitNote />
          </ShownScene>
        )}
      </div>
      <fieldset className="tools" data-words aria-label="Commands">
        {tools && <History />}
        {levels && <LevelsButton />}
        <LessonsButton />
        {tools && !beside && <PictureButton actions={actions} onProblem={onProblem} />}
        {tools && <ShareDoor />}
        {tools && <ThemeButton />}
        {tools && <IconButton icon="help" label="Help and keys" keys="?" onClick={onHelp} />}
      </fieldset>
      <StageNote />
    </div>
  );
}

function IconButton(props: { icon: IconName; label: string; keys?: string; disabled?: boolean; onClick: () => void }) {
  const { icon, label, keys, disabled, onClick } = props;
  return (
    <button
      type="button"
      className="icon-button"
      data-icon={icon}
      aria-label={label}
      title={keys ? `${label} (${keys})` : label}
      aria-disabled={disabled || undefined}
      onClick={() => !disabled && onClick()}
    >
      <Icon name={icon} />
    </button>
  );
}

function History() {
  const { simulation, view } = useApp();
  const { store } = simulation;
  const reset = (): void => {
    resetAll(store);
    sendCamera(view, 'start');
  };
  const canUndo = useStore(store.temporal, (history) => history.pastStates.length > 0);
  const canRedo = useStore(store.temporal, (history) => history.futureStates.length > 0);
  return (
    <>
      <IconButton icon="undo" label="Undo" keys="Ctrl+Z" disabled={!canUndo} onClick={() => undo(store)} />
      <IconButton icon="redo" label="Redo" keys="Ctrl+Shift+Z" disabled={!canRedo} onClick={() => redo(store)} />
      <IconButton icon="reset" label="Reset All" keys="Alt+R" onClick={reset} />
    </>
  );
}

function PictureButton({ actions, onProblem }: Pick<HeaderProps, 'actions' | 'onProblem'>) {
  const [busy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    setBusy(true);
    try {
      await actions.exportPicture();
      onProblem(null);
    } catch (error) {
      onProblem(error instanceof Error ? error.message : 'The picture could not be made.');
    } finally {
      setBusy(false);
    }
  };
  return <IconButton icon="picture" label={busy ? 'Making the picture' : 'Save picture'} disabled={busy} onClick={() => void run()} />;
}

/** What the button that brings a theme is called. */
const THEME_LABELS: Record<Theme, string> = {
  stage: 'Dark theme, for a dim room',
  light: 'Light theme, for a bright room',
  projector: 'Light theme with large text, for a projector',
};

function ThemeButton() {
  const { store } = useApp().simulation;
  const theme = useChoice((choices) => choices.theme);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
  return <IconButton icon={next} label={THEME_LABELS[next]} onClick={() => choose(store, { theme: next })} />;
}
