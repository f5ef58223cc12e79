import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Figures of a measured coil, re-entered as facts: frame and origin as here (z into the head, y away from the handle; underside of the casing, or
 * its center for bent coils), lengths in millimeters. Source: Drakaki M, Mathiesen C, Siebner HR, Madsen K, Thielscher A (2022), Database of 25
 * validated coil models for electric field simulations for TMS, Brain Stimul 15, doi 10.1016/j.brs.2022.04.017, evaluated here from its models;
 * `magstim-d50`: an older published dipole model. The current of some was reversed so that the total field under the center points along +y
 * while the current rises.
 */
export interface MeasuredCoil {
  readonly id: string;
  /** As the source names it. */
  readonly title: string;
  /** With which stimulator `largestRate` [A/µs] was measured. */
  readonly stimulator: string | null;
  readonly largestRate: number | null;
  /** Bounding box of the source's dipoles. */
  readonly extent: Readonly<Record<'x' | 'y' | 'z', readonly [number, number]>>;
  /** Sum of the sizes of all dipole moments per ampere [m²], both wings. */
  readonly turnArea: number;
  readonly points: readonly (readonly [number, number, number])[];
  /** [T·m/A] at `points`. */
  readonly vectorPotential: readonly (readonly [number, number, number])[];
}

export const measuredCoils: readonly MeasuredCoil[] = JSON.parse(readFileSync(join(import.meta.dirname, 'measuredCoils.json'), 'utf8'));

export const measuredCoil = (id: string): MeasuredCoil | undefined => measuredCoils.find((coil) => coil.id === id);

/** The measured coil that a shipped one stands for: its own, or that of the same coil under another id. */
export const measuredCounterpart = (id: string): MeasuredCoil | undefined =>
  measuredCoil(id === 'magstim-70mm-figure8' ? 'magstim-d70' : id);
