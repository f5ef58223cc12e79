import { formatNumber } from '../../core/format';
import { type Fact, FactButton } from './FactButton';

/** A range on a rail: its name, its bar, and its numbers, which open what stands behind them. */
export function RangeRow(props: {
  readonly name: string;
  readonly range: readonly [low: number, high: number];
  /** Ends and ticks of the rail. */
  readonly ticks: readonly number[];
  /** The unit with which the ticks are written below the rail; left out, they are not written. */
  readonly scale?: string;
  readonly text: string;
  readonly fact: Fact;
  readonly id?: string;
}) {
  const { name, range, ticks, scale, text, fact, id } = props;
  const [from, to] = [ticks[0], ticks[ticks.length - 1]];
  const decimals = ticks.every(Number.isInteger) ? 0 : 1;
  const place = (value: number): string => `${(100 * (value - from)) / (to - from)}%`;
  return (
    <div className="range-row" data-sourced data-range={id}>
      <span>{name}</span>
      <FactButton fact={fact}>{text}</FactButton>
      <span className="range-rail" aria-hidden="true">
        {ticks.map((tick) => (
          <span key={tick} className="range-tick" style={{ left: place(tick) }} />
        ))}
        <span className="range-bar" style={{ left: place(range[0]), width: place(from + range[1] - range[0]) }} />
      </span>
      {scale !== undefined && (
        <span className="range-scale small-print" aria-hidden="true">
          {ticks.map((tick) => (
            <span key={tick} style={{ left: place(tick) }}>
              {formatNumber(tick, decimals)} {scale}
            </span>
          ))}
        </span>
      )}
    </div>
  );
}
