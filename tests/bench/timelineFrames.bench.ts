import type { Page } from 'playwright';
import type { ProtocolId } from '../../src/dose/protocol/protocolPresets';
import { firstPicture, openSimulator } from './openSimulator';

const IDLE_TIME = 2000;
const GESTURE_TIME = 4000;
/** Until a glide and the words after it are over. */
const PAUSE = 700;
const ROUNDS = 3;
/** Doublings between a course of weeks and a single pulse; the wheel turns 200 for one. */
const DOUBLINGS = 30;
const WHEEL_PER_DOUBLING = 200;
/** An interval above this is a frame that came late: one and a half of the usual 16.7 ms. */
const LATE = 25;

declare global {
  interface Window {
    frameTimes?: { readonly stop: () => number[] };
  }
}

/** Runs in the page: notes the time of every animation frame until it is stopped. */
function recordFrames(): void {
  const times = new Float64Array(4096);
  let count = 0;
  let handle = requestAnimationFrame(function tick(now) {
    if (count < times.length) times[count++] = now;
    handle = requestAnimationFrame(tick);
  });
  window.frameTimes = {
    stop: () => {
      cancelAnimationFrame(handle);
      return Array.from(times.subarray(1, count), (time, n) => time - times[n]);
    },
  };
}

/** Intervals between frames [ms] while `act` goes on. */
async function intervalsDuring(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(recordFrames);
  await act();
  return page.evaluate(() => window.frameTimes!.stop());
}

/** Calls `step` with the share of the time that has gone, again and again, as fast as the page takes it. */
async function forTime(milliseconds: number, step: (share: number) => Promise<void>): Promise<void> {
  const start = performance.now();
  for (let gone = 0; gone < milliseconds; gone = performance.now() - start) await step(gone / milliseconds);
}

/** From the whole course to single pulses and back, by the wheel. */
async function zoom(page: Page): Promise<void> {
  let turned = 0;
  await forTime(GESTURE_TIME, async (share) => {
    const wanted = DOUBLINGS * (1 - Math.abs(2 * share - 1));
    await page.mouse.wheel(0, (turned - wanted) * WHEEL_PER_DOUBLING);
    turned = wanted;
  });
}

/** Half of the time by the wheel with Shift, half by dragging. */
async function pan(page: Page, middle: readonly [number, number]): Promise<void> {
  await page.keyboard.down('Shift');
  await forTime(GESTURE_TIME / 2, (share) => page.mouse.wheel(0, 40 * Math.sign(Math.sin(8 * Math.PI * share + 0.1))));
  await page.keyboard.up('Shift');
  await page.mouse.down();
  await forTime(GESTURE_TIME / 2, (share) => page.mouse.move(middle[0] - 250 * Math.sin(6 * Math.PI * share), middle[1]));
  await page.mouse.up();
}

function report(name: string, intervals: readonly number[]): void {
  const sorted = [...intervals].sort((a, b) => a - b);
  const at = (share: number): string => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(1).padStart(6);
  const late = sorted.filter((interval) => interval > LATE).length;
  console.log(
    `${name.padEnd(28)} ${String(sorted.length).padStart(4)} intervals: median ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, ` +
      `largest ${at(1)} ms; above ${LATE} ms: ${late}`,
  );
}

async function measure(page: Page, id: ProtocolId): Promise<void> {
  await page.getByLabel('Start from').selectOption(id);
  const all = { idle: [] as number[], zoom: [] as number[], pan: [] as number[] };
  const box = await page.locator('.timeline-box canvas').last().boundingBox();
  if (!box) throw new Error('the timeline is not on the screen');
  const middle = [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)] as const;
  const show = async (name: string): Promise<void> => {
    await page.locator('.timeline-tools').getByRole('button', { name, exact: true }).click();
    await page.waitForTimeout(PAUSE);
  };
  for (let round = 0; round < ROUNDS; round++) {
    await page.waitForTimeout(PAUSE);
    all.idle.push(...(await intervalsDuring(page, () => page.waitForTimeout(IDLE_TIME))));
    await show('All');
    // At its left edge: the first pulse stays in the window all the way down.
    await page.mouse.move(Math.ceil(box.x), middle[1]);
    all.zoom.push(...(await intervalsDuring(page, () => zoom(page))));
    await show('Session');
    await page.mouse.move(...middle);
    all.pan.push(...(await intervalsDuring(page, () => pan(page, middle))));
  }
  report(`${id}, idle`, all.idle);
  report(`${id}, zoom to pulses, back`, all.zoom);
  report(`${id}, pan, wheel and drag`, all.pan);
}

/** Frame intervals of the Protocol screen at rest and while its timeline is zoomed and panned, in a real browser. */
export async function benchTimelineFrames(): Promise<void> {
  const simulator = await openSimulator();
  try {
    const page = await simulator.newPage();
    await firstPicture(page, simulator.address);
    await page.waitForFunction(() => window.coilscope!.simulation.snapshot().operator.phase !== 'loading');
    await page.evaluate(() => window.coilscope!.view.setState({ level: 'protocol' }));
    await page.getByLabel('Start from').waitFor();
    await page.waitForTimeout(1000);
    for (const id of ['hf10-standard', 'snt'] as const) await measure(page, id);
  } finally {
    await simulator.close();
  }
}
