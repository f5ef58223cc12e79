import { formatNumber } from '../../core/format';
import { safetyData } from '../../dose/safetyData';
import { SourcedNumber } from './SourcedNumber';
import { SourcedList } from './SourcedSentence';

/** Side effects as bars, active above its comparison. */
export function SafetyEffects() {
  return (
    <>
      <div className="level-main">
        <h3>Of 100 people in each group</h3>
        {safetyData.sideEffects.map(({ id, label, arms }) => (
          <div key={id} className="effect" data-effect={id}>
            <h4>{label}</h4>
            {arms.map(({ label: arm, share }, n) => (
              <div key={arm} className="effect-arm">
                <span className="effect-name">{arm}</span>
                <span className="effect-rail" aria-hidden="true">
                  <span className="effect-bar" data-second={n > 0 || undefined} style={{ width: `${100 * share.value}%` }} />
                </span>
                <span className="effect-value">
                  <SourcedNumber datum={share} title={`${label}, ${arm}`} what="Share of the group that reported it.">
                    {formatNumber(100 * share.value, share.value < 0.1 ? 1 : 0)}
                  </SourcedNumber>
                </span>
              </div>
            ))}
          </div>
        ))}
      </div>
      <div className="level-aside">
        <h3>Pain under the coil, 0 to 10</h3>
        <dl className="readings plain">
          {safetyData.pain.map(({ label, score }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <SourcedNumber datum={score} title={`Pain under the coil, ${label}`}>
                  {formatNumber(score.value, 1)}
                </SourcedNumber>
              </dd>
            </div>
          ))}
        </dl>
        <h3>Also reported</h3>
        <SourcedList title="Reported effect" sentences={safetyData.otherEffects} />
      </div>
    </>
  );
}
