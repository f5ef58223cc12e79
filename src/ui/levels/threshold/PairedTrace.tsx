import { line } from 'd3-shape';
import { type Fact, FactButton } from '../shared/FactButton';
import { mepShape } from './mepShape';

const WIDTH = 320;
const HEIGHT = 84;
/** Of the trace, in milliseconds; the second pulse is at 0. */
const [FROM, TO] = [-18, 45];
const TIMES = Array.from({ length: 253 }, (_, n) => FROM + (n / 252) * (TO - FROM));
/** The largest drawn response fills the height. */
const LARGEST = 2.4;
const place = (t: number): number => ((t - FROM) / (TO - FROM)) * WIDTH;

const trace = (ratio: number): string | undefined =>
  line<number>(place, (t) => HEIGHT / 2 - (ratio / LARGEST) * mepShape(t) * (HEIGHT - 12))(TIMES) ?? undefined;

/** The drawn muscle response to both pulses over that to the second alone; the pulses stand at their times. */
export function PairedTrace({ interval, ratio, fact }: { readonly interval: number; readonly ratio: number; readonly fact: Fact }) {
  return (
    <figure className="mep-trace paired-trace">
      <svg
        width={WIDTH}
        height={HEIGHT}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`Drawn muscle response with two pulses: ${ratio < 1 ? 'smaller' : 'larger'} than with the second alone.`}
      >
        <line className="gridline" x1="0" x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
        {[-1e3 * interval, 0].map((t) => (
          <line key={t} className="paired-pulse" x1={place(t)} x2={place(t)} y1={HEIGHT / 2 - 16} y2={HEIGHT / 2 + 16} />
        ))}
        <path className="curve sham" d={trace(1)} />
        <path className="curve field" d={trace(ratio)} />
      </svg>
      <figcaption>
        <span>
          Muscle response to both pulses (upright marks), and to the second alone (dashed): <FactButton fact={fact}>drawn</FactButton>
        </span>
      </figcaption>
    </figure>
  );
}
