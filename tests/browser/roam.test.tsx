import { Vector3 } from 'three';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { distance, type Vec3 } from '../../src/core/vec3';
import { readouts } from '../../src/field/measures/readouts';
import { choose, resetAll, undo } from '../../src/state/store';
import { sendCamera } from '../../src/state/viewStore';
import { type OpenApp, openApp, settled, until } from './openApp';

let app: OpenApp;
const choices = () => app.simulation.store.getState();
const place = (): Vec3 => app.simulation.snapshot().place.position;
const headline = (): string => document.querySelector('.main-line')!.textContent!.replaceAll('\u202f', ' ');
const steps = (): number => app.simulation.store.temporal.getState().pastStates.length;

beforeAll(async () => {
  app = await openApp();
});

beforeEach(async () => {
  resetAll(app.simulation.store);
  // The fastest to compute and to draw: where the coil goes does not depend on the model.
  choose(app.simulation.store, { fieldModel: 'sphere' });
  await lookFrom('left');
});

/** Sends the camera and waits until it is there: on a slow machine the frames of its way may be far apart. */
async function lookFrom(preset: 'left' | 'superior'): Promise<void> {
  sendCamera(app.view, preset);
  const share = (): number => {
    const { x, z } = app.stage.camera.position.clone().normalize();
    return preset === 'left' ? -x : z;
  };
  await until(() => share() > 0.97, `the view from ${preset}`);
  await settled(app);
}

type Place = [number, number];

const electrode = (id: string): Vec3 => app.simulation.head.landmarks.electrodes.find((candidate) => candidate.id === id)!.position;

/** Where a head point lies on the page, in CSS pixels of the outermost page (the test runs in a frame of it). */
function onPage(point: Vec3): Place {
  const { camera, renderer } = app.stage;
  camera.updateMatrixWorld();
  const v = new Vector3(...point).project(camera);
  const box = renderer.domElement.getBoundingClientRect();
  const frame = window.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0, width: innerWidth };
  const zoom = frame.width / innerWidth;
  return [frame.left + zoom * (box.left + ((v.x + 1) / 2) * box.width), frame.top + zoom * (box.top + ((1 - v.y) / 2) * box.height)];
}

interface Hand {
  readonly down: (at: Place) => Promise<unknown>;
  readonly move: (at: Place) => Promise<unknown>;
  readonly up: (at: Place) => Promise<unknown>;
}

const mouseEvent = (type: string, [x, y]: Place, buttons: number): Promise<unknown> =>
  cdp().send('Input.dispatchMouseEvent', {
    type: type as 'mouseMoved',
    x,
    y,
    button: buttons || type === 'mouseReleased' ? 'left' : 'none',
    buttons,
    clickCount: 1,
  });
const touchEvent = (type: string, points: Place[]): Promise<unknown> =>
  cdp().send('Input.dispatchTouchEvent', { type: type as 'touchStart', touchPoints: points.map(([x, y]) => ({ x, y })) });

const MOUSE: Hand = {
  down: async (at) => {
    await mouseEvent('mouseMoved', at, 0);
    await mouseEvent('mousePressed', at, 1);
  },
  move: (at) => mouseEvent('mouseMoved', at, 1),
  up: (at) => mouseEvent('mouseReleased', at, 0),
};
const TOUCH: Hand = {
  down: (at) => touchEvent('touchStart', [at]),
  move: (at) => touchEvent('touchMove', [at]),
  up: () => touchEvent('touchEnd', []),
};

/** The page's turn to take a move and to draw it. */
const pause = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
/** How far the hand goes from move to move, in pixels: about 8 mm of the scalp. */
const MOVE = 16;

/** Drags through places on the page without letting go; `seen` is asked at each. Returns the longest jump of the coil from move to move [m]. */
async function drag(
  hand: Hand,
  from: Place,
  through: readonly Place[],
  seen: (n: number) => Promise<void> = async () => {},
): Promise<number> {
  await hand.down(from);
  let [at, jump] = [from, 0];
  try {
    for (const [n, to] of through.entries()) {
      const moves = Math.ceil(Math.hypot(to[0] - at[0], to[1] - at[1]) / MOVE);
      for (let m = 1; m <= moves; m++) {
        const before = place();
        await hand.move([at[0] + ((to[0] - at[0]) * m) / moves, at[1] + ((to[1] - at[1]) * m) / moves]);
        await pause();
        jump = Math.max(jump, distance(before, place()));
      }
      at = to;
      await settled(app);
      await seen(n);
    }
  } finally {
    await hand.up(at);
  }
  await settled(app);
  return jump;
}

