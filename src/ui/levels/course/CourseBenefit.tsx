import { formatNumber } from '../../../core/format';
import { type AbsoluteBenefit, absoluteBenefits, numberNeeded, numberNeededInterval } from '../../../dose/course/absoluteBenefit';
import { outcomeData } from '../../../dose/course/outcomeData';
import { SegmentedControl } from '../../controls/SegmentedControl';
import { SelectControl } from '../../controls/SelectControl';
import { type Fact, FactButton } from '../shared/FactButton';
import { useLevelMemory } from '../shared/levelMemory';
import { RangeRow } from '../shared/RangeRow';
import { SourcedNumber } from '../shared/SourcedNumber';
import { HundredPeople } from './HundredPeople';

const BENEFITS = absoluteBenefits();
const OUTCOMES = [
  { value: 'response', label: 'Response', title: 'Half of the score gone' },
  { value: 'remission', label: 'Remission', title: 'Hardly any score left' },
] as const;
const TICKS = [-20, 0, 20, 40, 60, 80];
const FORMULA = 'more of 100 = 100 · (p₁ − p₀); number needed to treat = 1/(p₁ − p₀); interval of Newcombe from Wilson’s of each group';

const ofHundred = (share: number): string => formatNumber(100 * share);
const needed = (difference: number): string => formatNumber(numberNeeded(difference), 1);

function factOf({ title, scale, note, sources, verification, active, sham, outcome, interval }: AbsoluteBenefit): Fact {
  const ends = interval === null ? '' : ` 95 % interval of the difference: ${interval.map(ofHundred).join(' to ')} of 100.`;
  return {
    title: `${title}: ${outcome}, active minus sham`,
    what: `${ofHundred(active)} of 100 with active and ${ofHundred(sham)} with sham stimulation.${ends} ${scale}. ${note}`,
    formula: FORMULA,
    sources,
    verification,
  };
}

/** What is left of an outcome after sham: of a hundred people, and how many are treated for one more. */
export function CourseBenefit() {
  const [id, setId] = useLevelMemory('benefitId');
  const [outcome, setOutcome] = useLevelMemory('benefitOutcome');
  const shown = BENEFITS.filter((benefit) => benefit.outcome === outcome);
  const benefit = shown.find((candidate) => candidate.id === id) ?? shown[0];
  return (
    <div className="course-part course-benefit">
      <h3>How many people, beyond sham</h3>
      <div className="benefit-columns">
        <div>
          <SegmentedControl legend="Outcome" options={OUTCOMES} value={outcome} onChange={setOutcome} />
          <SelectControl
            label="Trial"
            options={shown.map(({ id: value, title }) => ({ value, label: title }))}
            value={benefit.id}
            onChange={setId}
          />
          <People benefit={benefit} />
        </div>
        <div>
          <AllTrials shown={shown} chosen={benefit.id} />
          <LeftOut />
        </div>
      </div>
    </div>
  );
}

function People({ benefit }: { readonly benefit: AbsoluteBenefit }) {
  const { active, sham, difference, interval, outcome } = benefit;
  const either = Math.round(100 * sham);
  const more = Math.round(100 * active) - either;
  const neither = 100 - either - more;
  const ends = interval && numberNeededInterval(interval);
  const meanings = [
    ['either', `${either} of 100`, ': as many as with sham'],
    ['more', `${more} more`, ' than with sham'],
    ['neither', `${neither}`, ` without ${outcome}`],
  ] as const;
  return (
    <>
      <HundredPeople counts={[either, more]} label={`Of 100 people: ${meanings.map(([, count, rest]) => count + rest).join('; ')}.`} />
      <ul className="people-key">
        {meanings.map(([kind, count, rest]) => (
          <li key={kind} data-kind={kind}>
            <FactButton fact={factOf(benefit)}>{count}</FactButton>
            {rest}
          </li>
        ))}
      </ul>
      <p>
        {outcome === 'response' ? 'One more responds' : 'One more remits'} for every{' '}
        <FactButton fact={factOf(benefit)}>
          <span data-reading="needed">{needed(difference)}</span> treated
          {ends !== null && ` (${ends.map((end) => formatNumber(end, 1)).join(' to ')})`}
        </FactButton>
        .{interval !== null && ends === null && ' The interval of the difference includes none, so this number has no upper end.'}
      </p>
    </>
  );
}

function AllTrials({ shown, chosen }: { readonly shown: readonly AbsoluteBenefit[]; readonly chosen: string }) {
  return (
    <div className="range-rows">
      <h4>More of a hundred, with the interval</h4>
      {shown.map((benefit, n) => {
        const { id, title, difference, interval } = benefit;
        const [low, high] = interval ?? [difference, difference];
        const ends = interval === null ? 'no interval' : `${ofHundred(low)} to ${ofHundred(high)}`;
        return (
          <RangeRow
            key={id}
            id={id === chosen ? 'chosen' : undefined}
            name={title}
            range={[100 * low, 100 * high]}
            mark={100 * difference}
            ticks={TICKS}
            text={`${ofHundred(difference)} (${ends}), 1 in ${needed(difference)}`}
            fact={factOf(benefit)}
            scale={n === shown.length - 1 ? (tick) => formatNumber(tick) : undefined}
          />
        );
      })}
    </div>
  );
}

function LeftOut() {
  const [{ response, remission, trials, participants }] = outcomeData.pooled;
  return (
    <>
      <p className="small-print">
        The{' '}
        <SourcedNumber datum={participants} title="The pooled trials">
          {trials.value} pooled trials with {participants.value} people
        </SourcedNumber>{' '}
        print these numbers rounded up:{' '}
        <SourcedNumber datum={response.needed} title="Number needed to treat, as printed">
          {response.needed.value} for a response and {remission.needed.value} for a remission
        </SourcedNumber>
        .
      </p>
      <p className="level-notice">
        Left out: how ill people still are who do not reach the limit, how long it lasts, side effects, and who the people are. Sham
        includes time, attention and expectation. A number of a group, no one’s own chance.
      </p>
    </>
  );
}
