import { boundaryElementField, createBoundaryElementModel, solveCharges } from '../../src/physics/boundaryElements/boundaryElementModel';
import type { ConductorShell } from '../../src/physics/boundaryElements/conductorShell';
import type { Dipoles } from '../../src/physics/dipoles';
import { primaryField } from '../../src/physics/primaryField';
import { sphereElectricField } from '../../src/physics/sphereElectricField';
import { icosphere } from '../physics/boundaryElements/icosphere';
import { relativeError } from '../physics/boundaryElements/relativeError';
import type { ValidationCase } from './validationCase';

export const title = 'Boundary elements against the closed form of the sphere';

const SOURCE = 'prototype (independent float64 program); figure-8 15 mm above a head of 85 mm, relative L2 norm over 400 points';
const POINTS = cap(0.065, 400);
const DIPOLES = figureEight(0.1);
const EXACT = sphereElectricField(DIPOLES, [0, 0, 0], POINTS, new Float64Array(POINTS.length));

/** Directions of the upper half, from a golden spiral. */
function cap(radius: number, count: number): Float64Array {
  return Float64Array.from({ length: 3 * count }, (_, i) => {
    const k = Math.floor(i / 3);
    const z = (k + 0.5) / count;
    const s = Math.sqrt(1 - z * z);
    return radius * [s * Math.cos(2.399963 * k), s * Math.sin(2.399963 * k), z][i % 3];
  });
}

/** Two wings of opposite sense, four rings of 16 dipoles each, in the plane at height z [m]. */
function figureEight(z: number): Dipoles {
  const positions: number[] = [];
  const moments: number[] = [];
  for (const side of [-1, 1]) {
    for (const radius of [0.01, 0.02, 0.03, 0.04]) {
      for (let k = 0; k < 16; k++) {
        const angle = (k * Math.PI) / 8;
        positions.push(0.045 * side + radius * Math.cos(angle), radius * Math.sin(angle), z);
        moments.push(0, 0, side * radius * (1 - radius / 0.05));
      }
    }
  }
  return { positions: Float64Array.from(positions), moments: Float64Array.from(moments) };
}

const oneShell = (level: number): ConductorShell[] => [icosphere(0.085, level, 0.33, 0)];
const threeShells = (level: number): ConductorShell[] => [
  icosphere(0.085, level, 0.33, 0),
  icosphere(0.08, level, 0.0168, 0.33),
  icosphere(0.074, level, 0.33, 0.0168),
];

function errorOf(shells: readonly ConductorShell[]): number {
  const model = createBoundaryElementModel(shells);
  return relativeError(boundaryElementField(model.facets, solveCharges(model, DIPOLES), DIPOLES, POINTS), EXACT);
}

/** The prototype's error is a bound: smaller is better. */
function atMost(name: string, computed: number, expected: number): ValidationCase {
  const row = { case: name, expected: `≤ ${expected}`, computed, unit: '1', relativeError: Math.max(0, computed / expected - 1) };
  return { ...row, tolerance: 0.2, source: SOURCE };
}

/** About one minute. */
export function boundaryElementCases(): ValidationCase[] {
  const one = [3, 4].map((level) => errorOf(oneShell(level)));
  const three = [3, 4].map((level) => errorOf(threeShells(level)));
  const rate = (name: string, [coarse, fine]: number[]): ValidationCase => ({
    case: `${name}: error of 1280 facets over error of 5120`,
    expected: 4,
    computed: coarse / fine,
    relativeError: Math.abs(coarse / fine / 4 - 1),
    tolerance: 0.2,
    source: 'second order: halving the edge divides the error by four',
  });
  const primary = relativeError(primaryField(DIPOLES, POINTS, new Float64Array(POINTS.length)), EXACT);
  return [
    atMost('one shell, 1280 facets: error', one[0], 0.0048),
    atMost('one shell, 5120 facets: error', one[1], 0.0012),
    rate('one shell', one),
    atMost('three shells (85/80/74 mm, 0.33/0.0168/0.33 S/m), 3×1280 facets: error', three[0], 0.0042),
    atMost('three shells, 3×5120 facets: error', three[1], 0.0007),
    rate('three shells', three),
    {
      case: 'primary field alone: error (that the agreement is not the primary field)',
      expected: '≥ 0.24',
      computed: primary,
      unit: '1',
      relativeError: Math.max(0, 1 - primary / 0.24),
      tolerance: 0,
      source: 'prototype',
    },
  ];
}