/** The last 10-20 position is given by its own pixel: on a slope a pixel is more than a millimeter. */
async function overTheHead(hand: Hand, goals: readonly ('C3' | 'P3' | 'F3')[]): Promise<void> {
  const start = choices();
  const before = steps();
  const said: string[] = [];
  const jump = await drag(
    hand,
    onPage(place()),
    goals.map((id) => onPage(electrode(id))),
    async (n) => {
      expect(distance(place(), electrode(goals[n]))).toBeLessThan(0.004);
      said.push(headline());
    },
  );
  expect(jump).toBeLessThan(0.025);
  const atTarget = (text: string): RegExpMatchArray => text.match(/at the target ([\d.]+) V\/m/)!;
  expect(said[0]).toMatch(/^\d+ V\/m under C3, left (primary|premotor)/);
  // The headline's number is that of the cortex under the coil; a wing still reaches the target.
  expect(Number.parseFloat(said[0])).toBeGreaterThan(2 * Number(atTarget(said[0])[1]));
  if (goals.length > 2) expect(said[1]).toMatch(/^\d+ V\/m under P3, left /);
  expect(said.at(-1)).toMatch(/^\d+ V\/m at the target/);
  expect(steps()).toBe(before + 1);
  undo(app.simulation.store);
  expect(choices()).toEqual(start);
  await settled(app);
}

describe('The hand on the coil', () => {
  it('brings it by the mouse from the prefrontal cortex to C3, P3 and back in one drag, each time under the pointer and called by what it is over', () =>
    overTheHead(MOUSE, ['C3', 'P3', 'F3']));

  it('does so by touch', () => overTheHead(TOUCH, ['C3', 'F3']));

  it('brings it from F3 to C3 to Cz and back as seen from above, three drags and three steps of Undo', async () => {
    const { simulation } = app;
    await lookFrom('superior');
    const before = steps();
    await drag(MOUSE, onPage(place()), [onPage(electrode('F3'))]);
    expect(choices().anchorId).toBe('target');
    for (const id of ['C3', 'Cz']) {
      await drag(MOUSE, onPage(place()), [onPage(electrode(id))]);
      expect(distance(place(), electrode(id))).toBeLessThan(0.004);
      expect(choices().anchorId).toBe(id);
      expect(headline()).toMatch(new RegExp(`^\\d+ V/m under ${id}, (left|right) `));
      const { unit, atTarget } = readouts(simulation.snapshot(), choices())!;
      expect(unit).toBe('V/m');
      expect(headline()).toContain(`at the target ${atTarget < 9.95 ? atTarget.toFixed(1) : atTarget.toFixed(0)} V/m`);
    }
    await drag(MOUSE, onPage(place()), [onPage(electrode('F3'))]);
    expect(distance(place(), electrode('F3'))).toBeLessThan(0.004);
    expect([choices().anchorId, steps()]).toEqual(['target', before + 4]);
    undo(simulation.store);
    expect(choices().anchorId).toBe('Cz');
    undo(simulation.store);
    expect(choices().anchorId).toBe('C3');
    await settled(app);
    expect(headline()).toMatch(/under C3, /);
  });

  it('stops it at the face, says so once in words, and lets it slide along the edge', async () => {
    const eye = onPage([-0.06, 0.06, -0.075]);
    const jump = await drag(MOUSE, onPage(place()), [eye], async () => {
      expect(document.querySelector('.limit-note')!.textContent).toBe('The coil stops here: below is the face.');
    });
    expect(jump).toBeLessThan(0.025);
    expect(app.simulation.snapshot().under.limit).toBe('face');
    await expect.poll(() => document.querySelector('#scene-description')!.textContent).toMatch(/below is the face\.$/);
    const ear = onPage([-0.08, -0.04, -0.075]);
    await drag(MOUSE, onPage(place()), [ear]);
    expect(document.querySelector('.limit-note')!.textContent).toMatch(/below is the ear\.$/);
    // Off the head's outline it goes on along the outline.
    const above = onPage([0, 0, 0.16]);
    const longest = await drag(MOUSE, onPage(place()), [onPage([0, -0.2, 0]), above]);
    // Along the outline a pixel is more of the scalp than in its middle; another side of the head would be 0.1 away.
    expect(longest).toBeLessThan(0.05);
    expect(place()[2]).toBeGreaterThan(0.09);
    expect(document.querySelector('.limit-note')).toBeNull();
  });

  it('has a way back to the target, and sliders that say from where they measure and stop where the coil does', async () => {
    await drag(MOUSE, onPage(place()), [onPage(electrode('C3'))]);
    const line = (): string => document.querySelector('.measured-from')!.textContent!;
    expect(line()).toMatch(/^From C3\./);
    document.querySelector<HTMLButtonElement>('.measured-from button')!.click();
    await settled(app);
    expect(choices()).toMatchObject({ anchorId: 'target', offsetForward: 0, offsetRight: 0 });
    expect(line()).toMatch(/^From the target\./);
    expect(headline()).toMatch(/^\d+ V\/m at the target/);
  });
});
