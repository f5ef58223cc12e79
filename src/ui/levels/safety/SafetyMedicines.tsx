import { screeningData } from '../../../dose/risk/screening';
import { SourcedList, SourcedSentence } from '../shared/SourcedSentence';

/** Groups of substances, in words only. */
export function SafetyMedicines() {
  const { principle, groups, notes } = screeningData.medications;
  return (
    <>
      <div className="level-main">
        <p className="safety-sentence">
          <SourcedSentence title="Disclose everything" sentence={principle} />
        </p>
        {groups.map(({ id, label, effect, members, source, verification }) => (
          <div key={id} className="medicine-group">
            <p>
              <strong>{label}:</strong> <SourcedSentence title={label} sentence={{ text: `${effect}.`, source, verification }} />
            </p>
            <p className="quiet">{members.join(', ')}</p>
          </div>
        ))}
      </div>
      <div className="level-aside">
        <h3>What was seen since</h3>
        <SourcedList title="Medicines and seizures" sentences={notes} />
        <p className="level-notice">No list decides about a person: a qualified clinician and the person do.</p>
      </div>
    </>
  );
}
