import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build, preview } from 'vite';

/** All that the built site follows from; the version that is shown stands in package.json. */
export const SOURCES = ['src', 'shaders', 'models', 'public', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json'];
const BUILT = join('dist', 'index.html');

export interface SiteServer {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Newest change of files and folders, and of all within them; milliseconds since 1970. A folder changes when something in it comes or goes. */
function newestChange(path: string): number {
  const status = statSync(path);
  const within = status.isDirectory() ? readdirSync(path).map((name) => newestChange(join(path, name))) : [];
  return Math.max(status.mtimeMs, ...within);
}

/** Whether what was built is missing, or older than something it was built from: a file, or a folder that lost or gained one. */
export const isStale = (built: string, sources: readonly string[]): boolean =>
  !existsSync(built) || sources.some((path) => newestChange(path) > statSync(built).mtimeMs);

/** Builds the site if a source is newer than it, and serves it on this machine; port 0 takes any that is free. */
export async function serveSite(port: number, onBuild: () => void = () => {}): Promise<SiteServer> {
  if (isStale(BUILT, SOURCES)) {
    onBuild();
    await build({ logLevel: 'error' });
  }
  const server = await preview({ preview: { host: '127.0.0.1', port }, logLevel: 'error' });
  return { address: server.resolvedUrls?.local[0] ?? '', close: () => server.close() };
}
