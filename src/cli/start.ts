import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build, preview } from 'vite';

const SOURCES = ['src', 'shaders', 'models', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];
const BUILT = join('dist', 'index.html');

/** Newest change among files and, recursively, folders; milliseconds since 1970. */
function newestChange(path: string): number {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestChange(join(path, name))), 0);
}

const stale = !existsSync(BUILT) || SOURCES.some((path) => newestChange(path) > statSync(BUILT).mtimeMs);
if (stale) {
  console.log('Building Coilscope …');
  await build({ logLevel: 'warn' });
}
const server = await preview({ preview: { host: '127.0.0.1', port: 4173 } });
console.log(`Coilscope is open at ${server.resolvedUrls?.local[0]} (stop with Ctrl+C).`);
