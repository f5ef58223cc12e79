import { describe, expect, it } from 'vitest';
import { normalize, type Vec3 } from '../../../src/core/vec3';
import { componentOf, componentSign, componentSymbol, splitByNormals } from '../../../src/field/grid/fieldComponents';
import { FIELD_COMPONENTS } from '../../../src/state/choices';

describe('The components of a field at the cortex', () => {
  const field: Vec3 = [3, -4, 12];
  const normal = normalize([1, 2, -2]);

  it('add up to the magnitude by Pythagoras, and the normal one changes sign with the field', () => {
    const along = componentOf('normal', field, normal);
    const rest = componentOf('tangential', field, normal);
    expect(along ** 2 + rest ** 2).toBeCloseTo(componentOf('magnitude', field, normal) ** 2, 10);
    expect(along).toBeCloseTo((3 - 8 - 24) / 3, 12);
    expect(componentOf('normal', [-3, 4, -12], normal)).toBeCloseTo(-along, 12);
  });

  it('have no tangential part along the normal, though rounding may make its square negative', () => {
    expect(componentOf('tangential', normal, normal)).toBeLessThan(1e-7);
  });

  it('are the same one by one and all at once', () => {
    const alongOut = new Float32Array(2);
    const restOut = new Float32Array(2);
    splitByNormals([...field, 1, 0, 0], [...normal, 0, 1, 0], alongOut, restOut);
    expect(alongOut[0]).toBeCloseTo(componentOf('normal', field, normal), 5);
    expect(restOut[0]).toBeCloseTo(componentOf('tangential', field, normal), 5);
    expect([alongOut[1], restOut[1]]).toEqual([0, 1]);
  });
});

describe('The signs of a component', () => {
  it('have the letter of what is shown', () => {
    const all = (unit: 'V/m' | 'T') =>
      FIELD_COMPONENTS.map((component) => [componentSign(component, unit), componentSymbol(component, unit)]);
    expect(all('V/m')).toEqual([
      ['|E|', '|E|'],
      ['E⊥', 'E normal'],
      ['E∥', '|E| tangential'],
    ]);
    expect(all('T')).toEqual([
      ['|B|', '|B|'],
      ['B⊥', 'B normal'],
      ['B∥', '|B| tangential'],
    ]);
  });
});
