import { InputError, inputError } from '../core/inputError';
import { readSceneFile } from './sceneInput';

/** A command turns a scene into one JSON object; `folder` is where relative file names of the scene start, `say` takes a sentence for the person. */
type Command = (scene: unknown, folder: string, say: (sentence: string) => void) => object | Promise<object>;

/** Commands by name, each loaded only when asked for. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map<string, () => Promise<Command>>([
  ['field', async () => (await import('./fieldCommand')).fieldCommand],
  ['focality', async () => (await import('./focalityCommand')).focalityCommand],
  ['coil', async () => (await import('./coilCommand')).coilCommand],
  ['pulse', async () => (await import('./pulseCommand')).pulseCommand],
  ['protocol', async () => (await import('./protocolCommand')).protocolCommand],
  ['aftereffect', async () => (await import('./aftereffectCommand')).aftereffectCommand],
]);

/** Takes more than a file: the arguments after its name. */
const FIGURE = 'figure';

const USAGE = 'usage: coilscope COMMAND FILE (FILE - is standard input)';

async function run(args: readonly string[], say: (sentence: string) => void): Promise<string> {
  const [name, file] = args;
  if (name === FIGURE) return `${JSON.stringify(await (await import('./figureCommand')).figureCommand(args.slice(1)))}\n`;
  const load = COMMANDS.get(name ?? '');
  if (!load) throw inputError('the command', `be one of ${[...COMMANDS.keys(), FIGURE].join(', ')} (${USAGE})`, name);
  if (file === undefined || args.length > 2)
    throw inputError('the command line', `name one file (${USAGE})`, `${args.length - 1} arguments`);
  const { scene, folder } = readSceneFile(file);
  const command = await load();
  return `${JSON.stringify(await command(scene, folder, say))}\n`;
}

export interface CommandResult {
  /** 0; 2 for a fault of the input, 1 for a fault of the program. */
  readonly exitCode: number;
  /** One JSON object and a line end, or nothing. */
  readonly output: string;
  /** The fault or what was changed in the input: one sentence and a line end each, or nothing. */
  readonly message: string;
}

/** The terminal without the terminal: arguments in, texts and exit code out. */
export async function runCommand(args: readonly string[]): Promise<CommandResult> {
  const said: string[] = [];
  try {
    const output = await run(args, (sentence) => said.push(sentence));
    return { exitCode: 0, output, message: said.map((sentence) => `${sentence}\n`).join('') };
  } catch (fault) {
    if (fault instanceof InputError) return { exitCode: 2, output: '', message: `${fault.message}\n` };
    return { exitCode: 1, output: '', message: `Fault of the program: ${fault instanceof Error ? fault.message : String(fault)}\n` };
  }
}
