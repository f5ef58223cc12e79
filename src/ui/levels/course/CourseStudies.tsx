import { formatNumber } from '../../../core/format';
import { outcomeData } from '../../../dose/course/outcomeData';
import { outcomeRates } from '../../../dose/course/outcomeRates';
import { Disclosure } from '../../controls/Disclosure';
import { FactButton } from '../shared/FactButton';

const DESIGNS = { 'sham-controlled': 'with sham', 'active-controlled': 'no sham', open: 'no comparison' } as const;
const percent = (share: number): string => formatNumber(100 * share);

/** Every rate of every arm, with its interval. */
export function CourseStudies() {
  return (
    <div className="course-part course-studies">
      <Disclosure title="Response and remission in every study">
        <div className="table-scroll">
          <table className="rates">
            <thead>
              <tr>
                <th scope="col">Study</th>
                <th scope="col">Group</th>
                <th scope="col">Outcome</th>
                <th scope="col">Percent, with interval</th>
              </tr>
            </thead>
            <tbody>
              {outcomeData.studies.flatMap((study) =>
                outcomeRates(study).map((rate) => (
                  <tr key={`${study.id} ${rate.arm} ${rate.outcome}`}>
                    <th scope="row">
                      {study.title} <span className="quiet">({DESIGNS[study.design]})</span>
                    </th>
                    <td>
                      {rate.arm}, {rate.people}
                    </td>
                    <td>{rate.outcome}</td>
                    <td>
                      <FactButton
                        fact={{
                          title: `${study.title}: ${rate.outcome}, ${rate.arm}`,
                          what: `${study.scale}. ${study.note}`,
                          formula: 'share = people with the outcome / all people; 95 % interval by Wilson’s score method',
                          sources: [rate.source],
                          verification: rate.verification,
                        }}
                      >
                        {percent(rate.share)} ({percent(rate.interval[0])} to {percent(rate.interval[1])})
                      </FactButton>
                    </td>
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </div>
      </Disclosure>
    </div>
  );
}
