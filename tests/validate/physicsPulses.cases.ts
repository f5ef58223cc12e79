import { stimulatorPulseSpec } from '../../src/coil/stimulatorDescription';
import { STIMULATOR_IDS, stimulatorById } from '../../src/coil/stimulatorLibrary';
import { integrate } from '../../src/physics/integrate';
import { createPulse } from '../../src/physics/pulse/createPulse';
import { membranePeak } from '../../src/physics/pulse/membraneResponse';
import { strengthDuration } from '../../src/physics/pulse/strengthDuration';
import { compareFigures, expectSmall, type ValidationCase } from './validationCase';

export const title = 'Pulses and the membrane';

export function cases(): ValidationCase[] {
  return [...STIMULATOR_IDS.flatMap(stimulatorCases), membraneCase()];
}

function stimulatorCases(id: string): ValidationCase[] {
  const stimulator = stimulatorById(id);
  const pulse = createPulse(stimulatorPulseSpec(stimulator));
  const net = Math.abs(integrate(pulse.currentRate, pulse.duration, pulse.breaks)) / (pulse.maxdIdt * pulse.duration);
  const netCase = expectSmall(`${stimulator.name}: ∫E dt over peak × duration`, net, 1e-4, 'the current returns to zero');
  const measured = stimulator.measured;
  if (!measured) return [netCase];
  const stored = 0.5 * stimulator.capacitance.value * stimulator.voltage.value ** 2;
  const missing = stored * (1 - (pulse.recoveredEnergyFraction ?? 0));
  const { period, phaseAmplitudes, zeroCrossings, peakCurrent } = measured;
  const source = period.source;
  return [
    compareFigures(`${stimulator.name}: period`, 'µs', pulse.period * 1e6, period.value * 1e6, 2e-6 / period.value, source),
    ...(zeroCrossings?.value ?? []).map((time, i) =>
      compareFigures(`${stimulator.name}: zero ${i + 1} of E`, 'µs', pulse.zeroCrossings[i] * 1e6, time * 1e6, 2e-6 / time, source),
    ),
    ...phaseAmplitudes.value
      .slice(1)
      .map((value, i) =>
        compareFigures(`${stimulator.name}: phase ${i + 2} of E`, '1', pulse.phaseAmplitudes[i + 1], value, 0.01 / Math.abs(value), source),
      ),
    compareFigures(`${stimulator.name}: peak current`, 'kA', pulse.peakCurrent / 1e3, peakCurrent.value / 1e3, 0.02, source),
    compareFigures(
      `${stimulator.name}: heat against energy missing`,
      'J',
      pulse.heatPerPulse ?? 0,
      missing,
      1e-6,
      'conservation of energy',
    ),
    netCase,
  ];
}

function membraneCase(): ValidationCase {
  const pulse = createPulse({ shape: 'rectangular', phaseDuration: 100e-6, amplitudeRatio: 56, maxdIdt: 1e8 });
  const expected = 1 / strengthDuration(100e-6, 231e-6, 1);
  return compareFigures(
    'membrane after a rectangle of 100 µs, τ 231 µs',
    '1',
    membranePeak(pulse, 231e-6),
    expected,
    1e-3,
    '1 - exp(-PW/τ)',
  );
}
