export interface CurveKey {
  readonly kind: 'field' | 'flux' | 'current' | 'rate';
  readonly label: string;
}

/** Title of a plot with the keys of its curves; while something is pointed at, the reading stands in the place of the keys. */
export function PlotHead({ title, keys, reading }: { title: string; keys: readonly CurveKey[]; reading: string | null }) {
  return (
    <div className="plot-head">
      <h3>{title}</h3>
      {reading === null ? (
        <span className="plot-keys">
          {keys.map(({ kind, label }) => (
            <span key={kind} className="plot-key">
              <svg width="18" height="8" aria-hidden="true">
                <path className={`curve ${kind}`} d="M0 4H18" />
              </svg>
              {label}
            </span>
          ))}
        </span>
      ) : (
        <span className="plot-reading">{reading}</span>
      )}
    </div>
  );
}
