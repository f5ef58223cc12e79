import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { askedFigure } from '../../src/figure/askedFigure';
import { choose } from '../../src/state/store';
import { type OpenApp, openApp, settled, until } from './openApp';

let started = 0;
let headIsThere = false;
const { fetch, Worker } = window;

beforeAll(() => {
  window.fetch = async (input, init) => {
    const address = String(input instanceof Request ? input.url : input);
    if (address.includes('operator.bin')) throw new TypeError('blocked');
    if (!headIsThere && address.includes('/heads/')) {
      // Long enough for the loading screen to be seen.
      await new Promise((resolve) => setTimeout(resolve, 150));
      throw new TypeError('blocked');
    }
    return fetch(input, init);
  };
  window.Worker = class extends Worker {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given);
      started++;
    }
  };
});

afterAll(() => {
  window.fetch = fetch;
  window.Worker = Worker;
});

const failure = (): HTMLButtonElement | undefined =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Try again');

describe('When the head cannot be loaded', () => {
  it('is tried again as often as one likes with one worker, and then runs with the sphere where the operator is blocked too', async () => {
    await page.viewport(1200, 800);
    const opened = openApp();
    for (let n = 0; n < 5; n++) {
      await until(() => failure() !== undefined, 'the sentence that the head could not be loaded');
      failure()!.click();
      await until(() => failure() === undefined, 'the loading screen');
    }
    await until(() => failure() !== undefined, 'the last failure');
    headIsThere = true;
    failure()!.click();
    app = await opened;
    expect(app.simulation.snapshot().operator.phase).toBe('refused');
    expect(started).toBe(1);
  });
});

let app: OpenApp;

describe('A picture while the sphere stands in for the head', () => {
  it('says in caption and legend what was drawn: the sphere, on a logarithmic scale', async () => {
    choose(app.simulation.store, { logScale: true });
    await settled(app);
    expect(app.simulation.store.getState().fieldModel).toBe('folded');
    const written: string[] = [];
    const spy = vi.spyOn(CanvasRenderingContext2D.prototype, 'fillText').mockImplementation((text) => void written.push(text));
    await askedFigure(app.stage, { scene: app.simulation, view: app.view }, '0.0.0', { width: 960, height: 720, caption: 'methods' });
    spy.mockRestore();
    const caption = written.join(' ');
    expect(caption).toContain('best-fitting conducting sphere');
    expect(caption).not.toContain('three-shell');
    expect(caption).toContain('logarithmic color scale');
    expect(written).toContain('logarithmic');
    expect(written).toContain('|E| in V/m');
  });
});
