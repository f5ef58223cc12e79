import { formatNumber, THIN_SPACE } from '../../core/format';
import { errorBudget, leftOut } from '../../field/measures/errorBudget';
import type { FieldModel } from '../../state/choices';
import { useSnapshot } from '../appContext';
import { Disclosure } from '../controls/Disclosure';

const percent = (share: number): string => `${formatNumber(100 * share, share < 0.01 ? 2 : 1)}${THIN_SPACE}%`;

/** How far the shown field is from the model's exact one: measured, part by part, with how each was measured one step further. */
export function ErrorBudget({ model }: { readonly model: FieldModel }) {
  const parts = errorBudget(useSnapshot('coil'), model);
  const { before, share, after } = leftOut(model);
  return (
    <Disclosure title="How exact is it">
      <table className="budget">
        <caption>Relative error of the field over the cortex</caption>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col">mean</th>
            <th scope="col">worst</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ name, mean, worst }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{percent(mean.value)}</td>
              <td>{worst ? percent(worst.value) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small-print">
        {before}
        {share && percent(share.value)}
        {after}
      </p>
      <Disclosure title="How each was measured">
        <ul className="budget-sources">
          {parts.flatMap(({ name, mean, worst }) =>
            [mean, worst].map(
              (entry, n) =>
                entry && (
                  <li key={`${name} ${n === 0 ? 'mean' : 'worst'}`}>
                    {name}, {percent(entry.value)}: {entry.note} ({entry.verification}).
                  </li>
                ),
            ),
          )}
          {share && (
            <li>
              Left out, {percent(share.value)}: {share.note} ({share.verification}).
            </li>
          )}
        </ul>
      </Disclosure>
    </Disclosure>
  );
}
