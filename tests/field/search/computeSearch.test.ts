import { describe, expect, it } from 'vitest';
import { coilById } from '../../../src/coil/coilLibrary';
import { coilDipoles } from '../../../src/coil/windings/windingsToDipoles';
import { targetPatch } from '../../../src/field/grid/targetPatch';
import { computeSearch } from '../../../src/field/search/computeSearch';
import type { SearchRequest } from '../../../src/field/search/searchMessages';
import { searchRequest } from '../../../src/field/search/searchRequest';
import type { HeadModel } from '../../../src/head/loadHead';
import { INITIAL_CHOICES } from '../../../src/state/choices';
import { readShippedHead } from '../../readShippedHead';
import { fakeField, fakeScene } from '../fakeScene';

const head: HeadModel = await readShippedHead();
const coil = {
  dipoles: coilDipoles(coilById('magstim-70mm-figure8')),
  casing: [0, 0, 0],
  contactMargin: 0,
  windings: [],
  description: coilById('magstim-70mm-figure8'),
};
const target = { scalp: { position: [0, 0, 0.09] }, cortex: [0, 0, 0.07] };
const grid = { origin: [0, 0, 0.05], spacing: 0.02, dimensions: [2, 2, 2], nodes: Uint32Array.from([0, 1, 2, 3, 4, 5, 6, 7]) };
const files = new Map([
  ['operator', new Uint8Array(3)],
  ['rows', new Uint8Array(4)],
] as const);

function ask(model: 'sphere' | 'modes' | 'folded', change: object = {}): SearchRequest | null {
  const { source } = fakeScene({}, { field: fakeField(model), grid, target, ...change } as never);
  return searchRequest(source.snapshot(), head, coil, { ...INITIAL_CHOICES, handleAngle: 0.3, fieldModel: 'modes' }, files);
}

describe('A search', () => {
  it('keeps windings farther from the scalp than a casing, by their margin', () => {
    const { source } = fakeScene({}, { field: fakeField('sphere'), grid, target } as never);
    const wound = searchRequest(
      source.snapshot(),
      head,
      { ...coil, contactMargin: 0.004 },
      { ...INITIAL_CHOICES, coilDistance: 0.003 },
      files,
    );
    expect(wound?.hold.coilDistance).toBeCloseTo(0.007, 12);
  });

  it('is for the model that is shown, with the files that it needs, and the cortex around the target', () => {
    expect(ask('sphere')).toMatchObject({ model: 'sphere', data: new Map(), start: [0, 0, 0.09], hold: { handleAngle: 0.3 } });
    expect([...ask('modes')!.data.keys()]).toEqual(['operator']);
    expect([...ask('folded')!.data.keys()]).toEqual(['operator', 'rows']);
    expect(ask('folded')!.target.map(({ vertex }) => vertex)).toEqual([
      ...targetPatch(head.cortex as never, target.cortex as never).vertices,
    ]);
    expect(ask('sphere', { field: null })).toBeNull();
    expect(ask('sphere', { grid: null })).toBeNull();
  });

  it('in this head is refused in one sentence without its operator', async () => {
    const request = { ...ask('modes')!, data: new Map() };
    await expect(computeSearch(request, null, () => undefined)).rejects.toThrow(
      'The search in this head needs its operator, which is not loaded.',
    );
  });
});
