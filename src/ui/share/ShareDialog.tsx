import { useEffect, useRef, useState } from 'react';
import { pageAddress } from '../../share/address/linkOfScene';
import { captureScene } from '../../share/scene/captureScene';
import type { Scene } from '../../share/scene/scene';
import { writeSceneLink } from '../../share/scene/sceneLink';
import { useApp } from '../appContext';
import { Icon } from '../controls/Icon';
import { SharedData } from './SharedData';
import { SharedFigure } from './SharedFigure';
import { SharedFile } from './SharedFile';
import { SharedFrame } from './SharedFrame';
import { SharedLink } from './SharedLink';
import './share.css';

/** The scene as it is when the dialog opens, in every form in which it can leave. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const { simulation, view, composeFigure } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const [scene] = useState<Scene>(() => captureScene(simulation, view));
  const [part] = useState(() => writeSceneLink(scene));
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="help share"
      aria-labelledby="share-title"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="help-body share-body">
        <button type="button" className="icon-button note-close" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
        <h2 id="share-title">Share this scene</h2>
        <SharedLink link={pageAddress() + part} hasOwnCoil={scene.ownCoils.length > 0} />
        {composeFigure && (
          <SharedFigure
            compose={() => {
              onClose();
              composeFigure();
            }}
          />
        )}
        <SharedFile scene={scene} onOpened={onClose} />
        <SharedData link={pageAddress() + part} />
        <SharedFrame address={pageAddress()} part={part} level={scene.view.level} />
      </div>
    </dialog>
  );
}
