import { formatNumber } from '../../../core/format';
import { thresholdData } from '../../../dose/threshold/thresholdData';
import { type HeadMeasure, standardScore } from '../../../placement/headSize';
import { THIS_HEAD } from '../../bound/thisHead';
import { capitalized } from '../shared/capitalized';
import type { Fact } from '../shared/FactButton';
import { RangeRow } from '../shared/RangeRow';
import { SourcedSentence } from '../shared/SourcedSentence';
import { useThreshold } from './thresholdMemory';

const SCORE_TICKS = [-2, -1, 0, 1, 2];
const { restingThreshold, age } = thresholdData.people;
const centimeters = (meters: number): string => formatNumber(100 * meters, 1);
const percent = (share: number): string => formatNumber(100 * share, 1);
const signed = (score: number): string => `${score > 0 ? '+' : ''}${formatNumber(score, 1)} SD`;
const FORMULA = '(this one − mean of people) / standard deviation of people';

const headFact = ({ label, value, mean, deviation }: HeadMeasure): Fact => ({
  title: `${capitalized(label)}: this head and people`,
  what: `This head ${centimeters(value)} cm by a tape on its scalp; people ${centimeters(mean.value)} ± ${centimeters(deviation.value)} cm. The head is that of one man.`,
  formula: FORMULA,
  sources: [mean.source],
  verification: mean.verification,
});

/** The threshold and the head of this program beside those of people: one standard deviation either way is drawn as a bar. */
export function PeoplePart() {
  const threshold = useThreshold((state) => state.motorThreshold.value);
  const { mean, deviation, participants } = restingThreshold;
  const score = standardScore(threshold, mean.value, deviation.value);
  const thresholdFact: Fact = {
    title: 'Resting motor thresholds of people',
    what: `${participants.value} people: ${percent(mean.value)} ± ${percent(deviation.value)} % of the maximum output of their machines. The threshold here is that of the virtual subject or the example, in percent of the chosen machine; machines and coils differ, so the two scales are not the same.`,
    formula: FORMULA,
    sources: [mean.source],
    verification: mean.verification,
  };
  return (
    <section className="level-block people-part">
      <h3>Thresholds and heads of people</h3>
      <div className="range-rows">
        <RangeRow
          id="threshold"
          name={`Threshold here ${percent(threshold)} %`}
          range={[-1, 1]}
          mark={clamped(score)}
          ticks={SCORE_TICKS}
          text={`people ${percent(mean.value)} ± ${percent(deviation.value)} %, here ${signed(score)}`}
          fact={thresholdFact}
        />
        {THIS_HEAD.map((measure, n) => (
          <RangeRow
            key={measure.id}
            id={measure.id}
            name={`${capitalized(measure.label)} ${centimeters(measure.value)} cm`}
            range={[-1, 1]}
            mark={clamped(measure.score)}
            ticks={SCORE_TICKS}
            text={`people ${centimeters(measure.mean.value)} ± ${centimeters(measure.deviation.value)} cm, here ${signed(measure.score)}`}
            fact={headFact(measure)}
            scale={n === THIS_HEAD.length - 1 ? (tick) => formatNumber(tick) : undefined}
          />
        ))}
      </div>
      <p className="small-print">Bar: one standard deviation of people either way. Left out: age, sex, and how the two go together.</p>
      <p>
        <SourcedSentence title="Depth and age" sentence={age} />
      </p>
    </section>
  );
}

/** A mark beyond the rail stands at its end; the number beside it is exact. */
const clamped = (score: number): number => Math.max(-2, Math.min(2, score));
