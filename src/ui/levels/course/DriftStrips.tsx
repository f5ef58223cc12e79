import { quantileSorted, ticks } from 'd3-array';
import { formatNumber } from '../../../core/format';
import { coilDrift } from '../../../dose/course/coilDrift';
import { DRIFT_SERIES, type DriftResult, type DriftSeriesId } from '../../../field/drift/driftMessages';
import { rungOf } from '../../../field/simulation/modelLadder';
import { Announcement } from '../../controls/Announcement';
import { type Fact, FactButton } from '../shared/FactButton';

const NAMES: Readonly<Record<DriftSeriesId, string>> = {
  cap: 'Cap: place, tilt and turn',
  'cap-place': 'Cap: place alone, laid flat',
  'cap-tilt': 'Cap: tilt alone',
  'cap-turn': 'Cap: turn alone',
  navigated: 'Navigation: place, tilt and turn',
};
/** Height of a strip in CSS pixels, and of the band that the dots are spread over: their height means nothing. */
const HEIGHT = 26;
const BAND = 18;
const GOLDEN = (Math.sqrt(5) - 1) / 2;
const [CAP] = coilDrift.methods;

interface Summary {
  readonly median: number;
  readonly tenth: number;
}

export function summaryOf(values: ArrayLike<number>): Summary {
  const sorted = Array.from(values).sort((a, b) => a - b);
  return { median: quantileSorted(sorted, 0.5) ?? 0, tenth: quantileSorted(sorted, 0.1) ?? 0 };
}

/** With a decimal where whole percents would hide that there is a difference. */
const percent = (share: number): string => formatNumber(100 * share, Math.abs(share - 1) < 0.015 && share !== 1 ? 1 : 0);

/** The field after every time that the coil was put back: a strip of dots for each series, on one scale. */
export function DriftStrips({ result }: { readonly result: DriftResult }) {
  const all = result.series.flatMap((values) => [Math.min(...values), Math.max(...values)]);
  const marks = ticks(Math.min(...all, 0.7), Math.max(...all, 1), 6);
  const step = marks[1] - marks[0];
  const from = marks[0] > Math.min(...all) ? marks[0] - step : marks[0];
  const to = marks[marks.length - 1] < Math.max(...all) ? marks[marks.length - 1] + step : marks[marks.length - 1];
  const scale = { from, to, marks: ticks(from, to, 6) };
  return (
    <>
      {DRIFT_SERIES.map((id, n) => (
        <Strip key={id} id={id} result={result} values={result.series[n]} scale={scale} last={n === DRIFT_SERIES.length - 1} />
      ))}
      <Announcement
        text={DRIFT_SERIES.map((id, n) => `${NAMES[id]}: median ${percent(summaryOf(result.series[n]).median)} percent of the field`).join(
          '; ',
        )}
      />
    </>
  );
}

const factOf = (id: DriftSeriesId, { model, seed, series }: DriftResult): Fact => ({
  title: NAMES[id],
  what: `|E| at the target of ${series[0].length} drawn poses (seed ${seed}), by ${rungOf(model).short}, each with the coil resting on the scalp at the chosen gap. The mean sizes are published; how they spread and that they are independent is assumed.`,
  formula: 'share = |E| put back / |E| as it stands',
  sources: [CAP.distance.source, 'Computed by the field model of this program.'],
  verification: 'assumed',
});

function Strip(props: {
  readonly id: DriftSeriesId;
  readonly result: DriftResult;
  readonly values: Float32Array;
  readonly scale: { readonly from: number; readonly to: number; readonly marks: readonly number[] };
  readonly last: boolean;
}) {
  const { id, result, values, last } = props;
  const { from, to, marks } = props.scale;
  const { median, tenth } = summaryOf(values);
  const place = (value: number): string => `${(100 * (value - from)) / (to - from)}%`;
  return (
    <div className="range-row" data-sourced data-range={id}>
      <span>{NAMES[id]}</span>
      <FactButton fact={factOf(id, result)}>
        median {percent(median)} %, one in ten below {percent(tenth)} %
      </FactButton>
      <svg className="drift-strip" height={HEIGHT} aria-hidden="true">
        {marks.map((mark) => (
          <line key={mark} className="drift-tick" x1={place(mark)} x2={place(mark)} y1="0" y2={HEIGHT} />
        ))}
        {Array.from(values, (value, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the poses keep their order.
          <circle key={n} cx={place(value)} cy={(HEIGHT - BAND) / 2 + BAND * ((n * GOLDEN) % 1)} r="2.2" />
        ))}
        <line className="drift-median" x1={place(median)} x2={place(median)} y1="0" y2={HEIGHT} />
      </svg>
      {last && (
        <span className="range-scale small-print" aria-hidden="true">
          {marks.map((mark) => (
            <span key={mark} style={{ left: place(mark) }}>
              {percent(mark)}
              {mark === marks[marks.length - 1] && ' %'}
            </span>
          ))}
        </span>
      )}
    </div>
  );
}
