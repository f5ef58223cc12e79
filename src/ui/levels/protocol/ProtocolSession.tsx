import type { NumberDisplay } from '../../../core/format';
import type { PresetSegment } from '../../../dose/protocol/protocolPresets';
import type { BurstTiming } from '../../../dose/protocol/protocolTiming';
import { NumberBox } from '../../controls/NumberBox';
import { IntensityWords } from './ProtocolIntensity';
import { CountBox, EditorRow } from './ProtocolRows';
import { withSegment, withTiming } from './protocolDraft';
import type { ProtocolEditing } from './protocolMemory';

const milliseconds: NumberDisplay = { unit: 'ms', factor: 1e3, decimals: 1 };
const secondsShown: NumberDisplay = { unit: 's', factor: 1, decimals: 2 };
const percent: NumberDisplay = { unit: '%', factor: 100, decimals: 0 };

interface TimingRow {
  readonly countKey: 'pulsesInBurst' | 'burstsInTrain' | 'trains';
  readonly countLabel: string;
  readonly intervalKey: 'interPulseInterval' | 'interBurstInterval' | 'interTrainInterval';
  readonly intervalLabel: string;
  readonly display: NumberDisplay;
  readonly step: number;
}

/** The nesting, from the inside out; intervals are from onset to onset. */
const TIMING_ROWS: readonly TimingRow[] = [
  {
    countKey: 'pulsesInBurst',
    countLabel: 'Pulses in a burst',
    intervalKey: 'interPulseInterval',
    intervalLabel: 'Pulse interval',
    display: milliseconds,
    step: 0.001,
  },
  {
    countKey: 'burstsInTrain',
    countLabel: 'Bursts in a train',
    intervalKey: 'interBurstInterval',
    intervalLabel: 'Burst interval',
    display: milliseconds,
    step: 0.01,
  },
  {
    countKey: 'trains',
    countLabel: 'Trains in a session',
    intervalKey: 'interTrainInterval',
    intervalLabel: 'Train interval',
    display: secondsShown,
    step: 0.5,
  },
];

interface SessionProps {
  readonly editing: ProtocolEditing;
  /** The same part of the preset, if there is one. */
  readonly preset: PresetSegment | undefined;
}

/** One part of a session: intensity, and nested timing from the pulse to the trains. */
export function ProtocolSession({ editing, preset }: SessionProps) {
  const { shown, segment, problem, edit, takeBack } = editing;
  const { intensity, intensityReference } = shown.segments[segment];
  const label = `Intensity, of ${intensityReference}`;
  return (
    <>
      <EditorRow
        label={label}
        numbers={[{ datum: preset?.intensity, value: intensity, display: percent }]}
        problem={problem}
        onTakeBack={takeBack}
      >
        <NumberBox
          label={label}
          value={intensity}
          minimum={0.01}
          maximum={3}
          step={0.05}
          display={percent}
          onCommit={(next) => edit(withSegment(shown, segment, { intensity: next }), label)}
        />
      </EditorRow>
      <IntensityWords intensity={intensity} reference={intensityReference} />
      {TIMING_ROWS.map((row) => (
        <TimingRows key={row.countKey} row={row} editing={editing} preset={preset?.timing} />
      ))}
    </>
  );
}

function TimingRows({ row, editing, preset }: { row: TimingRow; editing: ProtocolEditing; preset: PresetSegment['timing'] | undefined }) {
  const { shown, segment, problem, edit, takeBack } = editing;
  const { countKey, countLabel, intervalKey, intervalLabel, display, step } = row;
  const { timing } = shown.segments[segment];
  const set = (change: Partial<BurstTiming>, label: string): void => edit(withTiming(shown, segment, change), label);
  const common = { problem, onTakeBack: takeBack };
  return (
    <>
      <EditorRow label={countLabel} numbers={[{ datum: preset?.[countKey], value: timing[countKey] }]} {...common}>
        <CountBox
          label={countLabel}
          value={timing[countKey]}
          most={1_000_000}
          onCommit={(next) => set({ [countKey]: next }, timing[intervalKey] === undefined ? intervalLabel : countLabel)}
        />
      </EditorRow>
      {timing[countKey] > 1 && (
        <EditorRow
          label={intervalLabel}
          numbers={[{ datum: preset?.[intervalKey], value: timing[intervalKey], display }]}
          {...common}
          inner
        >
          <NumberBox
            label={intervalLabel}
            value={timing[intervalKey] ?? 0}
            minimum={0}
            maximum={86_400}
            step={step}
            display={display}
            onCommit={(next) => set({ [intervalKey]: next }, intervalLabel)}
          />
        </EditorRow>
      )}
    </>
  );
}
