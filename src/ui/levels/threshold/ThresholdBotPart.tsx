import { useEffect, useRef, useState } from 'react';
import { formatNumber } from '../../../core/format';
import { CLOSE, errorStatistics, type GamesPlayed } from '../../../dose/threshold/thresholdConvergence';
import { useTextSize } from '../../appContext';
import { useSize } from '../../controls/useSize';
import { FactButton } from '../shared/FactButton';
import { BOT_GAMES, BOT_RULES, BOT_SEED, errorHistogram, runBot } from './thresholdBot';
import { BOT_FACT } from './thresholdFacts';

const BIN = 0.01;
const REACH = 0.15;
/** Bars of the two rules share this scale: games in one bin. */
const TALLEST = 0.3 * BOT_GAMES;

/** A bot hunts 500 subjects by both rules, without holding the page. */
export function ThresholdBotPart() {
  const [results, setResults] = useState<readonly GamesPlayed[] | null>(null);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);
  const start = (): void => {
    stop.current?.();
    stop.current = runBot(BOT_SEED, setResults);
  };
  const played = results ? Math.min(...results.map(({ games }) => games)) : 0;
  const running = results !== null && played < BOT_GAMES;
  return (
    <section className="level-block">
      <h3>A bot hunts, too</h3>
      <div className="level-row" data-sourced>
        <button type="button" className="text-button" onClick={start}>
          {running ? 'Start again' : `Play ${BOT_GAMES} games`}
        </button>
        <FactButton fact={BOT_FACT}>how?</FactButton>
        <span className="quiet" aria-live="polite">
          {results === null
            ? `Subjects ${BOT_SEED} to ${BOT_SEED + BOT_GAMES - 1}`
            : running
              ? `${played} of ${BOT_GAMES}`
              : 'All games played'}
        </span>
      </div>
      {results?.map((result, n) => (
        <BotRule key={BOT_RULES[n].id} label={BOT_RULES[n].label} result={result} />
      ))}
    </section>
  );
}

function BotRule({ label, result }: { readonly label: string; readonly result: GamesPlayed }) {
  const { errors, failures, meanPulses } = result;
  if (errors.length < 2) return null;
  const { mean, deviation, close } = errorStatistics(errors);
  return (
    <figure className="bot-rule">
      <div className="bot-words">
        <strong>{label}</strong>{' '}
        <FactButton fact={BOT_FACT}>{`${formatNumber(100 * mean, 2)} ± ${formatNumber(100 * deviation, 1)}\u202f% of output`}</FactButton>,{' '}
        {formatNumber(100 * close)}
        {'\u202f'}% of games within {100 * CLOSE}
        {'\u202f'}%, {formatNumber(meanPulses)} pulses a game{failures > 0 && `, ${failures} without a result`}
      </div>
      <ErrorHistogram counts={errorHistogram(errors, BIN, REACH)} label={label} />
    </figure>
  );
}

function ErrorHistogram({ counts, label }: { readonly counts: readonly number[]; readonly label: string }) {
  const [ref, { width, height }] = useSize<HTMLDivElement>();
  const textSize = useTextSize();
  const side = (counts.length - 1) / 2;
  const step = width / counts.length;
  const base = height - textSize * 1.6;
  return (
    <div className="plot-area error-histogram" ref={ref}>
      {width > 60 && (
        <svg
          className="plot"
          width={width}
          height={height}
          role="img"
          aria-label={`Errors of the rule ${label} in bins of 1 % of output, from −15 to 15: ${counts.join(', ')} games.`}
        >
          {counts.map((count, n) => {
            const tall = (base * Math.min(count, TALLEST)) / TALLEST;
            // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its index.
            return <rect key={n} className="bar" x={n * step + 1} width={Math.max(1, step - 2)} y={base - tall} height={tall} />;
          })}
          <line className="crosshair" x1={width / 2} x2={width / 2} y1={0} y2={base} />
          <line className="baseline" x1={0} x2={width} y1={base} y2={base} />
          {[-10, -5, 0, 5, 10].map((error) => (
            <text key={error} x={(error + side + 0.5) * step} y={base + textSize * 1.3} textAnchor="middle">
              {formatNumber(error)}
              {error === 10 ? ' %' : ''}
            </text>
          ))}
        </svg>
      )}
    </div>
  );
}
