import { formatNumber } from '../../core/format';
import { safetyData } from '../../dose/safetyData';
import { SourcedNumber } from './SourcedNumber';
import { SourcedList } from './SourcedSentence';

const LOW = 60;
const HIGH = 150;
const TICKS = [60, 90, 120, 150];
const share = (level: number): number => (100 * (level - LOW)) / (HIGH - LOW);

/** How loud coils are: a range over coils, never one number. */
export function SafetySound() {
  return (
    <>
      <div className="level-main">
        <h3>Sound of the coil at full output, quietest to loudest coil</h3>
        {safetyData.sound.map(({ id, label, level, distance }) => (
          <div key={id} className="sound" data-sound={id}>
            <span className="sound-name">{label}</span>
            <span className="sound-rail" aria-hidden="true">
              {TICKS.map((tick) => (
                <span key={tick} className="sound-tick" style={{ left: `${share(tick)}%` }} />
              ))}
              <span
                className="sound-bar"
                style={{ left: `${share(level.value[0])}%`, width: `${share(level.value[1]) - share(level.value[0])}%` }}
              />
            </span>
            <span>
              <SourcedNumber
                datum={level}
                title={label}
                what={`Measured or estimated ${formatNumber(100 * distance.value)} cm from the coil.`}
              >
                {level.value[0]} to {level.value[1]} {level.unit}
              </SourcedNumber>
            </span>
          </div>
        ))}
        <div className="sound-scale small-print" aria-hidden="true">
          {TICKS.map((tick) => (
            <span key={tick}>{tick} dB</span>
          ))}
        </div>
      </div>
      <div className="level-aside">
        <h3>Hearing</h3>
        <SourcedList title="Hearing" sentences={safetyData.soundNotes} />
        <p>
          dB(Z) peak is the height of a single click, dB(A) the level of a train as the ear weighs it. The two scales cannot be compared
          number by number.
        </p>
      </div>
    </>
  );
}
