import { afterEach, describe, expect, it, vi } from 'vitest';
import { isPictureReady } from '../../src/cli/photographStage';
import type { DataState } from '../../src/field/simulation/headData';
import { isCurrent } from '../../src/field/simulation/isCurrent';
import type { FieldModel } from '../../src/state/choices';
import { INITIAL_CHOICES } from '../../src/state/choices';

const REFUSED: DataState = { phase: 'refused', sentence: 'operator.bin must be there.' };

/** The page with a field of one model while another one is chosen; `request` is the last that was sent. */
function showPage(
  chosen: FieldModel,
  computed: FieldModel | null,
  operator: DataState,
  more: { trouble?: string; request?: number; rows?: DataState } = {},
): void {
  const snapshot = {
    field: computed && { model: computed, request: 3 },
    request: more.request ?? 3,
    operator,
    rows: more.rows ?? ({ phase: 'ready' } as DataState),
    trouble: more.trouble ?? null,
  };
  const choices = { ...INITIAL_CHOICES, fieldModel: chosen };
  const door = {
    picture: () => {},
    simulation: { snapshot: () => snapshot, store: { getState: () => choices } },
    isCurrent: () => isCurrent(snapshot as never, choices),
  };
  vi.stubGlobal('window', { coilscope: door });
}

afterEach(() => vi.unstubAllGlobals());

describe('The picture from the terminal', () => {
  it.each([
    'sphere',
    'primaryField',
    'magneticFluxDensity',
  ] as const)('needs no operator for %s: neither its arrival nor its use', (model) => {
    for (const operator of [REFUSED, { phase: 'loading', share: 0.5 } as DataState, { phase: 'ready' } as DataState]) {
      showPage(model, model, operator);
      expect(isPictureReady()).toBe(true);
    }
  });

  it('waits for the realistic head, and is not made of the sphere that stands in for it', () => {
    showPage('modes', 'sphere', { phase: 'loading', share: 0.5 });
    expect(isPictureReady()).toBe(false);
    showPage('modes', 'modes', { phase: 'ready' });
    expect(isPictureReady()).toBe(true);
    showPage('modes', 'sphere', REFUSED);
    expect(isPictureReady).toThrow('operator.bin must be there.');
  });

  it('waits for a field, for the latest one, and for the page', () => {
    showPage('sphere', null, { phase: 'ready' });
    expect(isPictureReady()).toBe(false);
    showPage('sphere', 'sphere', { phase: 'ready' }, { request: 4 });
    expect(isPictureReady()).toBe(false);
    vi.stubGlobal('window', {});
    expect(isPictureReady()).toBe(false);
  });

  it('says what troubles the simulation', () => {
    showPage('sphere', 'sphere', { phase: 'ready' }, { trouble: 'The coil must lie on the head.' });
    expect(isPictureReady).toThrow('The coil must lie on the head.');
  });

  it('asks by what can be handed to a page as text', () => {
    expect(isPictureReady.toString()).not.toMatch(/__|import/);
  });
});
