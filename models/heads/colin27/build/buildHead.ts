import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brainFields } from './cortexField';
import { contextSurface, cortexSurface } from './cortexSurface';
import { readNifti } from './readNifti';
import { scalpField } from './scalpField';
import { scalpSurface } from './scalpSurface';
import { measureShellRadii, shellsAtLevel } from './shells';
import { writeSurfaces } from './writeSurfaces';

const OUTPUT = fileURLToPath(new URL('..', import.meta.url));
const templates = process.argv[2] ?? '/usr/share/mricron/templates';

async function main(): Promise<void> {
  const head = readNifti(templates, 'ch2.nii.gz');
  const brainOnly = readNifti(templates, 'ch2bet.nii.gz');
  const brain = readNifti(templates, 'ch2better.nii.gz');
  const labels = readNifti(templates, 'brodmann.nii.gz');
  report('inputs read');
  const skin = scalpField(head);
  const scalp = await scalpSurface(skin);
  report('scalp');
  const radii = measureShellRadii(head, brainOnly, skin);
  const shells = shellsAtLevel(radii, 4);
  report('shells');
  const fields = brainFields(brain);
  const cortex = await cortexSurface(fields.cortex, labels);
  const context = await contextSurface(fields.hindbrain, fields.cortex);
  report('cortex and context');
  mkdirSync(OUTPUT, { recursive: true });
  save('scalp.glb', await writeSurfaces({ scalp: scalp.written }));
  save('shells.glb', await writeSurfaces({ ...shells }));
  save('cortex.glb', await writeSurfaces({ cortex }));
  save('context.glb', await writeSurfaces({ context }));
}

function save(name: string, bytes: Uint8Array): void {
  writeFileSync(join(OUTPUT, name), bytes);
  report(`${name} ${bytes.length} bytes ${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}`);
}

function report(text: string): void {
  process.stdout.write(`${(process.uptime() | 0).toString().padStart(4)} s  ${text}\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
