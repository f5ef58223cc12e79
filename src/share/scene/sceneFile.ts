import { crc32 } from '../../core/crc32';
import { addPngText } from '../../core/pngText';
import { ownCoilValue } from './ownCoilValue';
import { SCENE_VERSION, type Scene } from './scene';

export const SCENE_FORMAT = 'coilscope-scene';
/** Ends of the names of files that may hold a scene: its own, and saved pictures. */
export const SCENE_FILE_ENDS = ['.json', '.png'] as const;
/** Name of the text entry of a saved picture that carries its scene. */
export const SCENE_KEYWORD = 'Coilscope scene';

/** The checksum of a scene file: CRC-32 of its entries, as JSON. */
export const crcOf = (value: object): string =>
  crc32(new TextEncoder().encode(JSON.stringify(value)))
    .toString(16)
    .padStart(8, '0');

/** The scene as a value of JSON: format and version, all entries, own coils inside, and last the CRC-32 of the rest. `program`: its version. */
export function sceneValue({ ownCoils, ...scene }: Scene, program: string): object {
  const rest = { format: SCENE_FORMAT, version: SCENE_VERSION, program, ...scene, ownCoils: ownCoils.map(ownCoilValue) };
  // As it will be read: without what is undefined.
  const plain = JSON.parse(JSON.stringify(rest)) as object;
  return { ...plain, checksum: crcOf(plain) };
}

/** The text of a scene file. */
export const writeSceneFile = (scene: Scene, program: string): string => `${JSON.stringify(sceneValue(scene, program), null, 1)}\n`;

/** A picture with its scene as text inside. */
export const addSceneToPng = (png: Uint8Array, scene: Scene, program: string): Uint8Array<ArrayBuffer> =>
  addPngText(png, SCENE_KEYWORD, JSON.stringify(sceneValue(scene, program)));
