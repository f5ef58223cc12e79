import type { Protocol } from './protocol';
import { sessionLength, sessionPulses } from './protocol';
import { pulsesInSegment, trainDuration } from './protocolTiming';

/** Energy that stays in the coil, from the heat of one pulse. No temperature: heat capacity and cooling of real coils are not published. */
export interface CoilHeating {
  /** Joules per session. */
  readonly energy: number;
  /** Watts, over the whole session with its silences. */
  readonly meanPower: number;
  /** Watts, inside the train with the largest mean power. */
  readonly trainPower: number;
}

/** `heatPerPulse` = ∫ i²R dt of one pulse at the output in use [J]; it grows with the square of the output. Single pulses have no power. */
export function coilHeating(protocol: Protocol, heatPerPulse: number): CoilHeating {
  const energy = heatPerPulse * sessionPulses(protocol);
  const length = sessionLength(protocol);
  const trainPowers = protocol.segments.map(({ timing }) => {
    const duration = trainDuration(timing);
    return duration > 0 ? (heatPerPulse * pulsesInSegment(timing)) / timing.trains / duration : 0;
  });
  return { energy, meanPower: length > 0 ? energy / length : 0, trainPower: Math.max(...trainPowers) };
}
