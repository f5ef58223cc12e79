import type { ReactNode } from 'react';
import { IconCanvas } from './IconCanvas';

/** An icon array under its caption, with what its colors mean; the caption holds the opener of its numbers. */
export function IconFigure(props: {
  readonly name: string;
  readonly caption: ReactNode;
  readonly icons: Uint8Array;
  /** Variables of the theme, and what they stand for: one for each class of icon. */
  readonly colors: readonly string[];
  readonly meanings: readonly string[];
  readonly ringed?: number;
}) {
  const { name, caption, icons, colors, meanings, ringed } = props;
  return (
    <figure className="icon-figure">
      <figcaption>{caption}</figcaption>
      <IconCanvas icons={icons} colors={colors} label={`${name}: ${meanings.join(', ')}.`} ringed={ringed} />
      <div className="icon-legend" aria-hidden="true">
        {meanings.map((meaning, n) => (
          <span key={colors[n]} className="icon-meaning">
            <span className="icon-swatch" style={{ background: `var(${colors[n]})` }} />
            {meaning}
          </span>
        ))}
      </div>
    </figure>
  );
}
