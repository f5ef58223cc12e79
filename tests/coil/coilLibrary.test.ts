import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CoilDescription, parseCoilDescription } from '../../src/coil/coilDescription';
import { COIL_IDS, coilById } from '../../src/coil/coilLibrary';
import { contactOnSphere } from '../../src/coil/contactOnSphere';
import { placeDipoles } from '../../src/coil/placeDipoles';
import { denseWindingDipoles } from '../../src/coil/windings/denseWindingDipoles';
import { dipoleError } from '../../src/coil/windings/dipoleError';
import { coilDipoles } from '../../src/coil/windings/windingsToDipoles';
import { VERIFICATIONS } from '../../src/core/sourced';
import type { Dipoles } from '../../src/physics/dipoles';
import { focality } from '../../src/physics/focality';
import { sphereElectricField } from '../../src/physics/sphereElectricField';
import { COIL_MEASURES, MAGSTIM_70 } from '../reference/physicsFigures';

const FOLDER = join(import.meta.dirname, '..', '..', 'models', 'coils');
const SHIPPED = [
  'deymed-120bfv',
  'deymed-50bf',
  'deymed-70bf',
  'magandmore-pmd25',
  'magandmore-pmd45-eeg',
  'magandmore-pmd70',
  'magstim-70mm-figure8',
  'magstim-90mm-circular',
  'magstim-d50',
  'magstim-d70',
  'magstim-double-cone',
  'magventure-c-100',
  'magventure-c-b60',
  'magventure-c-b70',
  'magventure-cool-b35',
  'magventure-cool-b65',
  'magventure-cool-b70',
  'magventure-d-b80',
  'magventure-mc-125',
  'magventure-mc-b70',
  'magventure-mcf-75',
  'magventure-mcf-b65',
  'magventure-mmc-140',
  'magventure-mri-b91',
];
const ROUND = ['magstim-90mm-circular', 'magventure-mc-125', 'magventure-c-100', 'magventure-mcf-75', 'magventure-mmc-140'];

function totalMoment(dipoles: Dipoles, sign: number): number {
  let sum = 0;
  for (let i = 2; i < dipoles.moments.length; i += 3) if (dipoles.moments[i] * sign > 0) sum += dipoles.moments[i];
  return sum * sign;
}

/** Every object with a value and a unit in a file as it lies on disk. */
function sourcedEntries(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'value' in value && 'unit' in value ? [value as Record<string, unknown>] : [];
  return [...own, ...Object.values(value).flatMap(sourcedEntries)];
}

