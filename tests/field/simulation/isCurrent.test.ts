import { describe, expect, it } from 'vitest';
import { isAnswered, isCurrent } from '../../../src/field/simulation/isCurrent';
import type { OperatorState } from '../../../src/field/simulation/sceneSnapshot';
import { fakeField } from '../fakeScene';

const READY: OperatorState = { phase: 'ready' };
const LOADING: OperatorState = { phase: 'loading', share: 0.4 };
const REFUSED: OperatorState = { phase: 'refused', sentence: 'No.' };

describe('A field', () => {
  it('is the latest when it answers the last request by the chosen model, and not before', () => {
    const field = fakeField('sphere', 4);
    expect(isCurrent({ field, request: 4, operator: READY }, { fieldModel: 'sphere' })).toBe(true);
    expect(isCurrent({ field, request: 5, operator: READY }, { fieldModel: 'sphere' })).toBe(false);
    expect(isCurrent({ field: null, request: 0, operator: READY }, { fieldModel: 'sphere' })).toBe(false);
    expect(isAnswered({ field: null, request: 0 })).toBe(false);
  });

  it('is not the latest while the sphere stands in for the realistic head, but once that was refused there is nothing later', () => {
    const field = fakeField('sphere', 4);
    const asked = { fieldModel: 'modes' } as const;
    for (const operator of [LOADING, READY]) expect(isCurrent({ field, request: 4, operator }, asked)).toBe(false);
    expect(isAnswered({ field, request: 4 })).toBe(true);
    expect(isCurrent({ field, request: 4, operator: REFUSED }, asked)).toBe(true);
    expect(isCurrent({ field: fakeField('primaryField', 4), request: 4, operator: REFUSED }, asked)).toBe(false);
    expect(isCurrent({ field, request: 4, operator: REFUSED }, { fieldModel: 'primaryField' })).toBe(false);
  });
});
