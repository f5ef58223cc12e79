import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build, preview } from 'vite';

const SOURCES = ['src', 'shaders', 'models', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];
const BUILT = join('dist', 'index.html');

export interface SiteServer {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Newest change among files and, recursively, folders; milliseconds since 1970. */
function newestChange(path: string): number {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestChange(join(path, name))), 0);
}

/** Builds the site if a source is newer than it, and serves it on this machine; port 0 takes any that is free. */
export async function serveSite(port: number, onBuild: () => void = () => {}): Promise<SiteServer> {
  if (!existsSync(BUILT) || SOURCES.some((path) => newestChange(path) > statSync(BUILT).mtimeMs)) {
    onBuild();
    await build({ logLevel: 'error' });
  }
  const server = await preview({ preview: { host: '127.0.0.1', port }, logLevel: 'error' });
  return { address: server.resolvedUrls?.local[0] ?? '', close: () => server.close() };
}
