import { beforeAll, describe, expect, it } from 'vitest';
import { cdp, page } from 'vitest/browser';
import type { LevelId } from '../../src/state/viewStore';
import { type OpenApp, openApp, until } from './openApp';

let app: OpenApp;

/** The browser gets none of these until they are unblocked: a lost connection, for one part of the program at a time. */
const block = (...parts: readonly string[]): Promise<unknown> =>
  cdp().send('Network.setBlockedURLs', { urls: parts.map((part) => `*${part}*`) });

beforeAll(async () => {
  await cdp().send('Network.enable');
  await block('levels/LevelsFrame', 'levels/pulse/PulseLevel', 'operator.bin');
  app = await openApp();
});

const words = (selector: string): string => document.querySelector(selector)?.textContent ?? '';
const open = (level: LevelId | null): void => app.view.setState({ level });
const again = (place: string): void =>
  [...document.querySelectorAll<HTMLButtonElement>(`${place} button`)].find(({ textContent }) => textContent === 'Try again')?.click();

describe('A part of the program that does not come', () => {
  it('the operator of the realistic head: the sphere serves, a sentence says so, and Try again brings it', async () => {
    expect(app.simulation.snapshot().operator.phase).toBe('refused');
    await until(() => words('.notices').includes('operator.bin could not be fetched'), 'the sentence');
    await block('levels/LevelsFrame', 'levels/pulse/PulseLevel');
    again('.notices');
    await until(() => app.simulation.snapshot().operator.phase === 'ready', 'the operator', 60_000);
  });

  it('the levels: the page stays, one sentence with ways out stands in their place, and Try again brings them', async () => {
    open('course');
    await until(() => document.querySelector('.levels-fault') !== null, 'the sentence');
    expect(words('.levels-fault')).toContain('This screen could not be loaded; the connection may be down.');
    expect(document.querySelector('.panel .group')).not.toBeNull();
    expect(document.querySelector('.stage-view canvas')).not.toBeNull();
    await page.getByRole('button', { name: 'Back to the stage' }).click();
    expect(document.querySelector('.levels-fault')).toBeNull();
    expect(app.view.getState().level).toBeNull();
    open('course');
    await until(() => document.querySelector('.levels-fault') !== null, 'the sentence again');
    await block('levels/pulse/PulseLevel');
    again('.levels-fault');
    await until(() => document.querySelector('.levels .level-page[data-level=course] h3') !== null, 'the course', 20_000);
  });

  it('one level: the tabs and the other levels go on, and Try again brings it', async () => {
    open('pulse');
    await until(() => document.querySelector('.level-page .region-fault') !== null, 'the sentence');
    expect(document.querySelectorAll('.level-tabs [role=tab]').length).toBe(7);
    open('safety');
    await until(() => document.querySelector('.level-page[data-level=safety] h3') !== null, 'another level', 60_000);
    open('pulse');
    await until(() => document.querySelector('.level-page .region-fault') !== null, 'the sentence again');
    await block();
    again('.level-page');
    await until(() => document.querySelector('.pulse-scrubber') !== null, 'the pulse', 60_000);
    open(null);
  });
});
