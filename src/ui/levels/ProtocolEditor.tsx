import type { NumberDisplay } from '../../core/format';
import type { Sourced } from '../../core/sourced';
import { type PresetSegment, type ProtocolPreset, protocolPreset, protocolPresets } from '../../dose/protocolPresets';
import type { BurstTiming } from '../../dose/protocolTiming';
import { useApp } from '../appContext';
import { NumberBox } from '../NumberBox';
import { SegmentedControl } from '../SegmentedControl';
import { SelectControl } from '../SelectControl';
import { type Fact, FactButton } from './FactButton';
import { type ProtocolDraft, withFirstPhase, withSegment, withTiming } from './protocolDraft';
import { choosePreset, editDraft, protocolMemoryOf, useProtocol } from './protocolMemory';

const count: NumberDisplay = { unit: '', factor: 1, decimals: 0 };
const milliseconds: NumberDisplay = { unit: 'ms', factor: 1e3, decimals: 1 };
const secondsShown: NumberDisplay = { unit: 's', factor: 1, decimals: 2 };
const percent: NumberDisplay = { unit: '%', factor: 100, decimals: 0 };

interface TimingRow {
  readonly level: string;
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
    level: 'Burst',
    countKey: 'pulsesInBurst',
    countLabel: 'Pulses in a burst',
    intervalKey: 'interPulseInterval',
    intervalLabel: 'Pulse interval',
    display: milliseconds,
    step: 0.001,
  },
  {
    level: 'Train',
    countKey: 'burstsInTrain',
    countLabel: 'Bursts in a train',
    intervalKey: 'interBurstInterval',
    intervalLabel: 'Burst interval',
    display: milliseconds,
    step: 0.01,
  },
  {
    level: 'Session',
    countKey: 'trains',
    countLabel: 'Trains in a session',
    intervalKey: 'interTrainInterval',
    intervalLabel: 'Train interval',
    display: secondsShown,
    step: 0.5,
  },
];

const PRESETS = protocolPresets.map(({ id, name }) => ({ value: id, label: name }));

