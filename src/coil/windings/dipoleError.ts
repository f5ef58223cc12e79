import type { Dipoles } from '../../physics/dipoles';
import { sphereElectricField } from '../../physics/sphereElectricField';
import type { CoilDescription } from '../coilDescription';
import { contactOnSphere } from '../contactOnSphere';
import { placeDipoles } from '../placeDipoles';
import { denseWindingDipoles } from './denseWindingDipoles';
import { coilDipoles } from './windingsToDipoles';

const HEAD_RADIUS = 0.085;
const CORTEX_RADIUS = 0.07;
const RINGS = 12;
const CAP_ANGLE = Math.PI / 3;

export interface DipoleError {
  readonly dipoles: number;
  /** Relative L2 difference of the field vectors. */
  readonly relative: number;
  /** Largest difference over the largest field. */
  readonly largest: number;
}

/**
 * How far the few dipoles of `coilDipoles` (or those given) are from the dense winding: total field in the sphere of 85 mm, at gap 0, on the
 * cortical cap of 70 mm out to 60° from the coil's axis.
 */
export function dipoleError(coil: CoilDescription, dipoles: Dipoles = coilDipoles(coil)): DipoleError {
  const pose = contactOnSphere(coil, HEAD_RADIUS);
  const cap = corticalCap();
  const field = (d: Dipoles) => sphereElectricField(placeDipoles(d, pose), [0, 0, 0], cap, new Float64Array(cap.length));
  const exact = field(denseWindingDipoles(coil));
  const approximate = field(dipoles);
  let difference = 0;
  let total = 0;
  let largest = 0;
  let peak = 0;
  for (let i = 0; i < cap.length; i += 3) {
    let d = 0;
    let e = 0;
    for (let k = i; k < i + 3; k++) {
      d += (approximate[k] - exact[k]) ** 2;
      e += exact[k] ** 2;
    }
    difference += d;
    total += e;
    largest = Math.max(largest, d);
    peak = Math.max(peak, e);
  }
  return {
    dipoles: dipoles.positions.length / 3,
    relative: Math.sqrt(difference / total),
    largest: Math.sqrt(largest / peak),
  };
}

/** Points of about equal density on the cap, stride 3. */
function corticalCap(): Float64Array {
  const points: number[] = [];
  for (let ring = 0; ring <= RINGS; ring++) {
    const polar = (CAP_ANGLE * ring) / RINGS;
    const count = Math.max(1, 6 * ring);
    for (let k = 0; k < count; k++) {
      const azimuth = (2 * Math.PI * k) / count;
      points.push(
        CORTEX_RADIUS * Math.sin(polar) * Math.cos(azimuth),
        CORTEX_RADIUS * Math.sin(polar) * Math.sin(azimuth),
        CORTEX_RADIUS * Math.cos(polar),
      );
    }
  }
  return Float64Array.from(points);
}
