import landmarks from '../../models/heads/colin27/landmarks.json';
import { COIL_IDS } from '../coil/coilLibrary';
import { STIMULATOR_IDS } from '../coil/stimulatorLibrary';
import { InputError, inputError } from '../core/inputError';
import { isPng } from '../core/pngText';
import { readInput } from '../core/readInput';
import { TARGET_ANCHOR } from '../head/coilPlace';
import { knownIds } from '../share/scene/knownIds';
import { readSceneBytes } from '../share/scene/readSceneFile';
import { type Choices, INITIAL_CHOICES, type Theme } from '../state/choices';
import { EDITED_COIL_ID } from '../state/editedCoil';
import { choicesSchema, type WrittenChoices } from '../state/storedChoices';
import { compileTypedPulse } from '../state/typedPulse';
import { FIRST_TYPED_PULSE } from '../state/typedPulseValue';
import type { Subject } from './photographStage';
import { decodeText, parseScene, readGivenBytes } from './sceneInput';

const KNOWN_IDS: Readonly<Record<'coilId' | 'stimulatorId' | 'targetId' | 'anchorId', readonly string[]>> = {
  coilId: [...COIL_IDS, EDITED_COIL_ID],
  stimulatorId: STIMULATOR_IDS,
  targetId: landmarks.targets.map(({ id }) => id),
  anchorId: [TARGET_ANCHOR, ...landmarks.electrodes.map(({ id }) => id)],
};

/** What a file asks to be drawn: a scene file, a picture or a link that the application made, or choices by themselves, whole or in part. */
export async function readSubject(file: string, theme: Theme | undefined): Promise<Subject> {
  const bytes = readGivenBytes(file);
  const text = isPng(bytes) ? null : linkOfShortcut(decodeText(bytes, 'scene'));
  const isChoices = text !== null && !isLink(text) && !isSceneFile(parseScene(text));
  if (isChoices) {
    const choices = await choicesOf(readInput(choicesSchema.partial(), parseScene(text), 'scene') as Partial<WrittenChoices>);
    return { choices: theme ? { ...choices, theme } : choices };
  }
  const scene = text === null ? bytes : new TextEncoder().encode(text);
  // Found out before a browser is started.
  const { refusal } = readSceneBytes(scene, knownIds(landmarks), 'The scene');
  if (refusal) throw new InputError(refusal);
  return { scene, ...(theme && { theme }) };
}

/** The address that a shortcut of Windows or a bookmark file of one line holds, or the text as it is. */
const linkOfShortcut = (text: string): string => /^\[InternetShortcut\][\s\S]{0,2000}?^URL=(\S{1,100000})/m.exec(text)?.[1] ?? text;

const isLink = (text: string): boolean => /^\s*(https?:|#s=)/.test(text);
const isSceneFile = (value: unknown): boolean => typeof value === 'object' && value !== null && 'format' in value;

async function choicesOf(given: Partial<WrittenChoices>): Promise<Choices> {
  const { pulseExpression = FIRST_TYPED_PULSE.expression, pulseDuration = FIRST_TYPED_PULSE.duration, ...others } = given;
  const typedPulse = await compileTypedPulse({ expression: pulseExpression, duration: pulseDuration });
  const choices = { ...INITIAL_CHOICES, ...others, typedPulse } as Choices;
  for (const [key, ids] of Object.entries(KNOWN_IDS)) {
    const id = choices[key as keyof typeof KNOWN_IDS];
    if (!ids.includes(id)) throw inputError(key, `be one of ${ids.join(', ')}`, id);
  }
  return choices;
}
