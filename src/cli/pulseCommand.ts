import { z } from 'zod';
import { stimulatorPulseSpec } from '../coil/stimulatorDescription';
import { stimulatorById } from '../coil/stimulatorLibrary';
import { inputError } from '../core/inputError';
import { readInput } from '../core/readInput';
import { pulseGain } from '../dose/threshold/membraneConstants';
import { createPulse } from '../physics/pulse/createPulse';
import type { Pulse } from '../physics/pulse/pulse';

const positive = (most: number) => z.number().positive().max(most);
const resistance = z.number().min(0).max(1e6);

const circuit = z.strictObject({
  stimulator: z.strictObject({
    inductance: positive(1),
    capacitance: positive(1),
    resistance,
    voltage: positive(1e6),
    shape: z.enum(['biphasic', 'halfsine', 'monophasic']),
    diodeResistance: resistance.optional(),
  }),
});
const shipped = z.strictObject({ id: z.string().max(60), output: positive(1).optional() });
const typed = z.strictObject({
  expression: z.string().min(1),
  duration: positive(10),
  maxdIdt: positive(1e12),
  resistance: resistance.optional(),
});

/** `pulse`: what follows from a circuit, a shipped stimulator or a typed shape of dI/dt. */
export async function pulseCommand(scene: unknown): Promise<object> {
  const pulse = await readPulse(scene);
  return {
    period: pulse.period,
    zeroCrossings: pulse.zeroCrossings,
    phaseAmplitudes: pulse.phaseAmplitudes,
    peakCurrent: pulse.peakCurrent,
    maxdIdt: pulse.maxdIdt,
    recoveredEnergyFraction: pulse.recoveredEnergyFraction,
    heatPerPulse: pulse.heatPerPulse,
    membranePeak: pulseGain(pulse, 'posterior-anterior'),
    units: {
      period: 's',
      zeroCrossings: 's',
      phaseAmplitudes: '1',
      peakCurrent: 'A',
      maxdIdt: 'A/s',
      recoveredEnergyFraction: '1',
      heatPerPulse: 'J',
      membranePeak: '1',
    },
  };
}

async function readPulse(scene: unknown): Promise<Pulse> {
  if (typeof scene !== 'object' || scene === null || Array.isArray(scene)) throw inputError('scene', 'be an object', scene);
  const forms = ['stimulator', 'id', 'expression'].filter((key) => Object.hasOwn(scene, key));
  if (forms.length !== 1) throw inputError('scene', 'have exactly one of stimulator, id and expression', forms.join(', '));
  if (forms[0] === 'stimulator') return createPulse(readInput(circuit, scene, 'scene').stimulator);
  if (forms[0] === 'id') {
    const { id, output } = readInput(shipped, scene, 'scene');
    return createPulse(stimulatorPulseSpec(stimulatorById(id), output));
  }
  const { expressionPulse } = await import('../physics/pulse/expressionPulse');
  return expressionPulse(readInput(typed, scene, 'scene'));
}
