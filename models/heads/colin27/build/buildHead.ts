import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brainFields } from './cortexField';
import { contextSurface, cortexSurface } from './cortexSurface';
import { landmarksFile } from './landmarksFile';
import { manifestFile, type ShippedFile } from './manifestFile';
import { readNifti } from './readNifti';
import { regionsFile } from './regionNames';
import { scalpField } from './scalpField';
import { scalpSurface } from './scalpSurface';
import { measureShellRadii, SHELL_POSITION_BITS, shellsAtLevel } from './shells';
import { sourcesText } from './sourcesText';
import { type WrittenSurface, writeSurfaces } from './writeSurfaces';

const OUTPUT = fileURLToPath(new URL('..', import.meta.url));
const templates = process.argv[2] ?? '/usr/share/mricron/templates';
/** 20·4^4 = 5120 triangles in each shell. */
const SHELL_LEVEL = 4;

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
  const shells = Object.entries(shellsAtLevel(radii, SHELL_LEVEL)).map(([name, mesh]) => [
    name,
    { ...mesh, positionBits: SHELL_POSITION_BITS },
  ]);
  report('shells');
  const fields = brainFields(brain);
  const cortex = await cortexSurface(fields.cortex, labels);
  const context = await contextSurface(fields.hindbrain, fields.cortex);
  report('cortex and context');
  const files = [
    await surfaceFile('scalp.glb', { scalp }),
    await surfaceFile('shells.glb', Object.fromEntries(shells) as Record<string, WrittenSurface>),
    await surfaceFile('cortex.glb', { cortex }),
    await surfaceFile('context.glb', { context }),
    jsonFile('landmarks.json', landmarksFile(scalp, cortex, brain)),
    jsonFile('regions.json', regionsFile()),
  ];
  mkdirSync(OUTPUT, { recursive: true });
  for (const file of [...files, jsonFile('manifest.json', manifestFile(files))]) save(file.name, file.bytes);
  save('SOURCES.md', new TextEncoder().encode(sourcesText(files)));
}

async function surfaceFile(name: string, surfaces: Readonly<Record<string, WrittenSurface>>): Promise<ShippedFile> {
  const counts = Object.entries(surfaces).map(([surface, { positions, triangles }]) => [
    surface,
    { vertices: positions.length / 3, triangles: triangles.length / 3 },
  ]);
  const attributes = Object.values(surfaces).flatMap((surface) => Object.keys(surface.attributes ?? {}));
  return { name, bytes: await writeSurfaces(surfaces), surfaces: Object.fromEntries(counts), attributes };
}

function jsonFile(name: string, value: object): ShippedFile {
  return { name, bytes: new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`) };
}

function save(name: string, bytes: Uint8Array): void {
  writeFileSync(join(OUTPUT, name), bytes);
  report(`${name}: ${bytes.length} bytes`);
}

function report(text: string): void {
  process.stdout.write(`${Math.round(process.uptime()).toString().padStart(4)} s  ${text}\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
