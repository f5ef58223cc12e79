import type { Browser, Page } from 'playwright';

/** What a drag without pause costs. */
export interface SteadyDrag {
  /** Milliseconds from every movement of the pointer to a pixel of the picture that shows it, or a later one. */
  readonly times: readonly number[];
  /** Seconds of all processors that the whole browser spent per movement. */
  readonly processorTime: number;
}

declare global {
  interface Window {
    steady?: { times: number[]; stop: () => void };
  }
}

/** Where the coil's center is seen on the page. */
export const coilOnPage = (page: Page): Promise<[number, number]> =>
  page.evaluate(() => {
    const { simulation, stage } = window.coilscope!;
    const { camera, renderer } = stage!;
    const [px, py, pz] = simulation.snapshot().place.position;
    const v = camera.position.clone().set(px, py, pz).project(camera);
    const box = renderer.domElement.getBoundingClientRect();
    return [box.left + ((v.x + 1) / 2) * box.width, box.top + ((1 - v.y) / 2) * box.height] as [number, number];
  });

/** Runs in the page: notes every movement, the request that it led to, and when a frame with the answer stood. */
function watchMovements(): void {
  const { simulation, stage } = window.coilscope!;
  const waiting: { time: number; request: number | null }[] = [];
  const times: number[] = [];
  let [request, frames, running] = [simulation.snapshot().request, stage!.framesDrawn(), true];
  const onMove = (event: Event): void => {
    waiting.push({ time: event.timeStamp, request: null });
  };
  window.addEventListener('pointermove', onMove, { capture: true });
  const stop = simulation.subscribe(() => {
    const now = simulation.snapshot().request;
    if (now === request) return;
    request = now;
    for (const movement of waiting) movement.request ??= now;
  });
  const gl = stage!.renderer.getContext();
  const look = (): void => {
    if (!running) return;
    if (stage!.framesDrawn() !== frames) {
      frames = stage!.framesDrawn();
      const shown = simulation.snapshot().field?.request ?? 0;
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
      while (waiting.length > 0 && waiting[0].request !== null && waiting[0].request <= shown) {
        times.push(performance.now() - waiting.shift()!.time);
      }
    }
    setTimeout(look, 0);
  };
  look();
  window.steady = {
    times,
    stop: () => {
      running = false;
      stop();
      window.removeEventListener('pointermove', onMove, { capture: true });
    },
  };
}

/** Drags the coil on a smooth way, each movement sent as soon as the page took the last one, at most 125 a second. */
export async function steadyDrag(browser: Browser, page: Page, movements: number): Promise<SteadyDrag> {
  const [x, y] = await coilOnPage(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(watchMovements);
  const before = await processorTime(browser);
  for (let n = 1; n <= movements; n++) {
    const wait = new Promise((resolve) => setTimeout(resolve, 8));
    await page.mouse.move(x + 34 * Math.sin(n / 14), y - 22 * Math.sin(n / 19));
    await wait;
  }
  const spent = (await processorTime(browser)) - before;
  await page.waitForTimeout(700);
  const times = await page.evaluate(() => {
    window.steady!.stop();
    return window.steady!.times;
  });
  await page.mouse.up();
  return { times, processorTime: spent / movements };
}

/** Seconds that all processes of the browser have computed so far. */
async function processorTime(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/** Milliseconds from navigation to the last frame before the page is still: the realistic head's field, drawn in full. */
export const settledPicture = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const STILL = 800;
        let [frames, since] = [-1, 0];
        const look = (): void => {
          const { simulation, stage, isCurrent } = window.coilscope!;
          const drawn = stage!.framesDrawn();
          if (drawn !== frames) {
            const gl = stage!.renderer.getContext();
            gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
            [frames, since] = [drawn, performance.now()];
          }
          const whole = stage!.isWhole() && isCurrent() && simulation.snapshot().field?.model === 'modes';
          if (whole && performance.now() - since > STILL) resolve(since);
          else setTimeout(look, 10);
        };
        look();
      }),
  );
