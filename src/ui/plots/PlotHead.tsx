import type { ReactNode } from 'react';

export interface CurveKey {
  /** Class of the curve; `point` for single results. */
  readonly kind: string;
  readonly label: string;
  /** Left out where there is little room. */
  readonly place?: string;
  readonly unit?: string;
}

export interface PlotHeadProps {
  readonly title: string;
  readonly keys: readonly CurveKey[];
  /** While something is pointed at, the reading stands in the place of the keys. */
  readonly reading: string | null;
  readonly heading?: 'h3' | 'h4';
  /** What opens the source of the curves, beside the title. */
  readonly children?: ReactNode;
}

/** Title of a plot with the keys of its curves. */
export function PlotHead({ title, keys, reading, heading: Heading = 'h3', children }: PlotHeadProps) {
  return (
    <div className="plot-head">
      <div className="plot-title">
        <Heading>{title}</Heading>
        {children}
      </div>
      {reading === null ? (
        <span className="plot-keys">
          {keys.map(({ kind, label, place, unit }) => (
            <span key={kind} className="plot-key">
              <svg width="18" height="8" aria-hidden="true" className="plot-sample">
                {kind === 'point' ? (
                  <circle className="measured-key" cx="9" cy="4" r="3.5" />
                ) : (
                  <path className={`curve ${kind}`} d="M0 4H18" />
                )}
              </svg>
              <span>
                {label}
                {place && <span className="plot-place"> {place}</span>}
                {unit && `, ${unit}`}
              </span>
            </span>
          ))}
        </span>
      ) : (
        <span className="plot-reading">{reading}</span>
      )}
    </div>
  );
}
