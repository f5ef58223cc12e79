import { HEAD_CONDUCTIVITIES } from '../physics/boundaryElements/headConductivities';
import type { ParameterSpec } from './parameterSpec';

/** From half to twice the value that the folded cortex was computed with, in steps of a hundredth of it. */
const around = (value: number, label: string, decimals: number): ParameterSpec => ({
  label,
  help: 'Conductivity of this tissue in the folded cortex, from half to twice the published value. The field follows by measured slopes.',
  minimum: value / 2,
  maximum: 2 * value,
  initial: value,
  step: value / 100,
  display: { unit: 'S/m', factor: 1, decimals },
});

const { white, gray, fluid } = HEAD_CONDUCTIVITIES;

export const CONDUCTIVITY_PARAMETERS = {
  conductivityFluid: around(fluid.value, 'Fluid', 2),
  conductivityGray: around(gray.value, 'Gray matter', 3),
  conductivityWhite: around(white.value, 'White matter', 3),
} as const satisfies Record<string, ParameterSpec>;
