import { coilById } from '../../src/coil/coilLibrary';
import { contactOnSphere } from '../../src/coil/contactOnSphere';
import { placeDipoles } from '../../src/coil/placeDipoles';
import { coilDipoles } from '../../src/coil/windings/windingsToDipoles';
import { add, cross, dot, norm, scale, subtract, type Vec3 } from '../../src/core/vec3';
import { focality } from '../../src/physics/focality';
import { sphereElectricField } from '../../src/physics/sphereElectricField';
import { vectorPotential } from '../../src/physics/vectorPotential';
import type { BenchCase } from './benchCase';

const POINTS = 20_000;
const coil = coilById('magstim-70mm-figure8');
const dipoles = placeDipoles(coilDipoles(coil), contactOnSphere(coil, 0.085));
const points = cortexPoints();
const out = new Float64Array(3 * POINTS);

function cortexPoints(): Float64Array {
  const golden = Math.PI * (3 - Math.sqrt(5));
  const all = new Float64Array(3 * POINTS);
  for (let i = 0; i < POINTS; i++) {
    const z = 1 - (2 * i + 1) / POINTS;
    const rho = Math.sqrt(1 - z * z);
    all.set([0.07 * rho * Math.cos(golden * i), 0.07 * rho * Math.sin(golden * i), 0.07 * z], 3 * i);
  }
  return all;
}

/** The formula as it is printed, on small vectors: the losing attempt. */
function asPrinted(): void {
  for (let p = 0; p < POINTS; p++) {
    const r1: Vec3 = [points[3 * p], points[3 * p + 1], points[3 * p + 2]];
    let sum: Vec3 = [0, 0, 0];
    for (let d = 0; d < dipoles.positions.length; d += 3) {
      const r2: Vec3 = [dipoles.positions[d], dipoles.positions[d + 1], dipoles.positions[d + 2]];
      const m: Vec3 = [dipoles.moments[d], dipoles.moments[d + 1], dipoles.moments[d + 2]];
      sum = add(sum, oneDipole(r1, r2, m));
    }
    out.set(sum, 3 * p);
  }
}

function oneDipole(r1: Vec3, r2: Vec3, m: Vec3): Vec3 {
  const offset = subtract(r2, r1);
  const a = norm(offset);
  const r = norm(r2);
  const along = dot(r2, offset) / a;
  const f = a * (r * a + along * a);
  const gradient = subtract(scale(r2, (a * a) / r + 2 * a + 2 * r + along), scale(r1, a + 2 * r + along));
  const bracket = subtract(scale(cross(r1, m), f), scale(cross(r1, r2), dot(m, gradient)));
  return scale(bracket, -1e-7 / (f * f));
}

export const benchCases: readonly BenchCase[] = [
  {
    name: `sphere formula, ${POINTS} points × ${dipoles.positions.length / 3} dipoles, TypeScript kernel`,
    unit: 'ms',
    run: () => {
      sphereElectricField(dipoles, [0, 0, 0], points, out);
    },
    twin: { name: 'the formula as printed, on small vectors', run: asPrinted },
  },
  {
    name: `vector potential, ${POINTS} points × ${dipoles.positions.length / 3} dipoles`,
    unit: 'ms',
    run: () => {
      vectorPotential(dipoles, points, out);
    },
  },
  {
    name: 'moment-matched dipoles of the Magstim 70 mm',
    unit: 'ms',
    run: () => {
      coilDipoles(coil);
    },
  },
  {
    name: 'half-value depth and volume of the Magstim 70 mm',
    unit: 'ms',
    run: () => {
      focality(dipoles, 0.07);
    },
  },
];
