import { isPng, readPngText } from '../../core/pngText';
import { type KnownIds, PICTURE_KEYWORD } from '../../state/storedChoices';
import { isRecord, type ReadScene, readScene, unreadable } from './readScene';
import { LINK_START } from './scene';
import { crcOf, SCENE_FORMAT, SCENE_KEYWORD } from './sceneFile';
import { readSceneLink } from './sceneLink';

/** Largest file that is read [bytes]: two own coils of the largest kind, or a picture of a poster. */
export const LARGEST_SCENE_FILE = 128 * 2 ** 20;

/** Whether a value from outside means to be a scene: by its format, or as the choices of old that stand by themselves. */
export const isSceneValue = (value: unknown): boolean =>
  isRecord(value) && (value.format === SCENE_FORMAT || (!('format' in value) && 'coilId' in value && 'targetId' in value));

/** Reads a scene from the parsed content of a file: a scene file, or the choices by themselves (version 0). */
export function readSceneValue(value: unknown, known: KnownIds, what: string): ReadScene {
  if (!isRecord(value)) return unreadable(what, 'it must hold one JSON object; instead something else came');
  if (value.format === undefined && value.choices === undefined) return readScene({ version: 0, choices: value }, known, what);
  if (value.format !== undefined && value.format !== SCENE_FORMAT)
    return unreadable(what, `its format must be "${SCENE_FORMAT}"; instead it is a file of another kind`);
  const read = readScene(value, known, what);
  const { checksum, ...rest } = value;
  if (!read.isRead || read.refusal || checksum === undefined || checksum === crcOf(rest)) return read;
  return { ...read, refusal: `${what} was changed after it was saved: its checksum does not fit what it holds; it was opened as it is.` };
}

/** Reads a scene from text: the JSON of a file, or a link. */
export function readSceneText(text: string, known: KnownIds, what = 'The scene file'): ReadScene {
  const start = text.slice(0, 2000).trimStart();
  if (start.startsWith('http') || start.startsWith(LINK_START)) return readSceneLink(text.trim(), known, what);
  try {
    return readSceneValue(JSON.parse(text), known, what);
  } catch (fault) {
    // Too deeply nested is a fault of the text as well.
    if (!(fault instanceof SyntaxError || fault instanceof RangeError)) throw fault;
    return unreadable(what, 'it must be JSON, a picture that Coilscope saved, or a link; instead something else came');
  }
}

/** Reads a scene from the bytes of a file: a scene file, a picture that carries one, or a link as text. */
export function readSceneBytes(bytes: Uint8Array, known: KnownIds, what = 'The scene file'): ReadScene {
  if (bytes.length > LARGEST_SCENE_FILE)
    return unreadable(
      what,
      `it must have at most ${LARGEST_SCENE_FILE / 2 ** 20} MB; instead ${(bytes.length / 2 ** 20).toFixed(0)} MB came`,
    );
  if (isPng(bytes)) {
    const text = readPngText(bytes, SCENE_KEYWORD) ?? readPngText(bytes, PICTURE_KEYWORD);
    return text === null
      ? unreadable(what, 'a picture must carry its scene as text, whole, as Coilscope saves it; instead it carries none')
      : readSceneText(text, known, what);
  }
  try {
    return readSceneText(new TextDecoder('utf-8', { fatal: true }).decode(bytes), known, what);
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault;
    return unreadable(what, 'it must be text or a picture; instead other bytes came');
  }
}
