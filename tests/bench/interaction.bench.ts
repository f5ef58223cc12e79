import type { Page } from 'playwright';
import { firstPicture, openSimulator } from './openSimulator';

const CHANGES = 40;
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

declare global {
  interface Window {
    measured?: Promise<ChangeTimes>;
  }
}

interface ChangeTimes {
  /** From the event's own time stamp to the moment at which a pixel of the redrawn stage has been read back. */
  readonly total: number;
  /** In the worker: coil → grid → summary. */
  readonly compute: number;
  /** From the arrival of the new field to the pixel. */
  readonly draw: number;
}

/** Runs in the page: listens for the next key and promises the times until the stage shows what it changed. */
function armMeasurement(waitForField: boolean): void {
  const door = window.coilscope!;
  const stage = door.stage!;
  const before = door.simulation.snapshot().field;
  const frameBefore = stage.framesDrawn();
  let pressed = 0;
  window.addEventListener(
    'keydown',
    (event) => {
      pressed = event.timeStamp;
    },
    { once: true, capture: true },
  );
  window.measured = new Promise((resolve) => {
    let received = 0;
    let frame = frameBefore;
    const look = (): void => {
      const field = door.simulation.snapshot().field;
      if (received === 0 && (!waitForField || field !== before)) {
        received = performance.now();
        frame = waitForField ? stage.framesDrawn() : frameBefore;
      }
      if (received === 0 || pressed === 0 || stage.framesDrawn() === frame) {
        setTimeout(look, 0);
        return;
      }
      const gl = stage.renderer.getContext();
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
      const now = performance.now();
      resolve({ total: now - pressed, compute: field!.computeTime, draw: now - received });
    };
    if (waitForField) {
      // The result is noticed when it arrives, before the frame that shows it.
      const stop = door.simulation.subscribe(() => {
        if (door.simulation.snapshot().field === before || received > 0) return;
        stop();
        received = performance.now();
        frame = stage.framesDrawn();
      });
    }
    look();
  });
}

async function measureKeys(page: Page, slider: RegExp, keys: readonly [string, string], waitForField: boolean): Promise<ChangeTimes[]> {
  await page.getByRole('slider', { name: slider }).focus();
  const samples: ChangeTimes[] = [];
  for (let n = 0; n < CHANGES; n++) {
    await page.evaluate(armMeasurement, waitForField);
    await page.keyboard.press(keys[n % 2]);
    samples.push(await page.evaluate(() => window.measured!));
  }
  return samples;
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
        const changes = await measureKeys(page, /Handle angle/, ['Shift+ArrowRight', 'Shift+ArrowLeft'], true);
        const intensity = await measureKeys(page, /Intensity/, ['ArrowRight', 'ArrowLeft'], false);
        const share = await page.evaluate(() => {
          const box = window.coilscope!.stage!.renderer.domElement.getBoundingClientRect();
          return (box.width * box.height) / (innerWidth * innerHeight);
        });
        const line = (name: string, { median, p95 }: Spread): void =>
          console.log(`${name.padEnd(58)} median ${median.toFixed(1).padStart(7)} ms   p95 ${p95.toFixed(1).padStart(7)} ms`);
        line('key on the angle slider → pixels with the new field', spread(changes.map((c) => c.total)));
        line('  of that: coil → grid → summary in the worker', spread(changes.map((c) => c.compute)));
        line('  of that: result received → uploaded, drawn, read back', spread(changes.map((c) => c.draw)));
        line('key on the intensity slider → pixels', spread(intensity.map((c) => c.total)));
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
