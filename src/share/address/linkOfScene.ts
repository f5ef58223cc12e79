import { latePart } from '../../core/latePart';
import type { SceneSource } from '../../field/simulation/sceneSource';
import type { ViewStore } from '../../state/viewStore';
import { captureScene } from '../scene/captureScene';

const linkWriter = latePart(() => import('../scene/sceneLink'));

/** The address of this page without what stands behind it. */
export const pageAddress = (): string => window.location.href.split(/[?#]/, 1)[0];

/** What of a link stands behind the page's address: the scene as it is now. */
export const linkOfScene = async (simulation: SceneSource, view: ViewStore): Promise<string> =>
  (await linkWriter()).writeSceneLink(captureScene(simulation, view));
