import type { ThresholdTrial } from '../../../dose/threshold/thresholdGame';
import { RESPONSE_CRITERION } from '../../../dose/threshold/thresholdProbability';

/** Turn of the index finger at the smallest response and for each tenfold, and its end, in degrees. A drawing: it is not computed. */
const SMALLEST_TURN = 6;
const TURN_PER_DECADE = 9;
const LARGEST_TURN = 24;

/** How far the index finger is drawn aside; 0 where there is no response. */
export function fingerTurn(trial: Pick<ThresholdTrial, 'amplitude' | 'response'> | undefined): number {
  if (!trial?.response) return 0;
  return Math.min(LARGEST_TURN, SMALLEST_TURN + TURN_PER_DECADE * Math.log10(trial.amplitude / RESPONSE_CRITERION));
}

/** The right hand from its back, electrodes over the first dorsal interosseous muscle, which draws the index finger aside. `serial` starts the twitch anew. */
export function TwitchingHand({ trial, serial }: { readonly trial: ThresholdTrial | undefined; readonly serial: number }) {
  const turn = fingerTurn(trial);
  const words = trial ? (turn > 0 ? 'The index finger twitches.' : 'The hand stays still.') : 'A hand at rest.';
  return (
    <svg className="twitching-hand" viewBox="0 0 170 200" role="img" aria-label={words}>
      <g className="hand-skin">
        <path d="M62 112 L110 108 L116 150 L108 196 L70 196 L58 150 Z" />
        <path d="M84 112 L80 34" />
        <path d="M101 110 L106 42" />
        <path d="M116 116 L130 62" />
        <path d="M62 148 L34 118 L26 96" />
      </g>
      <g
        key={serial}
        className="hand-skin hand-finger"
        data-twitch={turn > 0 || undefined}
        style={{ '--turn': `${-turn}deg` } as React.CSSProperties}
      >
        <path d="M66 116 L56 46" />
      </g>
      <ellipse className="hand-muscle" data-active={turn > 0 || undefined} cx="55" cy="128" rx="9" ry="15" transform="rotate(24 55 128)" />
      <path className="hand-wire" d="M55 128 C10 140 14 176 0 182 M64 106 C20 96 16 168 0 190" />
      <circle className="hand-electrode" cx="55" cy="128" r="5" />
      <circle className="hand-electrode" cx="64" cy="106" r="5" />
    </svg>
  );
}
