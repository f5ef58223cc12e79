import { measuresAtGap } from '../field/measures/measuresAtGap';
import { readouts } from '../field/measures/readouts';
import { fieldUnderCoil } from '../field/measures/underCoil';
import type { SceneSource } from '../field/simulation/sceneSource';

/** What of the scene a task can be about; each is read off the scene by the rule that the screen uses. */
export const QUANTITY_IDS = [
  'fieldAtTarget',
  'peakField',
  'strongestField',
  'fieldUnderCoil',
  'peakFromTarget',
  'coilFromTarget',
  'areaAboveHalf',
  'halfDepth',
  'spread',
  'gap',
  'windingDistance',
  'handleAngle',
  'didt',
  'pulseWidth',
  'thresholdPulses',
  'thresholdError',
] as const;
export type QuantityId = (typeof QUANTITY_IDS)[number];

type Read = Pick<SceneSource, 'store' | 'session' | 'snapshot' | 'head'>;

interface Quantity {
  readonly label: string;
  /** The unit in which lessons write it. */
  readonly unit: string;
  /** In that unit; null while it is not known, or where the model shown has another unit. */
  readonly read: (scene: Read) => number | null;
}

const DEGREES = 180 / Math.PI;

/** Of the magnitude of the electric field, whatever component is colored. */
function electric(scene: Read) {
  const shown = readouts(scene.snapshot(), { ...scene.store.getState(), fieldComponent: 'magnitude' });
  return shown?.unit === 'V/m' ? shown : null;
}

function underCoil(scene: Read): number | null {
  if (!electric(scene)) return null;
  return fieldUnderCoil(scene.snapshot(), scene.head.cortex, { ...scene.store.getState(), fieldComponent: 'magnitude' });
}

const sphere = ({ snapshot, store }: Read) => measuresAtGap(snapshot().coil, store.getState().coilDistance);

function thresholdError({ session }: Read): number | null {
  const { answer } = session.getState().threshold;
  return answer && 100 * Math.abs(answer.estimate - answer.truth);
}

const times = (value: number | null | undefined, factor: number): number | null => (value == null ? null : value * factor);

export const QUANTITIES: Readonly<Record<QuantityId, Quantity>> = {
  fieldAtTarget: { label: 'field at the target', unit: 'V/m', read: (scene) => electric(scene)?.atTarget ?? null },
  peakField: { label: 'peak field (99.9th percentile)', unit: 'V/m', read: (scene) => electric(scene)?.peak ?? null },
  strongestField: { label: 'strongest field on the cortex', unit: 'V/m', read: (scene) => electric(scene)?.maximum ?? null },
  fieldUnderCoil: { label: 'field under the coil', unit: 'V/m', read: underCoil },
  peakFromTarget: {
    label: 'from the strongest point to the target',
    unit: 'mm',
    read: (scene) => times(electric(scene)?.peakDistance, 1e3),
  },
  coilFromTarget: {
    label: 'from the coil to the target’s scalp point',
    unit: 'mm',
    read: ({ snapshot }) => times(snapshot().under.fromTarget, 1e3),
  },
  areaAboveHalf: { label: 'cortex above half the peak', unit: 'cm²', read: (scene) => times(electric(scene)?.areaAboveHalf, 1e4) },
  halfDepth: { label: 'half-value depth in a sphere', unit: 'mm', read: (scene) => times(sphere(scene)?.halfValueDepth, 1e3) },
  spread: { label: 'spread in a sphere', unit: 'cm²', read: (scene) => times(sphere(scene)?.tangentialSpread, 1e4) },
  gap: { label: 'gap between casing and scalp', unit: 'mm', read: ({ store }) => store.getState().coilDistance * 1e3 },
  windingDistance: {
    label: 'from the nearest winding to the scalp',
    unit: 'mm',
    read: ({ snapshot }) => snapshot().windingDistance() * 1e3,
  },
  handleAngle: { label: 'handle angle', unit: '°', read: ({ store }) => store.getState().handleAngle * DEGREES },
  didt: { label: 'rate of the current', unit: 'A/µs', read: ({ store }) => store.getState().dIdt * 1e-6 },
  pulseWidth: { label: 'pulse width', unit: 'µs', read: ({ store }) => store.getState().pulseWidth * 1e6 },
  thresholdPulses: { label: 'pulses of the hunt', unit: '1', read: ({ session }) => session.getState().threshold.trials },
  thresholdError: { label: 'error of the threshold that was named', unit: '% of the output', read: thresholdError },
};

export const quantityUnit = (id: QuantityId): string => QUANTITIES[id].unit;
