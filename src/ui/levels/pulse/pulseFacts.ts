import type { StimulatorDescription } from '../../../coil/stimulatorDescription';
import { formatNumber, formatQuantity, formatSignificant } from '../../../core/format';
import type { Sourced } from '../../../core/sourced';
import { MEMBRANE_TIME_CONSTANTS, type SulcusDirection } from '../../../dose/threshold/membraneConstants';
import { PULSE_DIRECTIONS, type PulseCurves } from '../../../dose/threshold/pulseCurves';
import { sourceById } from '../../../evidence/sources';
import type { PulseEnergy } from '../../../field/pulse/pulseEnergy';
import type { FactRow } from '../shared/FactRows';

const microseconds = { unit: 'µs', factor: 1e6, decimals: 0 };
const NOTHING = '–';
/** As they are written beside numbers. */
export const SHORT: Readonly<Record<SulcusDirection, string>> = { 'posterior-anterior': 'PA', 'anterior-posterior': 'AP' };

const joules = (value: number | null): string => (value === null ? NOTHING : `${formatSignificant(value, 3)}\u202fJ`);

/** How a number of the circuit was found, in words. */
const origin = ({ note, source, verification }: Sourced<number>): string => `${note ?? sourceById(source).read} (${verification})`;

/** Energies of one pulse, each with what stands behind it. */
export function energyRows({ stored, recovered, heat }: PulseEnergy, stimulator: StimulatorDescription): readonly FactRow[] {
  const { capacitance, inductance, resistance } = stimulator;
  const circuit = [
    `${stimulator.name}. Inductance: ${origin(inductance)}.`,
    `Capacitance: ${origin(capacitance)}.`,
    `Resistance: ${origin(resistance)}.`,
    ...new Set([inductance, capacitance, resistance].map(({ source }) => source)),
  ];
  const share = stored && recovered !== null ? `${formatNumber((100 * recovered) / stored)}\u202f%` : NOTHING;
  return [
    {
      label: 'Energy in the capacitor',
      value: joules(stored),
      fact: {
        title: 'Energy in the capacitor',
        what: 'What the capacitor holds before the pulse. Its capacitance is assumed, and stretched with the chosen width, so that the shape stays.',
        formula: 'W = ½ C V², V = L · dI/dt',
        sources: circuit,
        verification: 'assumed',
      },
    },
    {
      label: 'Recovered after the pulse',
      value: share,
      fact: {
        title: 'Recovered energy',
        what: 'The part that swings back into the capacitor when a biphasic pulse ends after one period. This is why biphasic stimulators can repeat fast. It does not depend on the capacitance that was assumed.',
        formula: '(V_end / V_0)²',
        sources: circuit,
        verification: 'computed',
      },
    },
    {
      label: 'Heat in coil and leads',
      value: joules(heat),
      fact: {
        title: 'Heat of one pulse',
        what: 'Joules that stay in the resistance of coil and leads. No temperature: heat capacity and cooling of real coils are not published.',
        formula: 'Q = ∫ i² R dt',
        sources: circuit,
        verification: 'computed',
      },
    },
  ];
}

/** What a membrane makes of the pulse, for both directions of the current. */
export function membraneRows({ gain, equivalentWidth }: PulseCurves): readonly FactRow[] {
  return PULSE_DIRECTIONS.flatMap((direction) => {
    const { mean, deviation } = MEMBRANE_TIME_CONSTANTS[direction];
    const spread = `τ = ${formatQuantity(mean.value, microseconds)} ± ${formatQuantity(deviation.value, microseconds)} (${direction})`;
    return [
      {
        label: `Time constant, ${SHORT[direction]}`,
        value: `${formatQuantity(mean.value, microseconds)} ± ${formatQuantity(deviation.value, microseconds)}`,
        fact: {
          title: `Strength-duration time constant, ${direction}`,
          what: 'How slowly the membrane follows the field; mean and standard deviation between people.',
          formula: 'τ dV/dt = −V + E(t)',
          sources: [mean.source],
          verification: mean.verification,
        },
      },
      {
        label: `Largest V, ${SHORT[direction]}`,
        value: formatNumber(gain[direction], 3),
        fact: {
          title: `Largest depolarization, ${direction}`,
          what: `Largest |V| for a field whose first peak is 1; 1 would be reached by an endless pulse. ${spread}.`,
          formula: 'g = max |V|, τ dV/dt = −V + E(t), V(0) = 0',
          sources: [mean.source],
          verification: 'computed' as const,
        },
      },
      {
        label: `Acts like a rectangle of, ${SHORT[direction]}`,
        value: formatQuantity(equivalentWidth[direction], microseconds),
        fact: {
          title: `Equivalent rectangular width, ${direction}`,
          what: `Width of the rectangular pulse with the same largest V: where this pulse stands on the strength-duration curve. ${spread}.`,
          formula: 'PW = −τ ln(1 − g);  E_threshold / E_rheobase = 1 / (1 − e^(−PW/τ)) = 1/g',
          sources: [mean.source],
          verification: 'computed' as const,
        },
      },
    ];
  });
}
