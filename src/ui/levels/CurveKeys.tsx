export interface LevelKey {
  /** Class of the curve; `point` for single results. */
  readonly kind: string;
  readonly label: string;
}

/** Title and keys of a plot of these levels; while something is pointed at, the reading stands in the place of the keys. */
export function CurveKeys(props: { readonly title: string; readonly keys: readonly LevelKey[]; readonly reading: string | null }) {
  const { title, keys, reading } = props;
  return (
    <div className="level-plot-head">
      <h3>{title}</h3>
      {reading === null ? (
        <span className="plot-keys">
          {keys.map(({ kind, label }) => (
            <span key={kind} className="plot-key">
              <svg width="18" height="8" aria-hidden="true" className="plot-sample">
                {kind === 'point' ? (
                  <circle className="measured-key" cx="9" cy="4" r="3.5" />
                ) : (
                  <path className={`curve ${kind}`} d="M0 4H18" />
                )}
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