describe('The shipped coils', () => {
  it('are all there, under their ids', () => {
    expect([...COIL_IDS].sort()).toEqual([...SHIPPED].sort());
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
    expect(files.sort()).toEqual(SHIPPED.map((id) => `${id}.json`).sort());
  });

  it.each(SHIPPED)('%s has a unit, a source and a grade for every number', (id) => {
    const text = readFileSync(join(FOLDER, `${id}.json`), 'utf8');
    const entries = sourcedEntries(JSON.parse(text));
    expect(entries.length).toBeGreaterThan(10);
    for (const entry of entries) {
      expect(String(entry.source).length).toBeGreaterThan(5);
      expect(VERIFICATIONS).toContain(entry.verification);
      expect(['mm', 'deg', 'mm/rad', '1', 'cm', 'cm²', 'm²']).toContain(entry.unit);
    }
    // Nothing beside ids may be a bare number.
    const bare = text.split('\n').filter((line) => /":\s*-?\d/.test(line) && !/"value":/.test(line));
    expect(bare).toEqual([]);
  });

  it.each(SHIPPED)('%s is within 0.5 %% of its dense winding with 40 dipoles per wing, 80 for one, as its file says', (id) => {
    const coil = coilById(id);
    const { dipoles, relative, largest } = dipoleError(coil);
    expect(dipoles).toBe(coil.wings.length === 1 ? 80 : 40 * coil.wings.length);
    // Three groups of turns a wing at most: the time of a field grows with the dipoles.
    expect(coil.wings.length).toBeLessThanOrEqual(6);
    expect(relative).toBeLessThan(0.005);
    const stored = coil.dipoleApproximation!;
    expect(stored.dipoles.value).toBe(dipoles);
    expect(Math.abs(stored.error.value / relative - 1)).toBeLessThan(0.01);
    expect(Math.abs(stored.largestError.value / largest - 1)).toBeLessThan(0.01);
  });

  it.each(SHIPPED)('%s lies within the published ranges of its kind, or says why not, and as it did before', (id) => {
    const coil = coilById(id);
    const { peak, halfValueDepth, tangentialSpread } = focality(placeDipoles(coilDipoles(coil), contactOnSphere(coil, 0.085)), 0.07);
    const [least, most] = coil.focality.halfValueDepth.value;
    const inside = halfValueDepth >= least && halfValueDepth <= most && tangentialSpread >= coil.focality.lowestTangentialSpread.value;
    expect(inside || coil.focality.explanation.length > 20).toBe(true);
    const [expectedPeak, expectedDepth, expectedSpread] = COIL_MEASURES[id];
    expect(Math.abs(peak / expectedPeak - 1)).toBeLessThan(5e-4);
    expect(Math.abs(halfValueDepth / expectedDepth - 1)).toBeLessThan(1e-3);
    expect(Math.abs(tangentialSpread / expectedSpread - 1)).toBeLessThan(5e-3);
  });

  it.each(SHIPPED.filter((id) => !ROUND.includes(id)))('%s drives the field under its center along +y', (id) => {
    const coil = coilById(id);
    const pose = contactOnSphere(coil, 0.085);
    const field = sphereElectricField(placeDipoles(coilDipoles(coil), pose), [0, 0, 0], [0, 0, 0.07], new Float64Array(3));
    expect(field[1]).toBeGreaterThan(0);
    expect(Math.hypot(field[0], field[2])).toBeLessThan(0.02 * field[1]);
  });
});

describe('The Magstim 70 mm', () => {
  const coil = coilById('magstim-70mm-figure8');

  it('has 0.037398 m² of turns per wing, once and not three times', () => {
    const dense = denseWindingDipoles(coil);
    for (const sign of [1, -1]) expect(Math.abs(totalMoment(dense, sign) / 0.037398 - 1)).toBeLessThan(2e-5);
    expect(Math.abs(totalMoment(coilDipoles(coil), 1) / 0.037398 - 1)).toBeLessThan(1e-3);
  });

  it('has the reference field with its dense winding, gap 0', () => {
    const placed = placeDipoles(denseWindingDipoles(coil), contactOnSphere(coil, 0.085));
    for (const { point, magnitude } of MAGSTIM_70) {
      const field = sphereElectricField(placed, [0, 0, 0], point, new Float64Array(3));
      expect(Math.abs((Math.hypot(...field) * 1e6) / magnitude - 1)).toBeLessThan(3e-3);
    }
  });

  it('approaches its dense winding as dipoles are added: ten times closer with half as many more', () => {
    const sizes = [[1], [4, 7], [5, 8, 10], [8, 14, 18]];
    const errors = sizes.map((rings) => dipoleError(coil, coilDipoles(coil, rings)).relative);
    for (let i = 0; i + 1 < errors.length; i++) expect(errors[i + 1]).toBeLessThan(errors[i] / 4);
    expect(errors[0]).toBeGreaterThan(0.2);
    expect(errors[3]).toBeLessThan(0.001);
  });
});

describe('A coil description', () => {
  const raw = () => JSON.parse(readFileSync(join(FOLDER, 'magstim-70mm-figure8.json'), 'utf8'));
  const broken = (change: (file: ReturnType<typeof raw>) => void) => () => {
    const file = raw();
    change(file);
    return parseCoilDescription(file);
  };

  it('comes out in meters and radians', () => {
    const coil: CoilDescription = parseCoilDescription(raw());
    expect(coil.wings[0].center.value[0]).toBeCloseTo(0.045, 12);
    expect(coil.wings[0].center.unit).toBe('m');
    expect(coil.wings[0].tilt.unit).toBe('rad');
  });

  it('is refused by the name of the field that does not fit', () => {
    expect(broken((f) => (f.wings[0].sense.value = 2))).toThrow(/^coil\.wings\.0\.sense\.value must/);
    expect(broken((f) => (f.wings[1].layers[0].turns.radii.value = []))).toThrow(/^coil\.wings\.1\.layers\.0\.turns\.radii\.value must/);
    expect(broken((f) => (f.wings[0].center.unit = 'm'))).toThrow(/^coil\.wings\.0\.center\.unit must/);
    expect(broken((f) => (f.casing.margin.verification = 'certain'))).toThrow(/^coil\.casing\.margin\.verification must/);
    expect(broken((f) => (f.surprise = 1))).toThrow(/^coil must/);
    expect(() => parseCoilDescription(null)).toThrow(/^coil must/);
    expect(() => coilById('magstim-0')).toThrow(/^coil\.id must be one of magstim-d70, magstim-70mm-figure8/);
  });
});
