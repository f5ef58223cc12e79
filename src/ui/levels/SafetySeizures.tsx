import { useMemo } from 'react';
import { formatSignificant } from '../../core/format';
import { COHORT_SIZE } from '../../dose/iconArray';
import { courseRisk, drawSeizureArray, seizureFigure } from '../../dose/riskArrays';
import { type SeizureFigure, safetyData } from '../../dose/safetyData';
import { SelectControl } from '../SelectControl';
import { FactButton } from './FactButton';
import { IconCanvas } from './IconCanvas';
import { useLevelMemory } from './levelMemory';
import { SourcedNumber } from './SourcedNumber';
import { SourcedList } from './SourcedSentence';
import { thousands } from './thousands';

const COLORS = ['--accent', '--line'];
const COURSE_SESSIONS = 30;

/** What the rate counts: sessions or patients. */
const countedBy = ({ rate }: SeizureFigure): string => `${rate.unit.split('/')[1]}s`;
const ofTenThousand = (rate: number): string => formatSignificant(rate * COHORT_SIZE, 2);

/** Ten thousand sessions or patients, drawn at a published rate. */
export function SafetySeizures() {
  const [figureId, setFigure] = useLevelMemory('seizureId');
  const [seed, setSeed] = useLevelMemory('seizureSeed');
  const figure = seizureFigure(figureId);
  const array = useMemo(() => drawSeizureArray(figure, seed), [figure, seed]);
  const units = countedBy(figure);
  return (
    <>
      <div className="level-main">
        <SelectControl
          label="Published figure"
          options={safetyData.seizures.map(({ id, label }) => ({ value: id, label }))}
          value={figureId}
          onChange={setFigure}
        />
        <p className="safety-sentence" aria-live="polite">
          Of 10 000 {units}, on average <Rate figure={figure} /> with a seizure. In this draw:{' '}
          <span data-reading="drawn">{array.counts[0]}</span>.
        </p>
        <div className="seizure-array">
          <IconCanvas
            icons={array.icons}
            colors={COLORS}
            ringed={0}
            label={`10 000 ${units}: ${array.counts[0]} with a seizure, ${array.counts[1]} without.`}
          />
          <ul className="icon-legend">
            <li>
              <span className="icon-swatch" style={{ background: 'var(--accent)' }} />
              {thousands(array.counts[0])} with a seizure (ringed)
            </li>
            <li>
              <span className="icon-swatch" style={{ background: 'var(--line)' }} />
              {thousands(array.counts[1])} without
            </li>
          </ul>
          <button type="button" className="text-button" onClick={() => setSeed(seed + 1)}>
            Draw another 10 000
          </button>
        </div>
      </div>
      <div className="level-aside">
        {units === 'sessions' && <WholeCourse figure={figure} />}
        <h3>Behind the rates</h3>
        <SourcedList title="About seizures" sentences={safetyData.seizureNotes} />
        <p className="level-notice">Rates of groups. They are no one’s own risk.</p>
      </div>
    </>
  );
}

function Rate({ figure }: { readonly figure: SeizureFigure }) {
  const { rate, interval, events, exposure, label } = figure;
  const counted = events && exposure ? ` ${events.value} seizures in ${thousands(exposure.value)} ${countedBy(figure)}.` : '';
  return (
    <SourcedNumber datum={rate} title={label} what={`${label}.${counted}`} formula="rate × 10 000">
      <span data-reading="rate">{ofTenThousand(rate.value)}</span>
      {interval ? (
        <>
          {' '}
          (95 %: <span data-reading="interval">{interval.value.map(ofTenThousand).join(' to ')}</span>)
        </>
      ) : (
        ' (no interval printed)'
      )}
    </SourcedNumber>
  );
}

function WholeCourse({ figure }: { readonly figure: SeizureFigure }) {
  return (
    <>
      <h3>Over a course of {COURSE_SESSIONS} sessions</h3>
      <p>
        If sessions were independent, about{' '}
        <FactButton
          fact={{
            title: 'Order of magnitude for a course',
            what: 'Sessions are not independent: most reported events fell in the first ones. For a group, and no better than a power of ten.',
            formula: '1 − (1 − rate)^sessions',
            sources: [figure.rate.source],
            verification: 'computed',
          }}
        >
          <span data-reading="course">{ofTenThousand(courseRisk(figure.rate.value, COURSE_SESSIONS))}</span> of 10 000 courses
        </FactButton>{' '}
        would see one. They are not.
      </p>
    </>
  );
}
