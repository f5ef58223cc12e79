import { useState } from 'react';
import packageJson from '../../../package.json';
import type { Scene } from '../../share/scene/scene';
import { SCENE_FILE_ENDS, writeSceneFile } from '../../share/scene/sceneFile';
import { useApp } from '../appContext';
import { FileOpener } from '../controls/FileOpener';
import { saveFile } from './saveFile';

/** The scene as a file, with everything inside, and the way back. */
export function SharedFile({ scene, onOpened }: { readonly scene: Scene; readonly onOpened: () => void }) {
  const { view, openScene } = useApp();
  const [problem, setProblem] = useState<string | null>(null);
  const save = (): void =>
    saveFile(
      `coilscope-scene-${scene.choices.targetId}-${scene.choices.coilId}.json`,
      writeSceneFile(scene, packageJson.version),
      'application/json',
    );
  const open = async (file: File): Promise<void> => {
    const left = (await openScene?.(file)) ?? null;
    view.setState({ problem: left });
    onOpened();
  };
  return (
    <section aria-labelledby="share-file">
      <h3 id="share-file">Scene file</h3>
      <p className="quiet">
        The same as a file, own coils included. Saved pictures carry it as well: drop either on the page to come back, and Undo to leave
        again.
      </p>
      <div className="share-row">
        <button type="button" className="text-button" onClick={save}>
          Save scene
        </button>
        {openScene && (
          <FileOpener label="Scene file or picture" accept={SCENE_FILE_ENDS} open={open} onProblem={setProblem}>
            Open scene or picture
          </FileOpener>
        )}
      </div>
      {problem && <p role="alert">{problem}</p>}
    </section>
  );
}
