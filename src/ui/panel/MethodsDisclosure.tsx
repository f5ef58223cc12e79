import { useState } from 'react';
import { formatNumber, formatQuantity } from '../../core/format';
import { distance } from '../../core/vec3';
import { choose } from '../../state/store';
import { useApp, useChoice } from '../appContext';
import { BoxControl } from '../bound/BoxControl';
import { THIS_HEAD } from '../bound/thisHead';
import { CheckControl } from '../controls/CheckControl';
import { Disclosure } from '../controls/Disclosure';
import { type Fact, FactButton } from '../levels/shared/FactButton';
import { type MethodPoint, type MethodPoints, useMethodPoints } from './useMethodPoints';

const millimeters = { unit: 'mm', factor: 1e3, decimals: 0 };
const centimeters = { unit: 'cm', factor: 100, decimals: 2 };

/** Beam F3 from three tape measures, the 5 cm rule and F3, beside the target. */
export function MethodsDisclosure() {
  const { store } = useApp().simulation;
  const [open, setOpen] = useState(false);
  const shown = useChoice((choices) => choices.showMethods);
  const found = useMethodPoints(open);
  return (
    <Disclosure title="Beam F3 and other rules" onToggle={setOpen}>
      <BoxControl parameter="tapeTragus" />
      <BoxControl parameter="tapeNasionInion" />
      <BoxControl parameter="tapeCircumference" />
      {found && <Walk found={found} />}
      <CheckControl label="Show these places on the scalp" checked={shown} onChange={(next) => choose(store, { showMethods: next })} />
      {found && <Places found={found} />}
      <p className="small-print">
        Beam et al. 2009, in the trigonometric form of its website, walked on this scalp: X along the circumference through Fpz, then Y from
        Cz toward that point. The 5 cm rule starts at the scalp over the hand area. Distances are straight lines on this one head; on other
        heads the rules part differently. <span className="grade">computed</span>
      </p>
      <HeadSize />
    </Disclosure>
  );
}

/** This head is large: said where measures of a person are typed. */
function HeadSize() {
  const scores = THIS_HEAD.map(({ score }) => score);
  const [least, most] = [Math.min(...scores), Math.max(...scores)].map((score) => formatNumber(score, 1));
  const people = THIS_HEAD.map(
    ({ label, mean, deviation }) => `${label} ${formatNumber(100 * mean.value, 1)} ± ${formatNumber(100 * deviation.value, 1)} cm`,
  );
  const fact: Fact = {
    title: 'The size of this head',
    what: `People: ${people.join(', ')}. With the measures of a person Beam F3 moves to another place on this same scalp, which is not that person’s.`,
    formula: '(this head − mean of people) / standard deviation of people',
    sources: THIS_HEAD.slice(0, 1).map(({ mean }) => mean.source),
    verification: THIS_HEAD[0].mean.verification,
  };
  return (
    <p className="small-print head-size">
      This head is large:{' '}
      <FactButton fact={fact}>
        {least} to {most}
      </FactButton>{' '}
      standard deviations above the mean of people in the three measures.
    </p>
  );
}

function Walk({ found: { lengths } }: { readonly found: MethodPoints }) {
  return (
    <p className="small-print method-walk">
      Beam F3: X {formatQuantity(lengths.alongCircumference, centimeters)}, Y {formatQuantity(lengths.fromVertex, centimeters)} (adjusted Y{' '}
      {formatQuantity(lengths.adjustedFromVertex, centimeters)})
    </p>
  );
}

function Places({ found: { points } }: { readonly found: MethodPoints }) {
  const { simulation } = useApp();
  const goTo = ({ position }: MethodPoint): void => choose(simulation.store, simulation.placeOver(position));
  const between = (a: number, b: number): string => formatQuantity(distance(points[a].position, points[b].position), millimeters);
  return (
    <>
      <table className="method-table">
        <thead>
          <tr>
            <th scope="col" colSpan={2}>
              Place
            </th>
            <th scope="col">From target</th>
            <th scope="col">
              <span className="visually-hidden">Coil</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map((point, n) => (
            <tr key={point.id}>
              <td className="method-mark">{n + 1}</td>
              <th scope="row" title={point.how}>
                {point.label}
              </th>
              <td>{formatQuantity(point.fromTarget, millimeters)}</td>
              <td>
                <button
                  type="button"
                  className="text-button small-button"
                  aria-label={`Put the coil on ${point.label}`}
                  onClick={() => goTo(point)}
                >
                  Go
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {points.length > 3 && (
        <p className="small-print">
          1 to 2: {between(0, 1)}; 1 to 3: {between(0, 2)}; 2 to 3: {between(1, 2)}
        </p>
      )}
    </>
  );
}