/** The published protocols, and nested timing from the pulse to the course that starts from one of them. */
export function ProtocolEditor() {
  const { view } = useApp();
  const memory = protocolMemoryOf(view);
  const { presetId, draft, problem, segment } = useProtocol((state) => state);
  const preset = protocolPreset(presetId);
  const edit = (next: ProtocolDraft): void => editDraft(memory, next);
  return (
    <section className="level-block protocol-editor">
      <SelectControl label="Start from" options={PRESETS} value={presetId} onChange={(id) => choosePreset(memory, id)} />
      <p className="small-print">
        {preset.summary} {preset.coilNeeded ? `Given with ${preset.coilNeeded}, which is not modeled here.` : ''}
      </p>
      {draft.segments.length > 1 && (
        <SegmentedControl
          legend="Part of the session"
          options={draft.segments.map(({ side, timing }, n) => ({
            value: String(n),
            label: `${n + 1}: ${side ?? ''} ${timing.trains > 1 ? 'trains' : 'one train'}`,
          }))}
          value={String(segment)}
          onChange={(n) => memory.setState({ segment: Number(n) })}
        />
      )}
      <SegmentRows draft={draft} segment={segment} preset={preset.segments[segment]} onEdit={edit} />
      <CourseRows draft={draft} preset={preset} onEdit={edit} />
      <p className="level-problem" role="alert" hidden={problem === null}>
        {problem} The timeline keeps the last timing that can be run.
      </p>
      <ul className="protocol-notes small-print">
        {preset.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}

interface RowsProps {
  readonly draft: ProtocolDraft;
  readonly onEdit: (draft: ProtocolDraft) => void;
}

function SegmentRows({
  draft,
  segment,
  preset,
  onEdit,
}: RowsProps & { readonly segment: number; readonly preset: PresetSegment | undefined }) {
  const { timing, intensity, intensityReference } = draft.segments[segment];
  const set = (change: Partial<BurstTiming>): void => onEdit(withTiming(draft, segment, change));
  return (
    <>
      <EditorRow label={`Intensity, of ${intensityReference}`} datum={preset?.intensity} value={intensity}>
        <NumberBox
          label={`Intensity, of ${intensityReference}`}
          value={intensity}
          minimum={0.01}
          maximum={3}
          step={0.05}
          display={percent}
          onCommit={(next) => onEdit(withSegment(draft, segment, { intensity: next }))}
        />
      </EditorRow>
      {TIMING_ROWS.map((row) => (
        <TimingRows key={row.level} {...{ row, timing, preset: preset?.timing, set }} />
      ))}
    </>
  );
}

function TimingRows(props: {
  readonly row: TimingRow;
  readonly timing: BurstTiming;
  readonly preset: PresetSegment['timing'] | undefined;
  readonly set: (change: Partial<BurstTiming>) => void;
}) {
  const { row, timing, preset, set } = props;
  const { countKey, countLabel, intervalKey, intervalLabel, display, step } = row;
  return (
    <>
      <EditorRow label={countLabel} datum={preset?.[countKey]} value={timing[countKey]}>
        <CountBox label={countLabel} value={timing[countKey]} most={1_000_000} onCommit={(next) => set({ [countKey]: next })} />
      </EditorRow>
      {timing[countKey] > 1 && (
        <EditorRow label={intervalLabel} datum={preset?.[intervalKey]} value={timing[intervalKey]} inner>
          <NumberBox
            label={intervalLabel}
            value={timing[intervalKey] ?? 0}
            minimum={0}
            maximum={86_400}
            step={step}
            display={display}
            onCommit={(next) => set({ [intervalKey]: next })}
          />
        </EditorRow>
      )}
    </>
  );
}

function CourseRows({ draft, preset, onEdit }: RowsProps & { readonly preset: ProtocolPreset }) {
  const { plan } = draft;
  const [phase, ...later] = plan.phases;
  const source = preset.course;
  const setPlan = (change: Partial<ProtocolDraft['plan']>): void => onEdit({ ...draft, plan: { ...plan, ...change } });
  return (
    <>
      <EditorRow label="Sessions a day" datum={source?.sessionsPerDay} value={plan.sessionsPerDay}>
        <CountBox
          label="Sessions a day"
          value={plan.sessionsPerDay}
          most={100}
          onCommit={(sessionsPerDay) => setPlan({ sessionsPerDay })}
        />
      </EditorRow>
      {plan.sessionsPerDay > 1 && (
        <EditorRow label="Session interval" datum={source?.interSessionInterval} value={plan.interSessionInterval} inner>
          <NumberBox
            label="Session interval"
            value={plan.interSessionInterval ?? 0}
            minimum={0}
            maximum={86_400}
            step={60}
            display={secondsShown}
            onCommit={(interSessionInterval) => setPlan({ interSessionInterval })}
          />
        </EditorRow>
      )}
      <EditorRow label="Days a week" datum={source?.phases[0].daysPerWeek} value={phase.daysPerWeek}>
        <CountBox
          label="Days a week"
          value={phase.daysPerWeek}
          most={7}
          onCommit={(daysPerWeek) => onEdit(withFirstPhase(draft, { daysPerWeek }))}
        />
      </EditorRow>
      <EditorRow label="Weeks" datum={source?.phases[0].weeks} value={phase.weeks}>
        <CountBox label="Weeks" value={phase.weeks} most={52} onCommit={(weeks) => onEdit(withFirstPhase(draft, { weeks }))} />
      </EditorRow>
      {later.length > 0 && (
        <p className="small-print">
          Then a taper of{' '}
          {later.map(({ daysPerWeek, weeks }) => `${daysPerWeek} a week for ${weeks} ${weeks === 1 ? 'week' : 'weeks'}`).join(', ')}.
        </p>
      )}
    </>
  );
}

function CountBox(props: { label: string; value: number; most: number; onCommit: (value: number) => void }) {
  const { label, value, most, onCommit } = props;
  return (
    <NumberBox {...{ label, value }} minimum={1} maximum={most} step={1} display={count} onCommit={(next) => onCommit(Math.round(next))} />
  );
}

interface EditorRowProps {
  readonly label: string;
  /** What the preset states. */
  readonly datum: Sourced<number> | undefined;
  readonly value: number | undefined;
  readonly inner?: boolean;
  readonly children: React.ReactNode;
}

/** A box with where its value comes from, as long as it is that of the preset. */
function EditorRow({ label, datum, value, inner, children }: EditorRowProps) {
  const own = datum === undefined || datum.value !== value;
  const fact: Fact | null = own
    ? null
    : { title: label, what: 'As published; intervals are from onset to onset.', sources: [datum.source], verification: datum.verification };
  return (
    <div className="editor-row" data-inner={inner || undefined}>
      <span className="editor-label">{label}</span>
      <span className="editor-source">{fact ? <FactButton fact={fact}>source</FactButton> : <span className="quiet">own value</span>}</span>
      {children}
    </div>
  );
}
