import { expect, it } from 'vitest';
import { type FigureOf, figureSubject } from '../../../src/figure/content/figureSubject';
import { FIRST_FIGURE } from '../../../src/share/figure/figureOptions';

/** A scene whose field answers request 1, while `request` is the last one. */
function scene(request: number): FigureOf {
  const field = { request: 1, model: 'sphere', summary: { atTarget: [0, 0, 1], peak: 1, maximum: 1, maximumPoint: [0, 0, 0] } };
  return {
    scene: {
      comparison: { getState: () => ({ kept: null, shown: 'b' }) },
      snapshot: () => ({ field, grid: {}, request, target: { cortex: [0, 0, 0] } }),
      store: { getState: () => ({ dIdt: 1, fieldModel: 'sphere', fieldComponent: 'magnitude' }) },
    },
    view: { getState: () => ({ level: null }) },
  } as unknown as FigureOf;
}

it('A figure is refused in one sentence while the coil is ahead of its field, and where A is asked for and none is kept', () => {
  expect(() => figureSubject(scene(2), FIRST_FIGURE, '0', 0)).toThrow(/^The figure needs the field of this place/);
  expect(() => figureSubject(scene(1), { ...FIRST_FIGURE, panels: 'compare' }, '0', 0)).toThrow(
    /^A, B and their difference need a kept scene/,
  );
});
