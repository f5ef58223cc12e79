import { describe, expect, it } from 'vitest';
import { coloringOf } from '../../../src/field/color/coloring';
import { readouts } from '../../../src/field/measures/readouts';
import type { SimulationSnapshot } from '../../../src/field/simulation/sceneSnapshot';
import { captionLines } from '../../../src/figure/content/caption';
import { type Choices, type FieldModel, INITIAL_CHOICES } from '../../../src/state/choices';
import { fakeField, fakeScene } from '../../field/fakeScene';

/** The caption of a scene whose field was computed by `model`, with 100 A/µs: |E| 50 V/m at the target. */
function caption(change: Partial<Choices>, model: FieldModel, scene: Partial<SimulationSnapshot> = {}): string[] {
  const choices = { ...INITIAL_CHOICES, dIdt: 100e6, ...change };
  const { source } = fakeScene(choices, { field: fakeField(model), ...scene });
  const snapshot = source.snapshot();
  const facts = { snapshot, choices, coloring: coloringOf(snapshot, choices, null), shown: readouts(snapshot, choices)!, underCoil: 95 };
  return captionLines(facts, '1.2.3').map((line) => line.replaceAll('\u202f', ' '));
}

describe('The caption of a picture', () => {
  it('names the model that was drawn, not the one that was chosen', () => {
    const standIn = caption({ fieldModel: 'modes' }, 'sphere');
    expect(standIn.join(' ')).toContain('model: total electric field in the best-fitting conducting sphere (exact);');
    expect(standIn.join(' ')).not.toContain('three-shell');
    expect(caption({ fieldModel: 'modes' }, 'modes')[2]).toContain(
      'model: total electric field in the three-shell head (boundary elements);',
    );
    expect(caption({ fieldModel: 'sphere' }, 'primaryField')[2]).toContain(
      'model: primary electric field alone (not the field in the brain);',
    );
  });

  it('says that the current is reversed where it is', () => {
    expect(caption({ currentReversed: true }, 'sphere')[1]).toContain('A coil (current reversed), F3;');
    expect(caption({}, 'sphere')[1]).toContain('A coil, F3;');
  });

  it('has numbers and scale in the unit of what was drawn', () => {
    const [title, , how] = caption({ fieldModel: 'sphere', fluxLimit: 0.6 }, 'magneticFluxDensity');
    expect(title).toMatch(/^\d+\.\d\d T at F3; peak \d+\.\d\d T$/);
    expect(how).toContain('; color scale 0 to 0.60 T.');
    expect(how).toContain('flux density of the coil in air, at peak current');
    expect(caption({ fieldModel: 'magneticFluxDensity' }, 'sphere')[0]).toBe('50 V/m at F3; peak 90 V/m');
    expect(caption({ fieldModel: 'magneticFluxDensity' }, 'sphere')[2]).toContain('; color scale 0 to 120 V/m.');
  });

  it('says of a logarithmic scale that it is one and where it begins, and of a signed one both ends', () => {
    expect(caption({ logScale: true }, 'sphere')[2]).toContain('; logarithmic color scale 1.2 V/m to 120 V/m.');
    expect(caption({ logScale: true }, 'magneticFluxDensity')[2]).toContain('; logarithmic color scale 0.0060 T to 0.60 T.');
    const signed = caption({ logScale: true, fieldComponent: 'normal' }, 'sphere');
    expect(signed[2]).toContain('; color scale \u2212120 V/m to 120 V/m.');
    expect(signed[0]).toBe('\u221240 V/m at F3; peak 72 V/m');
    expect(signed[3]).toMatch(/^Field along the outward normal of the cortex/);
  });

  it('tells coil, target, how the coil is held, the pulse, and that it is no clinical tool', () => {
    const lines = caption({ handleAngle: 0.5, coilDistance: 0.004, offsetForward: 0.01, offsetRight: -0.02 }, 'sphere');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toBe('A coil, F3; handle 29°, casing 4.0 mm above the scalp, 10 mm forward, \u221220 mm right.');
    expect(lines[2]).toMatch(/^dI\/dt 100\.?\d* A\/µs, biphasic pulse; .*Head: Colin27 \(MNI\)\.$/);
    expect(lines[3]).toMatch(/^Coilscope 1\.2\.3\. Teaching model, not for clinical use\. /);
    expect(lines[3]).toMatch(/ No measured model of A coil is known here to compare it with\.$/);
  });

  it('far from the target begins with the place under the coil, and says from where the offsets are', () => {
    const near = fakeScene().source.snapshot();
    const under = { ...near.under, nearTarget: false, region: { name: 'Primary motor cortex' } } as typeof near.under;
    const lines = caption({ anchorId: 'Cz', offsetForward: 0.002 }, 'sphere', { under });
    expect(lines[0]).toBe('95 V/m under Cz, left primary motor cortex; 50 V/m at the target, F3; peak 90 V/m');
    expect(lines[1]).toContain('A coil, over Cz, left primary motor cortex; handle 45°,');
    expect(lines[1]).toMatch(/, 2 mm forward, 0 mm right of Cz\.$/);
  });
});
