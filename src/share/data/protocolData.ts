import { clockOfSession } from '../../dose/protocol/protocol';
import { type ProtocolChoice, protocolName } from '../../dose/protocol/protocolChoice';
import { protocolOutcome } from '../../dose/protocol/protocolOutcome';
import { NANOSECONDS, pulseOnset } from '../../dose/protocol/sessionClock';
import type { DataTable, Provenance } from './dataTable';

/** Onset of every pulse of one session. */
export function timingTable(choice: ProtocolChoice): DataTable {
  const clock = clockOfSession({ segments: choice.segments });
  return {
    kind: 'protocol-timing',
    title: `Pulse onsets of one session: ${protocolName(choice)}`,
    columns: [
      { name: 'pulse', unit: '1', what: 'counted from 1' },
      { name: 'onset_s', unit: 's', what: 'from the first pulse of the session' },
      { name: 'segment', unit: '1', what: 'counted from 1' },
    ],
    rows: onsets(clock),
  };
}

function* onsets(clock: ReturnType<typeof clockOfSession>): Generator<readonly number[]> {
  let segment = 0;
  for (let n = 0; n < clock.pulses; n++) {
    while (segment + 1 < clock.segments.length && clock.segments[segment + 1].firstPulse <= n) segment++;
    yield [n + 1, pulseOnset(clock, n) / NANOSECONDS, segment + 1];
  }
}

/**
 * The protocol by the six names of the NIBS-BIDS draft (BEP037, intervention-parameters, read at github.com/nigelrogasch/nibs-bids): counts, and
 * intervals in seconds from onset to onset, 0 where nothing is repeated. What the draft has no names for stands under names of our own.
 */
export function protocolJson(choice: ProtocolChoice, provenance: Provenance): string {
  const { summary } = protocolOutcome(choice);
  const segments = choice.segments.map(({ side, target, intensity, intensityReference, timing }) => ({
    pulses_in_burst: timing.pulsesInBurst,
    inter_pulse_interval: timing.pulsesInBurst > 1 ? (timing.interPulseInterval ?? 0) : 0,
    bursts_in_train: timing.burstsInTrain,
    inter_burst_interval: timing.burstsInTrain > 1 ? (timing.interBurstInterval ?? 0) : 0,
    trains_in_protocol: timing.trains,
    inter_train_interval: timing.trains > 1 ? (timing.interTrainInterval ?? 0) : 0,
    coilscope: { side, target, intensity_fraction: intensity, intensity_reference: intensityReference },
  }));
  const file = {
    name: protocolName(choice),
    description:
      'Timing by the names of the NIBS-BIDS draft (BEP037, intervention-parameters). The draft is no standard yet; entries under coilscope are not part of it.',
    units: { interval: 's', intensity_fraction: '1' },
    segments,
    coilscope: {
      started_from: choice.presetId,
      pulses_in_session: summary.pulses,
      session_duration_s: summary.fullCycle,
      sessions_per_day: choice.plan.sessionsPerDay,
      inter_session_interval_s: choice.plan.interSessionInterval,
      phases: choice.plan.phases,
      pulses_total: summary.pulsesTotal,
      provenance: Object.fromEntries(provenance),
    },
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
