import { describe, expect, it } from 'vitest';
import { coloringOf } from '../../src/field/color/coloring';
import { keepScene } from '../../src/field/simulation/comparison';
import { applyColoring, createStageModel } from '../../src/scene/stageModel';
import { type Choices, FIELD_COMPONENTS, type FieldModel } from '../../src/state/choices';
import { choose } from '../../src/state/store';
import { fakeField, fakeScene } from '../field/fakeScene';

/** What the stage's uniforms are for a scene whose field was computed by `computed`. */
function drawn(change: Partial<Choices>, computed: FieldModel) {
  const scene = fakeScene(change, { field: fakeField(computed) });
  const model = createStageModel(4);
  const draw = () => {
    const [snapshot, choices] = [scene.source.snapshot(), scene.store.getState()];
    const coloring = coloringOf(snapshot, choices, scene.comparison.getState());
    applyColoring(model, coloring, snapshot, choices);
    return coloring;
  };
  return { ...scene, uniforms: model.uniforms, coloring: draw(), draw };
}

describe('The stage', () => {
  it('colors the component and the scale that the legend has', () => {
    const { uniforms, coloring } = drawn({ fieldComponent: 'normal', fieldLimit: 90 }, 'sphere');
    expect(uniforms.component.value).toBe(FIELD_COMPONENTS.indexOf('normal'));
    expect(uniforms.colorTable.value.image.data).toBe(coloring.scale.table);
    expect([uniforms.colorLimit.value, uniforms.signedScale.value, uniforms.logSpan.value]).toEqual([90, true, 0]);
    expect(uniforms.fadeIn.value.toArray()).toEqual([...coloring.scale.fadeIn]);
    expect(uniforms.showContours.value).toBe(false);
    expect(uniforms.showDifference.value).toBe(false);
  });

  it('multiplies the field by the source of the model that was computed, whatever is chosen', () => {
    const electric = drawn({ fieldModel: 'magneticFluxDensity', dIdt: 50e6 }, 'sphere');
    expect(electric.uniforms.fieldScale.value).toBeCloseTo(2e-6 * 50e6, 9);
    const magnetic = drawn({ fieldModel: 'sphere', dIdt: 50e6 }, 'magneticFluxDensity');
    // Peak current of some thousand amperes, not a rate of millions.
    expect(magnetic.uniforms.fieldScale.value).toBeLessThan(0.05);
    expect(magnetic.uniforms.colorLimit.value).toBe(magnetic.store.getState().fluxLimit);
    const nothing = drawn({}, 'sphere');
    nothing.publish({ field: null });
    nothing.draw();
    expect(nothing.uniforms.fieldScale.value).toBe(0);
  });

  it('draws lines at the levels that the legend has', () => {
    const { uniforms, coloring } = drawn({ showContours: true, thresholdField: 70 }, 'sphere');
    expect(uniforms.showContours.value).toBe(true);
    expect(uniforms.contourLevels.value.toArray()).toEqual([coloring.lines!.halfPeak, 70]);
    expect(drawn({ showContours: true }, 'magneticFluxDensity').uniforms.contourLevels.value.y).toBe(0);
  });

  it('subtracts the kept field with the source that it had then, and ends that with the difference', () => {
    const { uniforms, source, store, comparison, draw } = drawn({ fieldModel: 'sphere', fieldComponent: 'normal', dIdt: 50e6 }, 'sphere');
    keepScene(source);
    choose(store, { dIdt: 80e6 });
    comparison.setState({ shown: 'difference', differenceLimit: 20 });
    draw();
    expect([uniforms.showDifference.value, uniforms.component.value, uniforms.colorLimit.value]).toEqual([true, 0, 20]);
    expect(uniforms.otherScale.value).toBeCloseTo(2e-6 * 50e6, 9);
    expect(uniforms.fieldScale.value).toBeCloseTo(2e-6 * 80e6, 9);
    expect(uniforms.otherGrid.value.image.data).toBe(comparison.getState().kept!.snapshot.field.texels);
    comparison.setState({ shown: 'b' });
    draw();
    expect([uniforms.showDifference.value, uniforms.component.value]).toEqual([false, FIELD_COMPONENTS.indexOf('normal')]);
  });
});
