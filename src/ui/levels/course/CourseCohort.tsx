import { useMemo } from 'react';
import { formatNumber } from '../../../core/format';
import { outcomeData } from '../../../dose/course/outcomeData';
import { Announcement } from '../../controls/Announcement';
import { type Fact, FactButton, factOf } from '../shared/FactButton';
import { IconFigure } from '../shared/IconFigure';
import { useLevelMemory } from '../shared/levelMemory';
import { RangeRow } from '../shared/RangeRow';
import { SourcedNumber } from '../shared/SourcedNumber';
import { thousands } from '../shared/thousands';
import { COHORT_CLASSES, type CohortCounts, type CohortPair, cohortPair, moreOfHundred, responderInterval } from './courseFigures';

const COLORS = ['--curve-field', '--curve-flux', '--line'];
const TICKS = [0, 10, 20, 30, 40];
const EFFECT_TICKS = [-0.8, -0.6, -0.4, -0.2, 0];

const whole = (value: number): string => formatNumber(value);

const COHORT_FACT: Fact = {
  title: 'Two imagined groups of 10 000',
  what: 'Each person gets one of the four published response groups by its share, a start, an end and scatter around the means of that group. In the sham group every change is scaled by one factor, so that the groups differ by the published effect size. The scatter is chosen here.',
  formula: 'response: last score at most half of the first; more of 100 = (responders, active − sham) / 100',
  sources: ['kaster-2019', 'blumberger-2018', 'kedzior-2014', 'project-choice'],
  verification: 'assumed',
};
const CHANCE_FACT: Fact = {
  title: 'The play of chance in this draw',
  what: 'Another 10 000 imagined people in each group would mostly give a number in this range. It is narrow because the groups are large, and says nothing about how well the effect is known.',
  formula: 'difference ± 1.96 · √(p₁(1 − p₁)/n + p₂(1 − p₂)/n), n = 10 000',
  sources: ['arithmetic'],
  verification: 'computed',
};
const EFFECT_FACT: Fact = {
  title: 'How well the effect is known',
  what: 'The same sham group, drawn once for each end of the published 95 % interval of the effect size. This is what trials with real people leave open; trials of the future may fall outside.',
  formula: 'mean end of sham = mean end of active + effect size · standard deviation',
  sources: ['kedzior-2014', 'blumberger-2018', 'project-choice'],
  verification: 'assumed',
};

/** Ten thousand imagined people beside ten thousand with sham, and the difference in natural frequencies. */
export function CourseCohort() {
  const [seed, setSeed] = useLevelMemory('cohortSeed');
  const pair = useMemo(() => cohortPair(seed), [seed]);
  const more = moreOfHundred(pair.active, pair.sham);
  return (
    <div className="course-part course-cohort">
      <h3>Ten thousand imagined people after six weeks, twice</h3>
      <div className="cohort-columns">
        <Arm id="active" name="Active" group={pair.active} />
        <Arm id="sham" name="Sham" group={pair.sham} />
        <div className="cohort-words">
          <p className="cohort-sentence">
            Of 100 people like those in the trials,{' '}
            <FactButton fact={COHORT_FACT}>
              about <span data-reading="more">{more}</span> more
            </FactButton>{' '}
            lose half of their score than with sham. Which ones, nobody can say.
          </p>
          <LeftOpen pair={pair} />
          <button type="button" className="text-button" onClick={() => setSeed(seed + 1)}>
            Draw new people
          </button>
          <Effects />
        </div>
      </div>
      <Announcement
        text={`Group ${seed}: ${pair.active.responders} respond with active stimulation, ${pair.sham.responders} with sham: ${more} more of 100.`}
      />
    </div>
  );
}

function Arm({ id, name, group }: { readonly id: string; readonly name: string; readonly group: CohortCounts }) {
  const [low, high] = responderInterval(group).map(thousands);
  const fact: Fact = {
    title: `Responders, ${name.toLowerCase()}`,
    what: `Half of the score gone after six weeks. The interval is the play of chance in drawing 10 000, not the doubt about the effect. How the people are drawn: ${COHORT_FACT.what}`,
    formula: 'responders of 10 000; 95 % interval by Wilson’s score method',
    sources: COHORT_FACT.sources,
    verification: 'assumed',
  };
  const caption = (
    <>
      <strong>{name}</strong>
      <FactButton fact={fact}>
        <span data-reading={id}>{thousands(group.responders)}</span> respond ({low} to {high})
      </FactButton>
    </>
  );
  const meanings = COHORT_CLASSES.map((label, n) => `${thousands(group.counts[n])} ${label}`);
  return <IconFigure name={name} caption={caption} icons={group.icons} colors={COLORS} meanings={meanings} />;
}

function LeftOpen({ pair: { byChance, byEffect } }: { readonly pair: CohortPair }) {
  const text = (range: readonly number[]): string => range.map(whole).join(' to ');
  return (
    <div className="range-rows">
      <h4>How many more of a hundred</h4>
      <RangeRow id="chance" name="chance of this draw" range={byChance} ticks={TICKS} text={text(byChance)} fact={CHANCE_FACT} />
      <RangeRow
        id="effect"
        name="doubt about the effect"
        range={byEffect}
        ticks={TICKS}
        text={text(byEffect)}
        fact={EFFECT_FACT}
        scale={whole}
      />
    </div>
  );
}

/** The effect sizes of the trials, the old and the newer; the groups follow the first. */
function Effects() {
  const { effects, earlyMetaAnalysis: early } = outcomeData;
  const two = (value: number): string => formatNumber(value, 2);
  return (
    <div className="range-rows">
      <h4>Effect sizes of trials, standard deviations</h4>
      {effects.map(({ id, label, difference, interval }, n) => (
        <RangeRow
          key={id}
          name={label}
          range={interval.value}
          ticks={EFFECT_TICKS}
          text={`${two(difference.value)} (${interval.value.map(two).join(' to ')})`}
          fact={{
            ...factOf(label, 'Difference of active and sham in standard deviations, with its 95 % interval.', difference),
            formula: '(mean of active − mean of sham) / standard deviation',
          }}
          mark={difference.value}
          scale={n === effects.length - 1 ? (tick) => formatNumber(tick, 1) : undefined}
        />
      ))}
      <p className="small-print">
        The groups follow the first. {early.label} together found{' '}
        <SourcedNumber
          datum={early.difference}
          title={early.label}
          what="Weighted mean difference of the scores, in points of the scale, with its 95 % interval: it includes zero."
          formula="mean of active − mean of sham"
        >
          {formatNumber(early.difference.value, 1)} points ({early.interval.value.map((value) => formatNumber(value, 1)).join(' to ')})
        </SourcedNumber>
        .
      </p>
    </div>
  );
}
