import { coilById } from '../../src/coil/coilLibrary';
import { contactOnSphere } from '../../src/coil/contactOnSphere';
import { placeDipoles } from '../../src/coil/placeDipoles';
import { denseWindingDipoles } from '../../src/coil/windings/denseWindingDipoles';
import { dot, norm, rotateAbout, type Vec3 } from '../../src/core/vec3';
import { circularTurnFluxDensity } from '../../src/physics/circularTurnFluxDensity';
import { circularTurnVectorPotential } from '../../src/physics/circularTurnVectorPotential';
import type { Dipoles } from '../../src/physics/dipoles';
import { magneticFluxDensity } from '../../src/physics/magneticFluxDensity';
import { primaryField } from '../../src/physics/primaryField';
import { sarvasField } from '../../src/physics/sarvasField';
import { segmentVectorPotential } from '../../src/physics/segmentVectorPotential';
import { sphereElectricField } from '../../src/physics/sphereElectricField';
import { curl } from '../physics/differences';
import { loopDipoles } from '../physics/loopDipoles';
import { relativeDifference } from '../physics/relativeDifference';
import { LOOP, MAGSTIM_70, TANGENTIAL_DIPOLE } from '../reference/physicsFigures';
import { compareFigures, expectSmall, type ValidationCase } from './validationCase';

export const title = 'Fields of coils and dipoles, and of the conducting sphere';

const HELLER = 'Heller & van Hulsteyn 1992, doi 10.1016/S0006-3495(92)81587-4';
const DIPOLE: Dipoles = { positions: Float64Array.of(0.03, -0.02, 0.12), moments: Float64Array.of(0.4, 1, -0.7) };
const POINT: Vec3 = [0.02, 0.04, 0.03];

const fieldOf = (dipoles: Dipoles, point: readonly number[]): Vec3 => {
  const out = sphereElectricField(dipoles, [0, 0, 0], point, new Float64Array(3));
  return [out[0], out[1], out[2]];
};

export function cases(): ValidationCase[] {
  return [...turnCases(), ...sphereCases(), ...identityCases(), ...coilCases()];
}

function turnCases(): ValidationCase[] {
  const center = circularTurnFluxDensity(LOOP.radius, [0, 0, 0], new Float64Array(3))[2] * LOOP.current * 1e3;
  const point = (degrees: number, z: number) => {
    const angle = (degrees * Math.PI) / 180;
    return [LOOP.pointRadius * Math.sin(angle), 0, LOOP.pointRadius * Math.cos(angle) - z];
  };
  const turn = loopDipoles(LOOP.radius, LOOP.height);
  return [
    compareFigures('B at the center of a turn of 45 mm, 1 kA', 'mT', center, LOOP.centerField * 1e3, 1e-7, 'µ0 I / 2R'),
    ...LOOP.potentials.map(([degrees, expected]) => {
      const potential = circularTurnVectorPotential(LOOP.radius, point(degrees, LOOP.height), new Float64Array(3));
      return compareFigures(
        `coaxial turn at 95 mm: dA/dt on 70 mm, ${degrees}°`,
        'V/m',
        potential[1] * 1e6,
        expected,
        1e-5,
        'elliptic integrals; prototype',
      );
    }),
    ...LOOP.potentials.map(([degrees, expected]) =>
      compareFigures(
        `the same through dipoles and the sphere formula, ${degrees}°`,
        'V/m',
        -fieldOf(turn, point(degrees, 0))[1] * 1e6,
        expected,
        1e-3,
        HELLER,
      ),
    ),
    compareFigures('order of convergence of segments of a turn', '1', segmentOrder(), 2, 0.02, 'chord error of a polygon'),
  ];
}

function segmentOrder(): number {
  const points = [0.01, 0.02, 0.03];
  const exact = circularTurnVectorPotential(0.045, points, new Float64Array(3));
  const error = (count: number) => {
    const path = Array.from({ length: count + 1 }, (_, i) => (2 * Math.PI * i) / count).flatMap((t) => [
      0.045 * Math.cos(t),
      0.045 * Math.sin(t),
      0,
    ]);
    return relativeDifference(segmentVectorPotential(path, points, new Float64Array(3)), exact);
  };
  return Math.log2(error(96) / error(192));
}

