import { describe, expect, it } from 'vitest';
import { OPERATOR_COILS } from '../../../models/heads/colin27/build/operator/trainingCoils';
import measured from '../../../models/heads/colin27/operator.json';
import { COIL_IDS, coilById } from '../../../src/coil/coilLibrary';
import { errorBudget } from '../../../src/field/measures/errorBudget';

const modesOf = (id: string) => errorBudget(coilById(id)).find(({ name }) => name.startsWith('Modes'))!;

describe('The error budget of the realistic head', () => {
  it('is larger for a coil that is finer than those on which the operator was trained', () => {
    const { mean, worst } = modesOf('magandmore-pmd25');
    expect(mean.value).toBeGreaterThan(2 * modesOf('magstim-d70').mean.value);
    expect(worst!.value).toBeGreaterThan(2 * modesOf('magstim-d70').worst!.value);
  });

  it.each(COIL_IDS)('is measured by boundary elements for %s itself, below 0.3 % in the mean and 1 % at worst', (id) => {
    const { mean, worst } = modesOf(id);
    for (const part of [mean, worst!]) expect(part.note).toMatch(/of this coil .*against boundary elements/);
    expect(worst!.value).toBeGreaterThan(mean.value);
    expect(mean.value).toBeLessThan(0.003);
    expect(worst!.value).toBeLessThan(0.01);
  });

  it('has entries of single coils for coils of the library only, whose nine training coils are still shipped', () => {
    const ids = Object.keys(measured).flatMap((name) => name.split(' ').slice(1));
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id) => !COIL_IDS.includes(id))).toEqual([]);
    expect(OPERATOR_COILS.filter((id) => !COIL_IDS.includes(id))).toEqual([]);
    expect(OPERATOR_COILS).toHaveLength(9);
  });
});
