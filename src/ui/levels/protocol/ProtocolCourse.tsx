import type { NumberDisplay } from '../../../core/format';
import type { Sourced } from '../../../core/sourced';
import { MOST_PHASES, MOST_WEEKS } from '../../../dose/protocol/courseCalendar';
import type { ProtocolPreset } from '../../../dose/protocol/protocolPresets';
import { Icon } from '../../controls/Icon';
import { NumberBox } from '../../controls/NumberBox';
import { CountBox, EditorRow } from './ProtocolRows';
import { withAddedPhase, withoutPhase, withPhase, withPlan } from './protocolDraft';
import type { ProtocolEditing } from './protocolMemory';

const minutes: NumberDisplay = { unit: 'min', factor: 1 / 60, decimals: 1 };
const SESSIONS = 'Sessions a day';
const INTERVAL = 'Session interval';

interface CourseProps {
  readonly editing: ProtocolEditing;
  /** Undefined where the protocol started from no preset. */
  readonly preset: ProtocolPreset['course'];
}

const one: Sourced<number> = { value: 1, unit: '1', source: 'project-choice', verification: 'assumed' };
/** Of the protocols of the laboratory no course is published: one session. */
export const LABORATORY_COURSE: ProtocolPreset['course'] = { sessionsPerDay: one, phases: [{ daysPerWeek: one, weeks: one }] };

/** How the session is repeated: in a day, and in phases of weeks; the later ones are the taper. */
export function ProtocolCourse({ editing, preset }: CourseProps) {
  const { shown, problem, edit, takeBack } = editing;
  const { plan } = shown;
  const common = { problem, onTakeBack: takeBack };
  const weeks = plan.phases.reduce((sum, phase) => sum + phase.weeks, 0);
  return (
    <>
      <EditorRow label={SESSIONS} numbers={[{ datum: preset?.sessionsPerDay, value: plan.sessionsPerDay }]} {...common}>
        <CountBox
          label={SESSIONS}
          value={plan.sessionsPerDay}
          most={100}
          onCommit={(next) =>
            edit(withPlan(shown, { sessionsPerDay: next }), plan.interSessionInterval === undefined ? INTERVAL : SESSIONS)
          }
        />
      </EditorRow>
      {plan.sessionsPerDay > 1 && (
        <EditorRow
          label={INTERVAL}
          numbers={[{ datum: preset?.interSessionInterval, value: plan.interSessionInterval, display: minutes }]}
          {...common}
          inner
        >
          <NumberBox
            label={INTERVAL}
            value={plan.interSessionInterval ?? 0}
            minimum={0}
            maximum={86_400}
            step={60}
            display={minutes}
            onCommit={(next) => edit(withPlan(shown, { interSessionInterval: next }), INTERVAL)}
          />
        </EditorRow>
      )}
      <p className="phases-head">
        <span>Phases</span>
        <span>days a week × weeks</span>
      </p>
      {plan.phases.map((_, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: phases have no other name than their place.
        <PhaseRow key={n} n={n} editing={editing} preset={preset} />
      ))}
      <button
        type="button"
        className="text-button"
        disabled={plan.phases.length >= MOST_PHASES || weeks >= MOST_WEEKS}
        onClick={() => edit(withAddedPhase(shown), phaseLabel(plan.phases.length))}
      >
        Add a phase
      </button>
    </>
  );
}

const phaseLabel = (n: number): string => `Phase ${n + 1}`;

function PhaseRow({ n, editing, preset }: CourseProps & { readonly n: number }) {
  const { shown, problem, edit, takeBack } = editing;
  const { phases } = shown.plan;
  const { daysPerWeek, weeks } = phases[n];
  const published = preset?.phases[n];
  const label = phaseLabel(n);
  return (
    <EditorRow
      label={label}
      numbers={[
        { datum: published?.daysPerWeek, value: daysPerWeek },
        { datum: published?.weeks, value: weeks },
      ]}
      problem={problem}
      onTakeBack={takeBack}
    >
      <span className="phase-boxes">
        <CountBox
          label={`${label}, days a week`}
          value={daysPerWeek}
          most={7}
          onCommit={(next) => edit(withPhase(shown, n, { daysPerWeek: next }), label)}
        />
        ×
        <CountBox
          label={`${label}, weeks`}
          value={weeks}
          most={MOST_WEEKS}
          onCommit={(next) => edit(withPhase(shown, n, { weeks: next }), label)}
        />
        <button
          type="button"
          className="icon-button"
          aria-label={`Remove ${label.toLowerCase()}`}
          disabled={phases.length === 1}
          onClick={() => edit(withoutPhase(shown, n), phaseLabel(0))}
        >
          <Icon name="close" />
        </button>
      </span>
    </EditorRow>
  );
}
