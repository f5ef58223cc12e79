import { describe, expect, it } from 'vitest';
import type { DataState } from '../../../src/field/simulation/headData';
import { isAnswered, isCurrent as isCurrentOf } from '../../../src/field/simulation/isCurrent';
import { dataState, servedModel } from '../../../src/field/simulation/modelLadder';
import type { SimulationSnapshot } from '../../../src/field/simulation/sceneSnapshot';
import { type Choices, FIELD_MODELS, INITIAL_CHOICES } from '../../../src/state/choices';
import { fakeField } from '../fakeScene';

const READY: DataState = { phase: 'ready' };
const LOADING: DataState = { phase: 'loading', share: 0.4 };
const REFUSED: DataState = { phase: 'refused', sentence: 'No.' };
const ALL = { operator: READY, rows: READY };

const isCurrent = (
  snapshot: Pick<SimulationSnapshot, 'field' | 'request' | 'operator' | 'rows'> & Partial<Pick<SimulationSnapshot, 'slopes'>>,
  choices: Partial<Choices>,
): boolean => isCurrentOf({ slopes: LOADING, ...snapshot }, { ...INITIAL_CHOICES, ...choices });

describe('A field', () => {
  it('is the latest when it answers the last request by the chosen model, and not before', () => {
    const field = fakeField('sphere', 4);
    expect(isCurrent({ field, request: 4, ...ALL }, { fieldModel: 'sphere' })).toBe(true);
    expect(isCurrent({ field, request: 5, ...ALL }, { fieldModel: 'sphere' })).toBe(false);
    expect(isCurrent({ field: null, request: 0, ...ALL }, { fieldModel: 'sphere' })).toBe(false);
    expect(isAnswered({ field: null, request: 0 })).toBe(false);
  });

  it('is not the latest while the sphere stands in for a head, but once that was refused there is nothing later', () => {
    const field = fakeField('sphere', 4);
    const asked = { fieldModel: 'modes' } as const;
    for (const operator of [LOADING, READY]) expect(isCurrent({ field, request: 4, operator, rows: LOADING }, asked)).toBe(false);
    expect(isAnswered({ field, request: 4 })).toBe(true);
    expect(isCurrent({ field, request: 4, operator: REFUSED, rows: LOADING }, asked)).toBe(true);
    expect(isCurrent({ field: fakeField('primaryField', 4), request: 4, operator: REFUSED, rows: LOADING }, asked)).toBe(false);
    expect(isCurrent({ field, request: 4, operator: REFUSED, rows: LOADING }, { fieldModel: 'primaryField' })).toBe(false);
  });

  it('of three shells is the latest for the folded cortex only once its rows were refused', () => {
    const field = fakeField('modes', 4);
    const asked = { fieldModel: 'folded' } as const;
    for (const rows of [LOADING, READY]) expect(isCurrent({ field, request: 4, operator: READY, rows }, asked)).toBe(false);
    expect(isCurrent({ field, request: 4, operator: READY, rows: REFUSED }, asked)).toBe(true);
    expect(isCurrent({ field: fakeField('sphere', 4), request: 4, operator: READY, rows: REFUSED }, asked)).toBe(false);
  });
});

describe('A field of changed conductivities', () => {
  const field = fakeField('folded', 4);
  const changed = { fieldModel: 'folded', conductivityGray: 0.4 } as const;

  it('is not the latest while their slopes are on their way, and is once they are there or were refused', () => {
    expect(isCurrent({ field, request: 4, ...ALL }, { fieldModel: 'folded' })).toBe(true);
    expect(isCurrent({ field, request: 4, ...ALL, slopes: LOADING }, changed)).toBe(false);
    for (const slopes of [READY, REFUSED]) expect(isCurrent({ field, request: 4, ...ALL, slopes }, changed)).toBe(true);
    expect(isCurrent({ field: fakeField('modes', 4), request: 4, ...ALL }, { ...changed, fieldModel: 'modes' })).toBe(true);
  });
});

describe('The model that serves', () => {
  it('is the chosen one where it needs no file, or has them all', () => {
    for (const model of FIELD_MODELS) expect(servedModel(model, ALL)).toBe(model);
    for (const model of ['magneticFluxDensity', 'primaryField', 'sphere'] as const)
      expect(servedModel(model, { operator: REFUSED, rows: REFUSED })).toBe(model);
  });

  it('is the sphere while files are on their way, so that the value changes once, and the best that is left after a refusal', () => {
    expect(servedModel('folded', { operator: LOADING, rows: LOADING })).toBe('sphere');
    expect(servedModel('folded', { operator: READY, rows: LOADING })).toBe('sphere');
    expect(servedModel('folded', { operator: LOADING, rows: REFUSED })).toBe('sphere');
    expect(servedModel('folded', { operator: READY, rows: REFUSED })).toBe('modes');
    expect(servedModel('folded', { operator: REFUSED, rows: REFUSED })).toBe('sphere');
    expect(servedModel('modes', { operator: READY, rows: REFUSED })).toBe('modes');
    expect(servedModel('modes', { operator: REFUSED, rows: LOADING })).toBe('sphere');
  });

  it('waits for the first file that is missing, and names its fault', () => {
    expect(dataState('folded', { operator: LOADING, rows: REFUSED })).toBe(LOADING);
    expect(dataState('folded', { operator: READY, rows: REFUSED })).toBe(REFUSED);
    expect(dataState('sphere', { operator: REFUSED, rows: REFUSED })).toEqual(READY);
  });
});
