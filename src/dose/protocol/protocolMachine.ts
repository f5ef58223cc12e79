import { coilHeating } from './coilHeating';
import { type IntensityOutput, outputForIntensity } from './intensityReference';
import type { Protocol, ProtocolSegment } from './protocol';
import { sessionLength } from './protocol';
import { largestRate } from './protocolSummary';
import { rateVerdict, type StimulatorRates } from './stimulatorRates';

/** One segment on a machine: its output and its fastest rate. */
export interface SegmentLoad {
  readonly segment: ProtocolSegment;
  readonly output: IntensityOutput;
  /** Hz. */
  readonly rate: number;
}

/** `restingThreshold`: fraction of the maximum output. */
export function segmentLoads(protocol: Protocol, restingThreshold: number): readonly SegmentLoad[] {
  return protocol.segments.map((segment) => ({
    segment,
    output: outputForIntensity(segment.intensity, segment.intensityReference, { resting: restingThreshold }),
    rate: largestRate({ segments: [segment] }),
  }));
}

/** The worst of the segments on one machine; null where an output is not known. */
export function machineVerdict(machine: StimulatorRates, loads: readonly SegmentLoad[]): ReturnType<typeof rateVerdict> | null {
  const verdicts = loads.map(({ output, rate }) => (output.output === undefined ? null : rateVerdict(machine, output.output, rate)));
  if (verdicts.includes(null)) return null;
  return (['beyond', 'not-stated', 'within'] as const).find((verdict) => verdicts.includes(verdict)) ?? null;
}

export interface SessionHeat {
  /** Joules a session. */
  readonly energy: number;
  /** Watts over the session. */
  readonly meanPower: number;
  /** Watts in the hottest train. */
  readonly trainPower: number;
}

/** Heat of a session, from the heat of one pulse at full output [J]; null where an output is not known. */
export function sessionHeat(protocol: Protocol, loads: readonly SegmentLoad[], fullHeat: number): SessionHeat | null {
  let energy = 0;
  let trainPower = 0;
  for (const { segment, output } of loads) {
    if (output.output === undefined) return null;
    const heat = coilHeating({ segments: [segment] }, fullHeat * output.output ** 2);
    energy += heat.energy;
    trainPower = Math.max(trainPower, heat.trainPower);
  }
  const length = sessionLength(protocol);
  return { energy, meanPower: length > 0 ? energy / length : 0, trainPower };
}
