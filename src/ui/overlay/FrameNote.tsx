import { useState } from 'react';
import { latePart } from '../../core/latePart';
import { captureScene } from '../../share/scene/captureScene';
import { useApp } from '../appContext';

const linkWriter = latePart(() => import('../../share/scene/sceneLink'));

/** What a frame in another page must still say, and the way to the whole of it. */
export function FrameNote() {
  const { simulation, view } = useApp();
  const whole = window.location.href.split(/[?#]/, 1)[0];
  const [href, setHref] = useState(() => whole + window.location.hash);
  // The link is made when the hand comes near it, of the scene as it is then.
  const prepare = (): void =>
    void linkWriter().then(
      ({ writeSceneLink }) => setHref(whole + writeSceneLink(captureScene(simulation, view))),
      () => undefined,
    );
  return (
    <p className="frame-note">
      Teaching model. Not for clinical use.{' '}
      <a href={href} target="_blank" rel="noreferrer" onPointerEnter={prepare} onFocus={prepare}>
        Open in Coilscope
      </a>
    </p>
  );
}
