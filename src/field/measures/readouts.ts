import { distance, type Vec3 } from '../../core/vec3';
import type { Choices, FieldComponent, FieldModel } from '../../state/choices';
import { pulseOfChoices } from '../pulse/pulseOfChoices';
import type { ComponentMeasures, FieldSummary } from '../simulation/fieldMessages';
import { type FieldUnit, rungOf, unitOfModel } from '../simulation/modelLadder';
import type { SimulationSnapshot } from '../simulation/sceneSnapshot';

/** The summary measures as they are shown: per-unit measures times the source. */
export interface Readouts {
  readonly unit: FieldUnit;
  /** What of the field the measures are about; the normal component has signs. */
  readonly component: FieldComponent;
  /** What the per-unit field is multiplied by: dI/dt [A/s] for electric fields, the peak current [A] for |B|. */
  readonly scale: number;
  /** Mean over the cortex around the target (`targetPatch`). */
  readonly atTarget: number;
  /** Area-weighted 99.9th percentile over the cortex. */
  readonly peak: number;
  readonly maximum: number;
  readonly maximumPoint: Vec3;
  /** From the strongest point of the cortex to the target, in metres. */
  readonly peakDistance: number;
  readonly hotSpotCenter: Vec3;
  /** Cortical area with at least half the peak, in m². */
  readonly areaAboveHalf: number;
}

/** What the per-unit field of a model is multiplied by; the magnetic field follows the current, the electric field its rate. */
export function sourceAmplitude(model: FieldModel, choices: Choices): number {
  return rungOf(model).follows === 'current' ? pulseOfChoices(choices).peakCurrent : choices.dIdt;
}

/** Measures of the chosen component. */
export function chosenMeasures(summary: FieldSummary, component: FieldComponent): ComponentMeasures {
  return component === 'magnitude' ? summary : summary[component];
}

/** Null until the first field is there. */
export function readouts(snapshot: Pick<SimulationSnapshot, 'field' | 'target'>, choices: Choices): Readouts | null {
  const { field, target } = snapshot;
  if (!field) return null;
  const scale = sourceAmplitude(field.model, choices);
  const component = choices.fieldComponent;
  const { summary } = field;
  const measures = chosenMeasures(summary, component);
  return {
    unit: unitOfModel(field.model),
    component,
    scale,
    atTarget: summary.atTarget[component] * scale,
    peak: measures.peak * scale,
    maximum: measures.maximum * scale,
    maximumPoint: measures.maximumPoint,
    peakDistance: distance(measures.maximumPoint, target.cortex),
    hotSpotCenter: measures.hotSpotCenter,
    areaAboveHalf: measures.areaAboveHalf,
  };
}
