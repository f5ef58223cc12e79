import { useState } from 'react';
import { formatNumber } from '../../../core/format';
import { safetyData } from '../../../dose/risk/safetyData';
import { factOf } from '../shared/FactButton';
import { playClick } from '../shared/playClick';
import { RangeRow } from '../shared/RangeRow';
import { SourcedList } from '../shared/SourcedSentence';

const TICKS = [60, 90, 120, 150];

/** How loud coils are: a range over coils, never one number. */
export function SafetySound() {
  const { sound, soundNotes } = safetyData;
  return (
    <>
      <div className="level-main">
        <h3>Sound of the coil at full output, quietest to loudest coil</h3>
        {sound.map(({ id, label, level, distance }, n) => (
          <RangeRow
            key={id}
            id={id}
            name={label}
            range={level.value}
            ticks={TICKS}
            text={`${level.value[0]} to ${level.value[1]} ${level.unit}`}
            fact={factOf(label, `Measured or estimated ${formatNumber(100 * distance.value)} cm from the coil.`, level)}
            scale={n === sound.length - 1 ? (tick) => `${tick} dB` : undefined}
          />
        ))}
      </div>
      <div className="level-aside">
        <Click />
        <h3>Hearing</h3>
        <SourcedList title="Hearing" sentences={soundNotes} />
        <p>
          dB(Z) peak is the height of a single click, dB(A) the level of a train as the ear weighs it. The two scales cannot be compared
          number by number.
        </p>
      </div>
    </>
  );
}

function Click() {
  const [sounding, setSounding] = useState(false);
  const play = (): void => {
    setSounding(true);
    playClick(() => setSounding(false));
  };
  return (
    <>
      <h3>What it sounds like</h3>
      <p>One click of the kind, far softer than any coil: the loudness of this machine says nothing about a real one.</p>
      <button type="button" className="text-button" disabled={sounding} onClick={play}>
        Play one quiet click
      </button>
    </>
  );
}
