import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { cachedLabels } from '../folded/labelCache';
import { readHeadSurfaces } from '../operator/headShells';
import { labelSlices } from './labelSlices';
import { labelsText } from './labelsText';
import { measureLabels } from './measureLabels';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Writes LABELS.md and the pictures of the sections; the labels go to build-cache/folded. The argument is the folder of the scans. */
async function buildLabels(): Promise<void> {
  const { labels } = cachedLabels(process.argv[2] ?? '/usr/share/mricron/templates', await readHeadSurfaces());
  const slices = labelSlices(labels);
  mkdirSync(here('./slices'), { recursive: true });
  for (const { name, png } of slices) writeFileSync(here(`./slices/${name}`), png);
  const names = slices.map(({ name }) => name);
  writeFileSync(here('../../LABELS.md'), labelsText(measureLabels(labels), names));
}

z.config({ jitless: true });
await buildLabels();
