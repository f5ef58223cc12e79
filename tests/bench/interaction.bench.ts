import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import { firstPicture, type OpenSimulator, openSimulator } from './openSimulator';
import { coilOnPage, settledPicture, steadyDrag } from './steadyDrag';

const CHANGES = 40;
const IDLE_TIME = 2000;
const VISITS = 5;
/** Changes from rest in one visit, the pause before each, and the movements of the drag without pause. */
const REST_CHANGES = 8;
const SETTLING = 900;
const MOVEMENTS = 150;

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

/** Runs in the page: listens for the next event and promises the times until the stage shows what it changed. */
function armMeasurement({ waitForField, eventName }: { waitForField: boolean; eventName: 'keydown' | 'pointermove' }): void {
  const door = window.coilscope!;
  const stage = door.stage!;
  const before = door.simulation.snapshot().field;
  const frameBefore = stage.framesDrawn();
  let pressed = 0;
  window.addEventListener(
    eventName,
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

async function measureKeys(
  page: Page,
  slider: RegExp,
  keys: readonly [string, string],
  waitForField: boolean,
  pauses = 0,
): Promise<ChangeTimes[]> {
  await page.getByRole('slider', { name: slider }).focus();
  const samples: ChangeTimes[] = [];
  for (let n = 0; n < (pauses || CHANGES); n++) {
    if (pauses > 0) await page.waitForTimeout(SETTLING);
    await page.evaluate(armMeasurement, { waitForField, eventName: 'keydown' as const });
    await page.keyboard.press(keys[n % 2]);
    samples.push(await page.evaluate(() => window.measured!));
  }
  return samples;
}

/** Drags the coil with the mouse, a few pixels at a time. */
async function measureDrag(page: Page): Promise<ChangeTimes[]> {
  const [x, y] = await coilOnPage(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  const samples: ChangeTimes[] = [];
  for (let n = 1; n <= CHANGES; n++) {
    await page.evaluate(armMeasurement, { waitForField: true, eventName: 'pointermove' as const });
    await page.mouse.move(x + 30 * Math.sin(n / 6), y - 20 * Math.sin(n / 9));
    samples.push(await page.evaluate(() => window.measured!));
  }
  await page.mouse.up();
  return samples;
}

/** Milliseconds to hand the grid of one pose to the graphics system again, until a pixel can be read after it. */
const measureUpload = (page: Page): Promise<number[]> =>
  page.evaluate((count) => {
    const { renderer, scene } = window.coilscope!.stage!;
    const gl = renderer.getContext();
    const read = (): void => gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    const textures: { needsUpdate: boolean }[] = [];
    scene.traverse((object) => {
      const uniforms = (
        object as unknown as { material?: { uniforms?: Record<string, { value: { isData3DTexture?: boolean; needsUpdate: boolean } }> } }
      ).material?.uniforms;
      const grid = uniforms?.fieldGrid?.value;
      if (grid?.isData3DTexture && !textures.includes(grid)) textures.push(grid);
    });
    const times: number[] = [];
    for (let n = 0; n < count; n++) {
      read();
      const start = performance.now();
      for (const texture of textures) {
        texture.needsUpdate = true;
        renderer.initTexture(texture as never);
      }
      read();
      times.push(performance.now() - start);
    }
    return times;
  }, CHANGES);

/** Frames drawn while nothing is touched. */
async function idleFrames(page: Page): Promise<number> {
  await page.waitForTimeout(1500);
  const before = await page.evaluate(() => window.coilscope!.stage!.framesDrawn());
  await page.waitForTimeout(IDLE_TIME);
  return (await page.evaluate(() => window.coilscope!.stage!.framesDrawn())) - before;
}

/** Bytes of everything that was asked for before the first picture stood, gzipped as a static host sends it where that helps. */
async function transferred(page: Page): Promise<number> {
  const paths = await page.evaluate(() =>
    [location.href, ...performance.getEntriesByType('resource').map((entry) => entry.name)].map((name) => new URL(name).pathname),
  );
  const files = new Set(paths.map((path) => (path === '/' ? '/index.html' : path)).filter((path) => !path.includes('operator')));
  return [...files].reduce((sum, path) => {
    const bytes = readFileSync(join('dist', path));
    return sum + Math.min(bytes.length, gzipSync(bytes, { level: 9 }).length);
  }, 0);
}

/** Bytes that belong to the process of the page alone (Linux; the largest of the browser's page processes). */
async function tabMemory({ browser }: OpenSimulator): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const own = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => privateBytes(id));
  return Math.max(0, ...own);
}

function privateBytes(process: number): number {
  try {
    const lines = readFileSync(`/proc/${process}/smaps_rollup`, 'utf8').matchAll(/^Private_\w+:\s+(\d+) kB/gm);
    return [...lines].reduce((sum, [, kilobytes]) => sum + 1024 * Number(kilobytes), 0);
  } catch {
    return 0;
  }
}

/** What a person waits for, measured in one visit. */
interface Visit {
  readonly first: number;
  readonly settled: number;
  readonly rest: number[];
  readonly steady: readonly number[];
  readonly processorTime: number;
}

/** One visit from navigation to a drag without pause. */
async function visitOnce(simulator: OpenSimulator): Promise<Visit> {
  const page = await simulator.newPage();
  const first = await firstPicture(page, simulator.address);
  const settled = await settledPicture(page);
  await page.waitForTimeout(SETTLING);
  const rest = (await measureKeys(page, /Handle angle/, ['Shift+ArrowRight', 'Shift+ArrowLeft'], true, REST_CHANGES)).map(
    ({ total }) => total,
  );
  await page.waitForTimeout(SETTLING);
  const { times, processorTime } = await steadyDrag(simulator.browser, page, MOVEMENTS);
  await page.context().close();
  return { first, settled, rest, steady: times, processorTime };
}

const line = (name: string, { median, p95 }: Spread): void =>
  console.log(`${name.padEnd(58)} median ${median.toFixed(1).padStart(7)} ms   p95 ${p95.toFixed(1).padStart(7)} ms`);

/** Prints first and settled picture, changes from rest and the drag without pause. */
function printVisits(title: string, visits: readonly Visit[]): void {
  console.log(title);
  line('navigation → first correct picture', spread(visits.map(({ first }) => first)));
  line('navigation → settled picture of the realistic head', spread(visits.map(({ settled }) => settled)));
  line('key from rest → pixels with the new field', spread(visits.flatMap(({ rest }) => rest)));
  line('movement of a drag without pause → pixels that show it', spread(visits.flatMap(({ steady }) => steady)));
  const cost = spread(visits.map(({ processorTime }) => 1000 * processorTime));
  console.log(`${'processors of the whole browser, per movement'.padEnd(58)} median ${cost.median.toFixed(0).padStart(7)} ms`);
}

/**
 * Visits in turn this build and, where `BENCH_AGAINST` names the folder of another built copy, that one, so that both see the same machine. Absolute
 * times differ twofold between machines of one kind: what counts is the ratio within one run.
 */
export async function benchVisits(): Promise<void> {
  const other = process.env.BENCH_AGAINST;
  const sites = [await openSimulator(), ...(other ? [await openSimulator(other)] : [])];
  const visits = sites.map((): Visit[] => []);
  try {
    for (let n = 0; n < VISITS; n++) for (const [site, simulator] of sites.entries()) visits[site].push(await visitOnce(simulator));
  } finally {
    for (const simulator of sites) await simulator.close();
  }
  printVisits('this build', visits[0]);
  if (other) printVisits(other, visits[1]);
}

/** Prints everything that a person waits for, in the built site and a headless browser without a GPU. */
export async function benchInteraction(): Promise<void> {
  const simulator = await openSimulator();
  try {
    const firsts: number[] = [];
    let bytes = 0;
    for (let visit = 0; visit < VISITS; visit++) {
      const page = await simulator.newPage();
      firsts.push(await firstPicture(page, simulator.address));
      if (visit === 0) bytes = await transferred(page);
      if (visit === VISITS - 1) {
        await page.waitForFunction(() => window.coilscope!.simulation.snapshot().field?.model === 'modes');
        const idle = await idleFrames(page);
        const changes = await measureKeys(page, /Handle angle/, ['Shift+ArrowRight', 'Shift+ArrowLeft'], true);
        const intensity = await measureKeys(page, /Strength/, ['ArrowRight', 'ArrowLeft'], false);
        const dragged = await measureDrag(page);
        const upload = await measureUpload(page);
        const memory = await tabMemory(simulator);
        const share = await page.evaluate(() => {
          const box = window.coilscope!.stage!.renderer.domElement.getBoundingClientRect();
          return (box.width * box.height) / (innerWidth * innerHeight);
        });
        line('key on the angle slider → pixels with the new field', spread(changes.map((c) => c.total)));
        line('  of that: coil → grid → summary in the worker', spread(changes.map((c) => c.compute)));
        line('  of that: result received → uploaded, drawn, read back', spread(changes.map((c) => c.draw)));
        line('  of that: upload of the grid alone', spread(upload));
        line('pointer that drags the coil → pixels with the new field', spread(dragged.map((c) => c.total)));
        line('key on the intensity slider → pixels', spread(intensity.map((c) => c.total)));
        line('navigation → first correct picture', spread(firsts));
        console.log(
          `bytes fetched until the first picture, gzipped; without the operator, which follows: ${(bytes / 1024).toFixed(0)} KiB`,
        );
        console.log(`frames drawn in ${IDLE_TIME / 1000} idle seconds: ${idle}`);
        console.log(`memory of the tab's process with everything loaded: ${(memory / 2 ** 20).toFixed(0)} MiB`);
        console.log(`stage: ${(100 * share).toFixed(0)} % of the viewport at 1440×900`);
      }
      await page.close();
    }
  } finally {
    await simulator.close();
  }
}
