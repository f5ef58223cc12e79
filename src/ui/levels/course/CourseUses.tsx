import { type ClearedUses, clearedUses } from '../../../evidence/clearedUses';
import { Disclosure } from '../../controls/Disclosure';
import { FactButton, factOf } from '../shared/FactButton';
import { SourcedNumber } from '../shared/SourcedNumber';
import { SourcedList } from '../shared/SourcedSentence';

type ClearedUse = ClearedUses['uses'][number];

const WHAT =
  'Year of the decision of the United States Food and Drug Administration. Other countries decide for themselves; later decisions may be missing here.';

/** What may be sold for what, since when, by which document; and that this is no ranking. */
export function CourseUses() {
  return (
    <div className="course-part course-uses">
      <Disclosure title="Cleared uses in the United States, by year">
        <div className="table-scroll">
          <table className="rates">
            <thead>
              <tr>
                <th scope="col">Year</th>
                <th scope="col">Use</th>
                <th scope="col">Device</th>
                <th scope="col">Document</th>
              </tr>
            </thead>
            <tbody>
              {clearedUses.uses.map((use) => (
                <Row key={use.id} use={use} />
              ))}
            </tbody>
          </table>
        </div>
        <SourcedList title="About clearance" sentences={clearedUses.notes} />
        <p className="level-notice">
          Cleared is not proven best. The table leaves out how well each works, what it costs, other countries, and devices that were
          cleared later for a use that is listed already.
        </p>
      </Disclosure>
    </div>
  );
}

function Row({ use: { cleared, day, use, device, document } }: { readonly use: ClearedUse }) {
  const what = `${day === undefined ? '' : `${day} ${cleared.value}. `}${cleared.note === undefined ? '' : `${cleared.note}. `}${WHAT}`;
  return (
    <tr>
      <td>
        <SourcedNumber datum={cleared} title={`Cleared in ${cleared.value}: ${use}`} what={what}>
          {cleared.value}
        </SourcedNumber>
      </td>
      <th scope="row">{use}</th>
      <td>{device}</td>
      <td>
        {document === undefined ? (
          <span className="quiet">not read</span>
        ) : (
          <FactButton fact={factOf(`Document: ${use}`, document.note ?? WHAT, document)}>{document.text}</FactButton>
        )}
      </td>
    </tr>
  );
}
