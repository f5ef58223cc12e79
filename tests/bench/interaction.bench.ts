import type { Page } from 'playwright';
import { firstPicture, openSimulator } from './openSimulator';

const CHANGES = 60;
const IDLE_TIME = 2000;
const VISITS = 5;

interface Spread {
  readonly median: number;
  readonly p95: number;
}

function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { median: at(0.5), p95: at(0.95) };
}

/**
 * Milliseconds from a key press on a slider to pixels that show the new field, measured in the page: the event's own time stamp to the moment
 * at which a pixel of the redrawn stage has been read back. Parts: in the worker, and upload plus drawing.
 */
async function measureChanges(page: Page, label: string): Promise<{ total: Spread; compute: Spread; draw: Spread }> {
  await page.getByRole('slider', { name: label }).focus();
  const samples: { total: number; compute: number; draw: number }[] = [];
  for (let n = 0; n < CHANGES; n++) {
    const measured = page.evaluate(
      () =>
        new Promise<{ total: number; compute: number; draw: number }>((resolve) => {
          const door = window.coilscope!;
          const stage = door.stage!;
          const before = door.simulation.snapshot().field;
          let pressed = 0;
          let received = 0;
          window.addEventListener(
            'keydown',
            (event) => {
              pressed = event.timeStamp;
            },
            { once: true, capture: true },
          );
          const stop = door.simulation.subscribe(() => {
            if (door.simulation.snapshot().field === before) return;
            stop();
            received = performance.now();
            const frame = stage.framesDrawn();
            const look = (): void => {
              if (stage.framesDrawn() === frame) {
                requestAnimationFrame(look);
                return;
              }
              const gl = stage.renderer.getContext();
              gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
              const now = performance.now();
              resolve({ total: now - pressed, compute: door.simulation.snapshot().field!.computeTime, draw: now - received });
            };
            requestAnimationFrame(look);
          });
        }),
    );
    await page.keyboard.press(n % 2 ? 'Shift+ArrowLeft' : 'Shift+ArrowRight');
    samples.push(await measured);
  }
  return {
    total: spread(samples.map((s) => s.total)),
    compute: spread(samples.map((s) => s.compute)),
    draw: spread(samples.map((s) => s.draw)),
  };
}

/** Frames drawn while nothing is touched. */
async function idleFrames(page: Page): Promise<number> {
  await page.waitForTimeout(1500);
  const before = await page.evaluate(() => window.coilscope!.stage!.framesDrawn());
  await page.waitForTimeout(IDLE_TIME);
  return (await page.evaluate(() => window.coilscope!.stage!.framesDrawn())) - before;
}

/** Prints everything that a person waits for, in the built site and a headless browser without a GPU. */
export async function benchInteraction(): Promise<void> {
  const simulator = await openSimulator();
  try {
    const firsts: number[] = [];
    for (let visit = 0; visit < VISITS; visit++) {
      const page = await simulator.newPage();
      firsts.push(await firstPicture(page, simulator.address));
      if (visit === VISITS - 1) {
        const idle = await idleFrames(page);
        const changes = await measureChanges(page, 'Handle angle');
        const intensity = spread(await intensityChanges(page));
        const share = await page.evaluate(() => {
          const box = window.coilscope!.stage!.renderer.domElement.getBoundingClientRect();
          return (box.width * box.height) / (innerWidth * innerHeight);
        });
        const line = (name: string, { median, p95 }: Spread): void =>
          console.log(`${name.padEnd(58)} median ${median.toFixed(1).padStart(7)} ms   p95 ${p95.toFixed(1).padStart(7)} ms`);
        line('key on the angle slider → pixels with the new field', changes.total);
        line('  of that: coil → grid → summary in the worker', changes.compute);
        line('  of that: result received → drawn and read back', changes.draw);
        line('key on the intensity slider → pixels', intensity);
        line('navigation → first correct picture', spread(firsts));
        console.log(`frames drawn in ${IDLE_TIME / 1000} idle seconds: ${idle}`);
        console.log(`stage: ${(100 * share).toFixed(0)} % of the viewport at 1440×900`);
      }
      await page.close();
    }
  } finally {
    await simulator.close();
  }
}

async function intensityChanges(page: Page): Promise<number[]> {
  await page.getByRole('slider', { name: /Rate of current/ }).focus();
  const times: number[] = [];
  for (let n = 0; n < CHANGES / 2; n++) {
    const measured = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const stage = window.coilscope!.stage!;
          const frame = stage.framesDrawn();
          let pressed = 0;
          window.addEventListener(
            'keydown',
            (event) => {
              pressed = event.timeStamp;
            },
            { once: true, capture: true },
          );
          const look = (): void => {
            if (stage.framesDrawn() === frame) {
              requestAnimationFrame(look);
              return;
            }
            const gl = stage.renderer.getContext();
            gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
            resolve(performance.now() - pressed);
          };
          requestAnimationFrame(look);
        }),
    );
    await page.keyboard.press(n % 2 ? 'ArrowLeft' : 'ArrowRight');
    times.push(await measured);
  }
  return times;
}
