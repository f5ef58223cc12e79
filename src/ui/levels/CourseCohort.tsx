import { useMemo } from 'react';
import { formatNumber } from '../../core/format';
import { outcomeData } from '../../dose/outcomeData';
import { drawVirtualCohort } from '../../dose/virtualCohort';
import { armSeed, COHORT_CLASSES, type CohortCounts, cohortCounts, moreOfHundred } from './courseFigures';
import { FactButton } from './FactButton';
import { IconCanvas } from './IconCanvas';
import { useLevelMemory } from './levelMemory';
import { SourcedNumber } from './SourcedNumber';
import { thousands } from './thousands';

const COLORS = ['--curve-field', '--curve-flux', '--line'];
const COHORT_NOTE = {
  title: 'Two imagined groups of 10 000',
  what: 'Each person gets one of the four published response groups by its share, a start, an end and scatter around the means of that group. In the sham group every change is scaled by one factor, so that the groups differ by the published effect size. The scatter is chosen here.',
  formula: 'response: last score at most half of the first',
  sources: ['kaster-2019', 'blumberger-2018', 'kedzior-2014', 'project-choice'],
  verification: 'assumed',
} as const;

/** Ten thousand imagined people beside ten thousand with sham, and the difference in natural frequencies. */
export function CourseCohort() {
  const [seed, setSeed] = useLevelMemory('cohortSeed');
  const [active, sham] = useMemo(
    () => (['active', 'sham'] as const).map((arm): CohortCounts => cohortCounts(drawVirtualCohort(armSeed(seed, arm), arm))),
    [seed],
  );
  const effect = outcomeData.effects[0];
  return (
    <div className="course-part wide">
      <h3>10 000 imagined people after six weeks</h3>
      <p className="cohort-sentence" aria-live="polite">
        Half of the score was gone in <span data-reading="active">{thousands(active.responders)}</span> with active stimulation and in{' '}
        <span data-reading="sham">{thousands(sham.responders)}</span> with sham. Of 100 people like those in the trials,{' '}
        <FactButton fact={COHORT_NOTE}>
          about <span data-reading="more">{moreOfHundred(active, sham)}</span> more
        </FactButton>{' '}
        respond than with sham. Which ones, nobody can say.
      </p>
      <div className="cohort-pair">
        <Arm name="Active" group={active} />
        <Arm name="Sham" group={sham} />
      </div>
      <p className="small-print">
        Imagined group number {seed}. The effect size that it follows:{' '}
        <SourcedNumber
          datum={effect.difference}
          title="Effect size"
          what={`${effect.label}. 95 % interval ${formatNumber(effect.interval.value[0], 2)} to ${formatNumber(effect.interval.value[1], 2)}.`}
          formula="(mean of active − mean of sham) / standard deviation"
        >
          {formatNumber(effect.difference.value, 2)} standard deviations
        </SourcedNumber>
        .
      </p>
      <button type="button" className="text-button" onClick={() => setSeed(seed + 1)}>
        Draw new people
      </button>
    </div>
  );
}

function Arm({ name, group }: { readonly name: string; readonly group: CohortCounts }) {
  const words = COHORT_CLASSES.map((label, n) => `${thousands(group.counts[n])} ${label}`);
  return (
    <figure className="cohort-arm">
      <figcaption>{name}</figcaption>
      <IconCanvas icons={group.icons} colors={COLORS} label={`${name}: ${words.join(', ')}.`} />
      <ul className="icon-legend">
        {words.map((text, n) => (
          <li key={COHORT_CLASSES[n]}>
            <span className="icon-swatch" style={{ background: `var(${COLORS[n]})` }} />
            {text}
          </li>
        ))}
      </ul>
    </figure>
  );
}
