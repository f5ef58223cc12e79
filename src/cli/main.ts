import { z } from 'zod';
import { runCommand } from './runCommand';

z.config({ jitless: true });
const { exitCode, output, message } = await runCommand(process.argv.slice(2));
process.stdout.write(output);
process.stderr.write(message);
process.exitCode = exitCode;
