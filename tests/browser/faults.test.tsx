import { beforeAll, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { readouts } from '../../src/field/measures/readouts';
import { isCurrent } from '../../src/field/simulation/isCurrent';
import { choose } from '../../src/state/store';
import { type OpenApp, openApp, settled, until } from './openApp';

let app: OpenApp;

beforeAll(async () => {
  app = await openApp();
});

describe('When the graphics context is lost', () => {
  it('says so, keeps numbers and controls alive, and draws again on request', async () => {
    const lost = app.stage;
    lost.renderer.getContext().getExtension('WEBGL_lose_context')?.loseContext();
    await until(() => document.querySelector('.stage-fallback') !== null, 'the sentence in the stage’s place');
    expect(document.querySelector('.stage-fallback')?.textContent).toContain('context was lost');

    choose(app.simulation.store, { coilDistance: 0.012 });
    await until(() => isCurrent(app.simulation.snapshot(), app.simulation.store.getState()), 'a new field without the stage');
    const shown = readouts(app.simulation.snapshot(), app.simulation.store.getState());
    expect(shown?.atTarget).toBeGreaterThan(10);
    await until(() => document.body.textContent?.includes(`${Math.round(shown?.atTarget ?? -1)}`) ?? false, 'the number on the page');

    await page.getByRole('button', { name: 'Try again' }).click();
    await until(() => window.coilscope?.stage !== lost && window.coilscope?.stage !== null, 'a new stage');
    app = { ...app, stage: window.coilscope!.stage! };
    await settled(app);
    expect(app.stage.renderer.getContext().isContextLost()).toBe(false);
    expect(app.simulation.store.getState().coilDistance).toBe(0.012);
  });
});
