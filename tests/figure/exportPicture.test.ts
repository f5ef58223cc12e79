import { beforeAll, expect, it, vi } from 'vitest';
import { createPicture, type PictureOf } from '../../src/figure/exportPicture';
import type { StageHandle } from '../../src/scene/Stage';

beforeAll(() => {
  vi.stubGlobal('document', {});
});

/** A scene whose field answers request 1, while `request` is the last one. */
function scene(request: number, shown: 'a' | 'b' = 'b'): PictureOf {
  const field = { request: 1, model: 'sphere', summary: { atTarget: [0, 0, 1], peak: 1, maximum: 1, maximumPoint: [0, 0, 0] } };
  return {
    scene: {
      comparison: { getState: () => ({ shown }) },
      snapshot: () => ({ field, request, target: { cortex: [0, 0, 0] } }),
      store: { getState: () => ({ dIdt: 1, fieldModel: 'sphere', fieldComponent: 'magnitude' }) },
    },
    view: { getState: () => ({ level: null }) },
  } as unknown as PictureOf;
}
const stage = {} as StageHandle;

it('A picture is refused in one sentence while the coil is ahead of its field, and while another scene is shown', async () => {
  await expect(createPicture(stage, scene(2), '0')).rejects.toThrow(/^The picture needs the field of this place/);
  await expect(createPicture(stage, scene(1, 'a'), '0')).rejects.toThrow(/^The picture is of the present scene alone/);
});
