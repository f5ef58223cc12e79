import { resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { build, preview } from 'vite';
import { BROWSER_FLAGS, findBrowser } from '../../src/cli/findBrowser';

export interface OpenSimulator {
  readonly browser: Browser;
  readonly address: string;
  newPage(width?: number, height?: number): Promise<Page>;
  close(): Promise<void>;
}

/**
 * Builds the site, serves it as `npm start` does, and starts the browser that the tests use. `built`: the folder of a site that was built before, which
 * is served as it is.
 */
export async function openSimulator(built?: string): Promise<OpenSimulator> {
  if (built === undefined) await build({ logLevel: 'error' });
  const served = built === undefined ? {} : { build: { outDir: resolve(built) } };
  const server = await preview({ ...served, preview: { host: '127.0.0.1', port: 0 }, logLevel: 'error' });
  const address = server.resolvedUrls?.local[0] ?? '';
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: BROWSER_FLAGS });
  return {
    browser,
    address,
    newPage: async (width = 1440, height = 900) => {
      const page = await (await browser.newContext({ viewport: { width, height } })).newPage();
      // The compiler that runs this script names functions by a helper that the page does not have.
      await page.addInitScript('globalThis.__name = (value) => value');
      return page;
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** Opens the simulator and waits for the first correct picture: the field of the chosen pose is in the texture and drawn. */
export async function firstPicture(page: Page, address: string): Promise<number> {
  await page.goto(address);
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const door = window.coilscope;
          const field = door?.simulation.snapshot().field;
          if (!door?.stage || !field) {
            setTimeout(look, 5);
            return;
          }
          // Two frames later the picture with this field has been handed to the screen.
          requestAnimationFrame(() =>
            requestAnimationFrame(() => {
              const gl = door.stage!.renderer.getContext();
              gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
              resolve(performance.now());
            }),
          );
        };
        look();
      }),
  );
}
