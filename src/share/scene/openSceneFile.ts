import { InputError } from '../../core/inputError';
import { latePart } from '../../core/latePart';
import type { SceneSource } from '../../field/simulation/sceneSource';
import { heldCoils } from '../../state/keptCoils';
import type { KnownIds } from '../../state/storedChoices';
import { knownIds } from './knownIds';
import type { ReadScene } from './readScene';
import type { SceneOpener } from './sceneOpener';

const fileReader = latePart(() => import('./readSceneFile'));
const linkReader = latePart(() => import('./sceneLink'));

/** Everything that can be chosen by id now. */
export const presentIds = ({ head, session }: SceneSource): KnownIds => knownIds(head.landmarks, heldCoils(session.getState()));

/** Opens what was read; one sentence about what of it could not be had, or null. Throws where nothing could be read. */
async function openRead(opener: SceneOpener, { scene, refusal, isRead }: ReadScene): Promise<string | null> {
  if (!isRead) throw new InputError(refusal ?? 'The scene could not be read.');
  return (await opener.open(scene)) ?? refusal;
}

/** Opens a scene file, a picture that carries a scene, or a link as text, as one step of the history. */
export async function openSceneBytes(
  simulation: SceneSource,
  opener: SceneOpener,
  bytes: Uint8Array,
  what?: string,
): Promise<string | null> {
  const { readSceneBytes } = await fileReader();
  return openRead(opener, readSceneBytes(bytes, presentIds(simulation), what));
}

/** Opens a link as one step of the history. */
export async function openSceneLink(simulation: SceneSource, opener: SceneOpener, link: string): Promise<string | null> {
  const { readSceneLink } = await linkReader();
  return openRead(opener, readSceneLink(link, presentIds(simulation)));
}
