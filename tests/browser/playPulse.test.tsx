import { afterEach, expect, it } from 'vitest';
import { pulseOfChoices } from '../../src/field/pulse/pulseOfChoices';
import { PlayPulse } from '../../src/ui/bound/PlayPulse';
import { type MountedLevel, mountLevel } from './fixtures/mountLevel';
import { until } from './openApp';

let ui: MountedLevel;
afterEach(() => ui.unmount());

const button = (): HTMLButtonElement | null => document.querySelector('.level-page button');
const plays = (): boolean => button()?.textContent === 'Stop the pulse';

it('A pulse that is played slowly runs through its moments once, then stops and lets go of the moment; so does Stop', async () => {
  ui = mountLevel(PlayPulse);
  await until(() => button() !== null, 'the button');
  const times: number[] = [];
  const stop = ui.view.subscribe(({ pulseTime }) => pulseTime !== null && times.push(pulseTime));
  button()?.click();
  await until(() => times.length > 2, 'the first moments', 10_000);
  button()?.click();
  await until(() => !plays() && ui.view.getState().pulseTime === null, 'the end by Stop', 10_000);
  times.length = 0;
  button()?.click();
  await until(plays, 'the second play', 10_000);
  await until(() => !plays() && ui.view.getState().pulseTime === null, 'the end of the pulse', 20_000);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  const { duration } = pulseOfChoices(ui.simulation.store.getState());
  expect(times[times.length - 1] / duration).toBeGreaterThan(0.5);
  expect(times[times.length - 1]).toBeLessThan(duration);
  stop();
});
