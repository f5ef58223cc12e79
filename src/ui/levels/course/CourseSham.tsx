import { formatNumber } from '../../../core/format';
import { outcomeData } from '../../../dose/course/outcomeData';
import { factOf } from '../shared/FactButton';
import { RangeRow } from '../shared/RangeRow';
import { SourcedList } from '../shared/SourcedSentence';
import { CourseShamField } from './CourseShamField';

const TICKS = [-0.2, 0, 0.2, 0.4, 0.6, 0.8, 1];
const two = (value: number): string => formatNumber(value, 2);

/** What sham does by itself, what is added to it by the kind of sham, and what a tilted coil really induces. */
export function CourseSham() {
  const { beforeAfter, kinds, notes } = outcomeData.sham;
  return (
    <div className="course-part course-sham">
      <h3>What sham does</h3>
      <div className="benefit-columns">
        <div className="range-rows">
          <h4>Improvement, standard deviations</h4>
          <Improvement
            datum={beforeAfter}
            name={`with sham, after minus before (${beforeAfter.trials.value} trials)`}
            what={`Hedges’ g within the sham groups of ${beforeAfter.trials.value} trials, ${beforeAfter.participants.value} people, with its 95 % interval. It holds time, attention, expectation and the return to the mean, and cannot be parted into them.`}
            formula="(mean before − mean after) / standard deviation"
          />
          {kinds.map((kind, n) => (
            <Improvement
              key={kind.id}
              datum={kind}
              name={`active minus sham: ${kind.label} (${kind.trials.value} trials)`}
              what="Improvement with active beyond that with this kind of sham, with its 95 % interval; high-frequency stimulation of the left side, trials to 2008."
              formula="(improvement of active − improvement of sham) / standard deviation"
              last={n === kinds.length - 1}
            />
          ))}
          <SourcedList title="About sham" sentences={notes} />
        </div>
        <div>
          <CourseShamField />
          <p className="level-notice">
            A sham that still induces a field makes the difference to active smaller; one that feels and sounds unlike active lets people
            guess their group and makes it larger. Left out here: how many people guessed.
          </p>
        </div>
      </div>
    </div>
  );
}

function Improvement(props: {
  readonly datum: Pick<typeof outcomeData.sham.beforeAfter, 'improvement' | 'interval'>;
  readonly name: string;
  readonly what: string;
  readonly formula: string;
  readonly last?: boolean;
}) {
  const { datum, name, what, formula, last } = props;
  const { improvement, interval } = datum;
  return (
    <RangeRow
      name={name}
      range={interval.value}
      mark={improvement.value}
      ticks={TICKS}
      text={`${two(improvement.value)} (${interval.value.map(two).join(' to ')})`}
      fact={{ ...factOf(name, what, improvement), formula }}
      scale={last ? (tick) => formatNumber(tick, 1) : undefined}
    />
  );
}
