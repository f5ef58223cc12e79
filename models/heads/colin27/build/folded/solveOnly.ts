import { z } from 'zod';
import { solveFolded } from './solveFolded';

z.config({ jitless: true });
const start = performance.now();
const [templates, threads = '2'] = process.argv.slice(2);
await solveFolded(templates ?? '/usr/share/mricron/templates', { threads: Number(threads) }, (text) =>
  console.log(`${((performance.now() - start) / 1000).toFixed(0).padStart(6)} s  ${text}`),
);
