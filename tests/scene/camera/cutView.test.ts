import { describe, expect, it } from 'vitest';
import { dot, normalize, type Vec3 } from '../../../src/core/vec3';
import { cutDirection, watchCuts } from '../../../src/scene/camera/cutView';
import { choose, createChoiceStore, undo } from '../../../src/state/store';

const START = normalize([-0.95, 0.3, 0.06]);
const OPEN = {
  sagittal: [true, false, false],
  coronal: [false, true, false],
  axial: [false, false, true],
  corner: [true, true, true],
} as const;

describe('The direction from which open cuts are seen', () => {
  it.each(Object.entries(OPEN))('sees them squarely, from anywhere: %s', (_, open) => {
    for (let n = 0; n < 200; n++) {
      const [z, turn] = [1 - (2 * (n + 0.5)) / 200, 2.4 * n];
      const from: Vec3 = [Math.sqrt(1 - z * z) * Math.cos(turn), Math.sqrt(1 - z * z) * Math.sin(turn), z];
      const to = cutDirection(from, open) ?? from;
      expect(Math.hypot(...to)).toBeCloseTo(1, 9);
      const least = Math.min(...to.map((x, axis) => (open[axis] ? Math.abs(x) : 1)));
      expect(least).toBeGreaterThan(open.filter(Boolean).length === 1 ? 0.7 : 0.4);
      // Once there it stays.
      expect(cutDirection(to, open)).toBeNull();
    }
  });

  it('stays where they are seen already, and on the side where the camera is; from below it comes up', () => {
    expect(cutDirection(START, OPEN.sagittal)).toBeNull();
    expect(cutDirection(START, OPEN.axial)![2]).toBeGreaterThan(0.7);
    expect(cutDirection(normalize([0.9, 0.3, -0.2]), OPEN.corner)!.map(Math.sign)).toEqual([1, 1, 1]);
    expect(cutDirection(START, [false, false, false])).toBeNull();
  });
});

describe('A cut that is switched on', () => {
  function watched() {
    const store = createChoiceStore();
    let camera: Vec3 = START;
    const turns: Vec3[] = [];
    const view = watchCuts(
      store,
      () => camera,
      (to) => {
        turns.push(to);
        camera = to;
      },
    );
    return { store, view, turns, look: (to: Vec3) => (camera = to), camera: () => camera };
  }

  it('turns the camera, and Undo brings both back in one step', () => {
    const { store, turns, camera } = watched();
    choose(store, { cutAxial: true });
    expect(turns.length).toBe(1);
    expect(store.temporal.getState().pastStates.length).toBe(1);
    undo(store);
    expect(dot(camera(), START)).toBeCloseTo(1, 9);
  });

  it('leaves a camera alone that was moved by hand since', () => {
    const { store, turns, look } = watched();
    choose(store, { cutAxial: true });
    look([0, 1, 0]);
    choose(store, { cutAxial: false });
    expect(turns.length).toBe(1);
  });

  it('does nothing where a whole scene is opened, where a cut only moves, and after it is left', () => {
    const { store, turns, view } = watched();
    choose(store, { cutAxial: true, cutZ: 0.05, theme: 'projector' });
    choose(store, { cutZ: 0.02 });
    expect(turns).toEqual([]);
    view.dispose();
    choose(store, { cutCoronal: true });
    expect(turns).toEqual([]);
  });
});
