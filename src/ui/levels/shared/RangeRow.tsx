import { type Fact, FactButton } from './FactButton';

/** A range on a rail: its name, its bar, and its numbers, which open what stands behind them. */
export function RangeRow(props: {
  readonly name: string;
  readonly range: readonly [low: number, high: number];
  /** Ends and ticks of the rail. */
  readonly ticks: readonly number[];
  /** How the ticks are written below the rail; left out, they are not. */
  readonly scale?: (tick: number) => string;
  /** The value in the range. */
  readonly mark?: number;
  readonly text: string;
  readonly fact: Fact;
  readonly id?: string;
}) {
  const { name, range, ticks, scale, mark, text, fact, id } = props;
  const [from, to] = [ticks[0], ticks[ticks.length - 1]];
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
        {mark !== undefined && <span className="range-mark" style={{ left: place(mark) }} />}
      </span>
      {scale !== undefined && (
        <span className="range-scale small-print" aria-hidden="true">
          {ticks.map((tick) => (
            <span key={tick} style={{ left: place(tick) }}>
              {scale(tick)}
            </span>
          ))}
        </span>
      )}
    </div>
  );
}