function sphereCases(): ValidationCase[] {
  const tangential: Dipoles = {
    positions: Float64Array.from(TANGENTIAL_DIPOLE.position),
    moments: Float64Array.from(TANGENTIAL_DIPOLE.moment),
  };
  const [top, side] = TANGENTIAL_DIPOLE.cases;
  const radial: Dipoles = { positions: Float64Array.of(0.05, 0.06, 0.1), moments: Float64Array.of(0.5, 0.6, 1) };
  const offset: Vec3 = [0.05 - POINT[0], 0.06 - POINT[1], 0.1 - POINT[2]];
  const cross = [offset[1] * 1 - offset[2] * 0.6, offset[2] * 0.5 - offset[0] * 1, offset[0] * 0.6 - offset[1] * 0.5];
  const expected = cross.map((value) => (-1e-7 * value) / norm(offset) ** 3);
  return [
    compareFigures(
      'tangential dipole at 300 mm: E at (0, 0, 90) mm',
      'V/m',
      fieldOf(tangential, top.point)[1] * 1e6,
      top.field[1],
      2e-6,
      HELLER,
    ),
    compareFigures(
      'tangential dipole: E at (0, 50, 50) mm, z',
      'V/m',
      fieldOf(tangential, side.point)[2] * 1e6,
      side.field[2],
      2e-6,
      HELLER,
    ),
    expectSmall(
      'tangential dipole: E at the center, over that at 90 mm',
      norm(fieldOf(tangential, [0, 0, 0])) / norm(fieldOf(tangential, top.point)),
      1e-12,
      HELLER,
    ),
    expectSmall(
      'radial dipole against -1e-7 (r2 - r1) × m / |r2 - r1|³',
      relativeDifference(fieldOf(radial, POINT), expected),
      1e-9,
      'closed form',
    ),
  ];
}

function identityCases(): ValidationCase[] {
  const field = fieldOf(DIPOLE, POINT);
  const turn = (v: Vec3) => rotateAbout(v, [0.6, 0, 0.8], 1.1);
  const frame = { x: turn([1, 0, 0]), y: turn([0, 1, 0]), z: turn([0, 0, 1]), origin: [0, 0, 0] as const };
  const flux = magneticFluxDensity(DIPOLE, POINT, new Float64Array(3)).map((value) => -value);
  const q: Vec3 = [0.3, -0.8, 0.5];
  const position: Vec3 = [0.03, -0.02, 0.12];
  const received = -dot(sarvasField(POINT, q, position), [0.4, 1, -0.7]);
  const doubled = { positions: DIPOLE.positions, moments: DIPOLE.moments.map((value) => 2 * value) };
  return [
    expectSmall('E·r over |E||r|', dot(field, POINT) / (norm(field) * norm(POINT)), 1e-14, HELLER),
    expectSmall(
      'curl E + dB/dt over |dB/dt|',
      relativeDifference(
        curl((p) => fieldOf(DIPOLE, p), POINT, 2e-4),
        flux,
      ),
      1e-4,
      "Faraday's law by differences",
    ),
    expectSmall(
      'rotating coil and points rotates E',
      relativeDifference(fieldOf(placeDipoles(DIPOLE, frame), turn(POINT)), turn(field)),
      1e-12,
      'symmetry',
    ),
    expectSmall(
      'twice the moment, twice the field',
      relativeDifference(
        fieldOf(doubled, POINT),
        field.map((value) => 2 * value),
      ),
      1e-15,
      'linearity',
    ),
    compareFigures(
      'reciprocity: E·Q of the coil against -B·m of the current dipole',
      'V·m',
      dot(field, q),
      received,
      1e-9,
      'Sarvas 1987, Phys Med Biol 32:11, a separate code path',
    ),
  ];
}

function coilCases(): ValidationCase[] {
  const coil = coilById('magstim-70mm-figure8');
  const dipoles = placeDipoles(denseWindingDipoles(coil), contactOnSphere(coil, 0.085));
  const top = norm(fieldOf(dipoles, [0, 0, 0.07])) * 1e6;
  const primary = Math.abs(primaryField(dipoles, [0, 0, 0.07], new Float64Array(3))[1]) * 1e6;
  return [
    ...MAGSTIM_70.map(({ point, magnitude }) => {
      const where = point.map((value) => Number((value * 1e3).toFixed(2))).join(', ');
      return compareFigures(
        `Magstim 70 mm, gap 0, dense winding, 1 A/µs: E at (${where}) mm`,
        'V/m',
        norm(fieldOf(dipoles, point)) * 1e6,
        magnitude,
        3e-3,
        'prototype',
      );
    }),
    compareFigures('the same at (0, 0, 70) mm, primary field alone', 'V/m', primary, 2.448, 5e-3, 'prototype; not the field in the brain'),
    compareFigures('primary field over total field there', '1', primary / top, 2.448 / 1.537, 1e-2, 'prototype'),
  ];
}
