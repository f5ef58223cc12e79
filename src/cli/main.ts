import { z } from 'zod';
import { InputError, inputError } from '../core/inputError';
import { readSceneFile } from './sceneInput';

/** A command turns a scene into one JSON object; `folder` is where relative file names of the scene start. */
type Command = (scene: unknown, folder: string) => object | Promise<object>;

/** Commands by name, each loaded only when asked for. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map<string, () => Promise<Command>>([
  ['field', async () => (await import('./fieldCommand')).fieldCommand],
  ['focality', async () => (await import('./focalityCommand')).focalityCommand],
  ['pulse', async () => (await import('./pulseCommand')).pulseCommand],
  ['protocol', async () => (await import('./protocolCommand')).protocolCommand],
  ['aftereffect', async () => (await import('./aftereffectCommand')).aftereffectCommand],
]);

const USAGE = 'usage: coilscope COMMAND FILE (FILE - is standard input)';

async function run(args: readonly string[]): Promise<string> {
  const [name, file] = args;
  const load = COMMANDS.get(name ?? '');
  if (!load) throw inputError('the command', `be one of ${[...COMMANDS.keys()].join(', ')} (${USAGE})`, name);
  if (file === undefined || args.length > 2)
    throw inputError('the command line', `name one file (${USAGE})`, `${args.length - 1} arguments`);
  const { scene, folder } = readSceneFile(file);
  const command = await load();
  return `${JSON.stringify(await command(scene, folder))}\n`;
}

z.config({ jitless: true });
try {
  process.stdout.write(await run(process.argv.slice(2)));
} catch (fault) {
  const isInput = fault instanceof InputError;
  process.stderr.write(`${isInput ? fault.message : `Fault of the program: ${fault instanceof Error ? fault.message : String(fault)}`}\n`);
  process.exitCode = isInput ? 2 : 1;
}
