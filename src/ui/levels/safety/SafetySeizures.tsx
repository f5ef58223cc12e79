import { useMemo } from 'react';
import { formatSignificant } from '../../../core/format';
import { COHORT_SIZE } from '../../../dose/risk/iconArray';
import { courseRisk, drawSeizureArray, seizureFigure } from '../../../dose/risk/riskArrays';
import { type SeizureFigure, safetyData } from '../../../dose/risk/safetyData';
import { Announcement } from '../../controls/Announcement';
import { SelectControl } from '../../controls/SelectControl';
import { capitalized } from '../shared/capitalized';
import { type Fact, FactButton, factOf } from '../shared/FactButton';
import { IconFigure } from '../shared/IconFigure';
import { useLevelMemory } from '../shared/levelMemory';
import { RangeRow } from '../shared/RangeRow';
import { SourcedList } from '../shared/SourcedSentence';
import { thousands } from '../shared/thousands';

const COLORS = ['--accent', '--line'];
const TEN_THOUSAND = thousands(COHORT_SIZE);
const COURSE_SESSIONS = 30;
/** Powers of ten of events in 10 000. */
const POWERS = [-1, 0, 1, 2];

/** What the rate counts: sessions or patients. */
const countedBy = ({ rate }: SeizureFigure): string => `${rate.unit.split('/')[1]}s`;
const ofTenThousand = (rate: number): string => formatSignificant(rate * COHORT_SIZE, 2);
const power = (rate: number): number => Math.log10(rate * COHORT_SIZE);

function factOfRate(figure: SeizureFigure): Fact {
  const { rate, events, exposure, label } = figure;
  const counted = events && exposure ? ` ${events.value} seizures in ${thousands(exposure.value)} ${countedBy(figure)}.` : '';
  return { ...factOf(label, `${label}.${counted} A rate of a group, no one’s own risk.`, rate), formula: 'rate · 10 000' };
}

/** Ten thousand sessions or patients, drawn at a published rate, beside all published rates. */
export function SafetySeizures() {
  const [figureId, setFigure] = useLevelMemory('seizureId');
  const figure = seizureFigure(figureId);
  return (
    <>
      <div className="safety-third">
        <SelectControl
          label="Published figure"
          options={safetyData.seizures.map(({ id, label }) => ({ value: id, label: capitalized(label.replace(/^Seizures /, '')) }))}
          value={figureId}
          onChange={setFigure}
        />
        <Draw figure={figure} />
      </div>
      <div className="safety-third">
        <Rates unit="session" chosen={figureId} />
        <Rates unit="patient" chosen={figureId} />
      </div>
      <div className="safety-third">
        {countedBy(figure) === 'sessions' && <WholeCourse figure={figure} />}
        <h3>Behind the rates</h3>
        <SourcedList title="About seizures" sentences={safetyData.seizureNotes} />
        <p className="level-notice">Rates of groups. They are no one’s own risk.</p>
      </div>
    </>
  );
}

function Draw({ figure }: { readonly figure: SeizureFigure }) {
  const [seed, setSeed] = useLevelMemory('seizureSeed');
  const array = useMemo(() => drawSeizureArray(figure, seed), [figure, seed]);
  const units = countedBy(figure);
  const [events, others] = array.counts;
  const fact: Fact = {
    ...factOfRate(figure),
    title: 'This draw',
    what: `${TEN_THOUSAND} ${units}, each with a seizure by the published rate, independent of the others.`,
    formula: 'count of draws below the rate; mean over many draws: rate · 10 000',
    verification: 'computed',
  };
  const caption = (
    <span className="safety-sentence">
      Of {TEN_THOUSAND} {units}, on average <Rate figure={figure} /> have a seizure;{' '}
      <FactButton fact={fact}>
        <span data-reading="drawn">{events}</span> in this draw
      </FactButton>
      .
    </span>
  );
  return (
    <>
      <IconFigure
        name={`${TEN_THOUSAND} ${units}`}
        caption={caption}
        icons={array.icons}
        colors={COLORS}
        meanings={[`${thousands(events)} with a seizure (ringed)`, `${thousands(others)} without`]}
        ringed={0}
      />
      <button type="button" className="text-button" onClick={() => setSeed(seed + 1)}>
        Draw another ten thousand
      </button>
      <Announcement text={`${events} of ${TEN_THOUSAND} ${units} with a seizure in draw ${seed}.`} />
    </>
  );
}

function Rate({ figure }: { readonly figure: SeizureFigure }) {
  const { rate, interval } = figure;
  return (
    <FactButton fact={factOfRate(figure)}>
      <span data-reading="rate">{ofTenThousand(rate.value)}</span>
      {interval ? (
        <>
          {' '}
          (95 %: <span data-reading="interval">{interval.value.map(ofTenThousand).join(' to ')}</span>)
        </>
      ) : (
        ' (no interval printed)'
      )}
    </FactButton>
  );
}

/** All published rates of one kind under each other, in powers of ten: machines, places and limits differ. */
function Rates({ unit, chosen }: { readonly unit: 'session' | 'patient'; readonly chosen: string }) {
  const figures = safetyData.seizures.filter((figure) => figure.rate.unit === `1/${unit}`);
  return (
    <div className="range-rows">
      <h3>Seizures of ten thousand {unit}s</h3>
      {figures.map((figure, n) => {
        const { id, label, rate, interval } = figure;
        const ends = interval?.value ?? [rate.value, rate.value];
        return (
          <RangeRow
            key={id}
            id={id === chosen ? 'chosen' : undefined}
            name={capitalized(label.replace(/^Seizures per (session|patient), /, ''))}
            range={[power(ends[0]), power(ends[1])]}
            mark={power(rate.value)}
            ticks={POWERS}
            text={interval ? `${ofTenThousand(rate.value)} (${ends.map(ofTenThousand).join(' to ')})` : ofTenThousand(rate.value)}
            fact={factOfRate(figure)}
            scale={n === figures.length - 1 ? (tick) => formatSignificant(10 ** tick, 1) : undefined}
          />
        );
      })}
    </div>
  );
}

function WholeCourse({ figure }: { readonly figure: SeizureFigure }) {
  const fact: Fact = {
    title: 'Order of magnitude for a course',
    what: 'Sessions are not independent: most reported events fell in the first ones. For a group, and no better than a power of ten.',
    formula: `1 − (1 − rate)^${COURSE_SESSIONS}`,
    sources: [figure.rate.source],
    verification: 'computed',
  };
  return (
    <>
      <h3>Over a whole course</h3>
      <p>
        If sessions were independent, about{' '}
        <FactButton fact={fact}>
          <span data-reading="course">{ofTenThousand(courseRisk(figure.rate.value, COURSE_SESSIONS))}</span> of {TEN_THOUSAND} courses
        </FactButton>{' '}
        of {COURSE_SESSIONS} sessions would see one. They are not.
      </p>
    </>
  );
}
