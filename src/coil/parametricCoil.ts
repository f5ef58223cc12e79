import { inputError } from '../core/inputError';
import type { Sourced } from '../core/sourced';
import type { CoilDescription, Layer, Wing } from './coilDescription';
import { NO_PUBLISHED_FOCALITY } from './publishedFocality';

/** The coil of the editor; lengths in meters, angles in radians. */
export interface ParametricCoil {
  readonly wings: 1 | 2;
  /** Radii of the innermost and the outermost turn. */
  readonly innerRadius: number;
  readonly outerRadius: number;
  readonly turns: number;
  /** Layers of copper, each with all the turns, in series. */
  readonly layers: number;
  /** Between the middles of neighboring layers. */
  readonly layerSpacing: number;
  /** Between the centers of two wings. */
  readonly wingSpacing: number;
  /** How far each of two wings is turned toward the head. */
  readonly wingAngle: number;
}

export interface ParameterLimits {
  readonly least: number;
  readonly most: number;
  readonly unit: string;
}

/** What the editor allows. */
export const PARAMETRIC_LIMITS: Readonly<Record<keyof ParametricCoil, ParameterLimits>> = {
  wings: { least: 1, most: 2, unit: '1' },
  innerRadius: { least: 0.003, most: 0.1, unit: 'm' },
  outerRadius: { least: 0.005, most: 0.12, unit: 'm' },
  turns: { least: 1, most: 40, unit: '1' },
  layers: { least: 1, most: 6, unit: '1' },
  layerSpacing: { least: 0.001, most: 0.012, unit: 'm' },
  wingSpacing: { least: 0, most: 0.25, unit: 'm' },
  wingAngle: { least: 0, most: (60 * Math.PI) / 180, unit: 'rad' },
};

/** Copper 3 mm behind the face and strips half a millimeter narrower than their pitch: what the editor does not ask. */
const FRONT = 0.003;
const STRIP_HEIGHT = 0.003;
const WIDEST_STRIP = 0.004;
const CASING_MARGIN = 0.006;
const CASING_BACK = 0.008;

const SOURCE = 'own-coil';

/** The description of an edited coil: circular turns at equal steps, wings at ±half the spacing, bent about the midline. */
export function parametricCoil(parameters: ParametricCoil): CoilDescription {
  checkParameters(parameters);
  const typed = <T>(value: T, unit: string): Sourced<T> => ({ value, unit, source: SOURCE, verification: 'assumed' });
  const { innerRadius, outerRadius, turns, layers, layerSpacing, wings, wingSpacing, wingAngle } = parameters;
  const pitch = turns > 1 ? (outerRadius - innerRadius) / (turns - 1) : WIDEST_STRIP;
  const radii = Array.from({ length: turns }, (_, i) => (turns > 1 ? innerRadius + pitch * i : (innerRadius + outerRadius) / 2));
  const layerList: Layer[] = Array.from({ length: layers }, (_, i) => ({
    depth: typed(-(FRONT + STRIP_HEIGHT / 2 + i * layerSpacing), 'm'),
    currentShare: typed(1, '1'),
    turns: { kind: 'circles', radii: typed(radii, 'm') },
  }));
  const wing = (side: number): Wing => ({
    center: typed([(side * wingSpacing) / 2, 0] as const, 'm'),
    sense: typed(side < 0 ? -1 : 1, '1'),
    tilt: typed(wings === 2 ? wingAngle : 0, 'rad'),
    hinge: typed(0, 'm'),
    layers: layerList,
  });
  const thickness = FRONT + STRIP_HEIGHT + (layers - 1) * layerSpacing + CASING_BACK;
  return {
    id: 'edited',
    name: 'Edited coil',
    manufacturer: 'none',
    fieldPattern: wings === 2 ? 'figure8' : 'circular',
    description: 'A coil from the editor.',
    wings: wings === 2 ? [wing(1), wing(-1)] : [wing(0)],
    conductor: { width: typed(Math.min(WIDEST_STRIP, 0.8 * pitch), 'm'), height: typed(Math.min(STRIP_HEIGHT, 0.9 * layerSpacing), 'm') },
    casing: { margin: typed(CASING_MARGIN, 'm'), thickness: typed(thickness, 'm') },
    focality: NO_PUBLISHED_FOCALITY,
    notes: ['No such coil exists: inductance, heat and forces are not considered.'],
  };
}

function checkParameters(parameters: ParametricCoil): void {
  for (const [name, { least, most, unit }] of Object.entries(PARAMETRIC_LIMITS)) {
    const value = parameters[name as keyof ParametricCoil];
    const suffix = unit === '1' ? '' : ` ${unit}`;
    if (!(value >= least && value <= most)) throw inputError(name, `be ${least} to ${most}${suffix}`, value);
  }
  for (const name of ['wings', 'turns', 'layers'] as const) {
    if (!Number.isInteger(parameters[name])) throw inputError(name, 'be a whole number', parameters[name]);
  }
  if (parameters.outerRadius < parameters.innerRadius) {
    throw inputError('outerRadius', `be at least the inner radius, ${parameters.innerRadius} m`, parameters.outerRadius);
  }
}
