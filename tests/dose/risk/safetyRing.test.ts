import { describe, expect, it } from 'vitest';
import { coilById } from '../../../src/coil/coilLibrary';
import { coilDipoles } from '../../../src/coil/windings/windingsToDipoles';
import { MU0 } from '../../../src/core/constants';
import { ringArea, ringInductance } from '../../../src/dose/risk/ringCurrent';
import { ringFluxPerAmpere, scalePeaks, unitRingPeaks } from '../../../src/dose/risk/safetyRing';
import { pulseOfChoices } from '../../../src/field/pulse/pulseOfChoices';
import { magneticFluxDensity } from '../../../src/physics/magneticFluxDensity';
import { INITIAL_CHOICES } from '../../../src/state/choices';

const dipole = { positions: new Float64Array([0, 0, 0]), moments: new Float64Array([0, 0, 0.02]) };
const within = (value: number, expected: number, relative: number) => expect(Math.abs(value / expected - 1)).toBeLessThan(relative);
const ring = { radius: 0.01, wireRadius: 0.0005, resistivity: 4.2e-7 };
const pulse = pulseOfChoices(INITIAL_CHOICES);

describe('The flux through the ring', () => {
  it.each([0.005, 0.01, 0.02])('of radius %s m below a dipole is that of the closed formula', (radius) => {
    const z = 0.05;
    within(ringFluxPerAmpere(dipole, z, radius), (MU0 * 0.02) / (2 * Math.PI * Math.hypot(radius, z) ** 3), 1e-3);
  });

  it('is the field on the axis for a ring without size, also where the field lies across the axis', () => {
    const dipoles = coilDipoles(coilById('magstim-70mm-figure8'));
    const field = magneticFluxDensity(dipoles, [0, 0, 0.04], new Float64Array(3));
    expect(Math.abs(field[2])).toBeLessThan(0.05 * Math.hypot(...field));
    within(ringFluxPerAmpere(dipoles, 0.04, 0), Math.hypot(...field), 1e-12);
  });

  it('falls by more than a hundred from 3 cm to 30 cm', () => {
    const dipoles = coilDipoles(coilById('magstim-70mm-figure8'));
    expect(ringFluxPerAmpere(dipoles, 0.03, 0.01) / ringFluxPerAmpere(dipoles, 0.3, 0.01)).toBeGreaterThan(100);
  });
});

describe('The peaks in the ring', () => {
  const unit = unitRingPeaks(ring, pulse);

  it('have the voltage of area times rate of current, and a current between the limits of resistance and inductance', () => {
    within(unit.emf, ringArea(ring) * pulse.maxdIdt, 0.01);
    expect(unit.current).toBeLessThan((ringArea(ring) * pulse.peakCurrent) / ringInductance(ring));
    const resistance = (2 * ring.radius * ring.resistivity) / ring.wireRadius ** 2;
    expect(unit.current).toBeLessThan(unit.emf / resistance);
    expect(unit.current).toBeGreaterThan(0.5 * (unit.emf / resistance));
  });

  it('reach a larger current in silver than in titanium at the same voltage', () => {
    const silver = unitRingPeaks({ ...ring, resistivity: 1.6e-8 }, pulse);
    expect(silver.current).toBeGreaterThan(2 * unit.current);
    within(silver.emf, unit.emf, 1e-12);
  });

  it('grow with the flux, and the heat with its square', () => {
    const twice = scalePeaks(unit, -2);
    within(twice.emf, 2 * unit.emf, 1e-12);
    within(twice.current, 2 * unit.current, 1e-12);
    within(twice.heat, 4 * unit.heat, 1e-12);
  });
});
