import { describe, expect, it } from 'vitest';
import { OPERATOR_COILS } from '../../../models/heads/colin27/build/operator/trainingCoils';
import measured from '../../../models/heads/colin27/operator.json';
import { COIL_IDS, coilById } from '../../../src/coil/coilLibrary';
import { errorBudget } from '../../../src/field/measures/errorBudget';

const modesOf = (id: string) => errorBudget(coilById(id)).find(({ name }) => name.startsWith('Modes'))!;

describe('The error budget of the realistic head', () => {
  it('is larger for a coil that is finer than those on which the operator was trained, and says that this is an estimate', () => {
    const { mean, worst } = modesOf('magandmore-pmd25');
    expect(mean.value).toBeGreaterThan(2 * measured.modesMean.value);
    expect(worst!.value).toBeGreaterThan(1.3 * measured.modesWorst.value);
    expect(mean.note).toMatch(/^Estimated, not measured by boundary elements/);
  });

  it.each(COIL_IDS)('says no less for %s than was measured for the training coils', (id) => {
    const { mean, worst } = modesOf(id);
    expect(mean.value).toBeGreaterThanOrEqual(measured.modesMean.value);
    expect(worst!.value).toBeGreaterThanOrEqual(measured.modesWorst.value);
    expect(worst!.value).toBeLessThan(0.02);
  });

  it('has entries of single coils for coils of the library only, whose nine training coils are still shipped', () => {
    const ids = Object.keys(measured).flatMap((name) => name.split(' ').slice(1));
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id) => !COIL_IDS.includes(id))).toEqual([]);
    expect(OPERATOR_COILS.filter((id) => !COIL_IDS.includes(id))).toEqual([]);
    expect(OPERATOR_COILS).toHaveLength(9);
  });
});
