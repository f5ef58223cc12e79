import { existsSync, writeFileSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import landmarks from '../../models/heads/colin27/landmarks.json';
import { COIL_IDS } from '../coil/coilLibrary';
import { STIMULATOR_IDS } from '../coil/stimulatorLibrary';
import { InputError, inputError } from '../core/inputError';
import { isPng } from '../core/pngText';
import { readInput } from '../core/readInput';
import { TARGET_ANCHOR } from '../head/coilPlace';
import { type FigureOptions, figureSize } from '../share/figure/figureOptions';
import { knownIds } from '../share/scene/knownIds';
import { readSceneBytes } from '../share/scene/readSceneFile';
import { type Choices, INITIAL_CHOICES } from '../state/choices';
import { EDITED_COIL_ID } from '../state/editedCoil';
import { choicesSchema, type WrittenChoices } from '../state/storedChoices';
import { compileTypedPulse } from '../state/typedPulse';
import { FIRST_TYPED_PULSE } from '../state/typedPulseValue';
import { FIGURE_USAGE, readFigureFlags } from './figureFlags';
import { photographStage } from './photographStage';
import { decodeText, parseScene, readGivenBytes } from './sceneInput';

const KNOWN_IDS: Readonly<Record<'coilId' | 'stimulatorId' | 'targetId' | 'anchorId', readonly string[]>> = {
  coilId: [...COIL_IDS, EDITED_COIL_ID],
  stimulatorId: STIMULATOR_IDS,
  targetId: landmarks.targets.map(({ id }) => id),
  anchorId: [TARGET_ANCHOR, ...landmarks.electrodes.map(({ id }) => id)],
};
const KINDS: readonly string[] = ['png', 'pdf', 'svg'];
const THEMES = { dark: 'stage', light: 'projector' } as const;

/** A picture that is asked for on the command line. */
interface FigureRequest {
  readonly scene: string;
  readonly out: string;
  readonly kind: string;
  readonly options: FigureOptions;
  readonly theme: keyof typeof THEMES | undefined;
}

function readRequest(args: readonly string[]): FigureRequest {
  const { options, theme, positionals } = readFigureFlags(args);
  if (positionals.length !== 2) throw inputError('the command line', `be ${FIGURE_USAGE}`, `${positionals.length} file names`);
  const [scene, out] = positionals;
  const kind = extname(out).slice(1);
  if (!KINDS.includes(kind)) throw inputError('the picture file', 'end in .png, .pdf or .svg (the plots alone)', out);
  // Found out before the picture is drawn, not after.
  if (!existsSync(dirname(resolve(out)))) throw inputError('the folder of the picture', 'exist', dirname(out));
  return { scene, out, kind, options, theme };
}

/** What a file says of the choices: a scene file, a picture or a link that the application made, or choices by themselves, whole or in part. */
function givenChoices(file: string): Partial<WrittenChoices> {
  const bytes = readGivenBytes(file);
  const text = isPng(bytes) ? null : decodeText(bytes, 'scene');
  const isChoices = text !== null && !/^\s*(https?:|#s=)/.test(text) && !isSceneFile(parseScene(text));
  if (isChoices) return readInput(choicesSchema.partial(), parseScene(text), 'scene') as Partial<WrittenChoices>;
  const { scene, refusal } = readSceneBytes(bytes, knownIds(landmarks), 'The scene');
  if (refusal) throw new InputError(refusal);
  return scene.choices;
}

const isSceneFile = (value: unknown): boolean => typeof value === 'object' && value !== null && 'format' in value;

async function readChoicesFile(file: string): Promise<Choices> {
  const given = givenChoices(file);
  const { pulseExpression = FIRST_TYPED_PULSE.expression, pulseDuration = FIRST_TYPED_PULSE.duration, ...others } = given;
  const typedPulse = await compileTypedPulse({ expression: pulseExpression, duration: pulseDuration });
  const choices = { ...INITIAL_CHOICES, ...others, typedPulse } as Choices;
  for (const [key, ids] of Object.entries(KNOWN_IDS)) {
    const id = choices[key as keyof typeof KNOWN_IDS];
    if (!ids.includes(id)) throw inputError(key, `be one of ${ids.join(', ')}`, id);
  }
  return choices;
}

/** The terminal's `figure`: the application's own picture of a scene, drawn by a browser without a window. */
export async function figureCommand(args: readonly string[]): Promise<object> {
  const { scene, out, kind, options, theme } = readRequest(args);
  const choices = await readChoicesFile(scene);
  const bytes = await photographStage(theme ? { ...choices, theme: THEMES[theme] } : choices, options, kind);
  try {
    writeFileSync(out, bytes);
  } catch (fault) {
    throw inputError('the picture file', 'be in a folder that can be written', (fault as NodeJS.ErrnoException).code);
  }
  return { file: out, ...figureSize(options) };
}
