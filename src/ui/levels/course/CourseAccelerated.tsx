import type { SourcedText } from '../../../core/sourced';
import { outcomeData } from '../../../dose/course/outcomeData';
import { Disclosure } from '../../controls/Disclosure';
import { FactButton, factOf } from '../shared/FactButton';
import { SourcedNumber } from '../shared/SourcedNumber';
import { SourcedList } from '../shared/SourcedSentence';

type AcceleratedTrial = (typeof outcomeData.accelerated.trials)[number];

/** What a trial against this can answer. */
const ANSWERS: Readonly<Record<AcceleratedTrial['against'], string>> = {
  nothing: 'neither',
  sham: 'better than sham?',
  daily: 'faster than daily?',
};

/** Several sessions a day: the trials beside each other, with what each was compared with. */
export function CourseAccelerated() {
  const { trials, notes } = outcomeData.accelerated;
  return (
    <div className="course-part course-accelerated">
      <Disclosure title="Several sessions a day: trials side by side">
        <div className="table-scroll">
          <table className="rates">
            <thead>
              <tr>
                <th scope="col">Trial</th>
                <th scope="col">People</th>
                <th scope="col">Sessions</th>
                <th scope="col">Compared with</th>
                <th scope="col">Can answer</th>
                <th scope="col">What came</th>
              </tr>
            </thead>
            <tbody>
              {trials.map((trial) => (
                <Row key={trial.id} trial={trial} />
              ))}
            </tbody>
          </table>
        </div>
        <SourcedList title="About several sessions a day" sentences={notes} />
        <p className="level-notice">
          Rows are not comparable as numbers: scales, moments and people differ. Left out: how long it lasted, trials still unpublished, and
          what a week of full days asks of people.
        </p>
      </Disclosure>
    </div>
  );
}

function Row({ trial: { title, against, people, sessions, comparison, result } }: { readonly trial: AcceleratedTrial }) {
  const cell = (name: string, datum: SourcedText) => (
    <FactButton fact={factOf(`${title}: ${name}`, datum.text, datum)}>{datum.text}</FactButton>
  );
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>
        {people === undefined ? (
          <span className="quiet">not read</span>
        ) : (
          <SourcedNumber datum={people} title={`${title}: people`}>
            {people.value}
          </SourcedNumber>
        )}
      </td>
      <td>{cell('sessions', sessions)}</td>
      <td>{cell('compared with', comparison)}</td>
      <td>{ANSWERS[against]}</td>
      <td>{cell('what came', result)}</td>
    </tr>
  );
}
