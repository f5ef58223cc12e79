import { formatField } from '../../core/format';
import type { Readouts } from '../../field/measures/readouts';
import { underPhrase } from '../../field/measures/underCoil';
import { useFieldUnderCoil, useReadouts, useSnapshot } from '../appContext';
import { millimeters } from '../shown/describeScene';

/** What stands between the number and the place where not the magnitude is shown. */
const COMPONENT_WORDS = { magnitude: '', normal: 'along the normal ', tangential: 'along the surface ' } as const;

/** The one line with the main number: at the target, and with the coil far from it, under the coil first. */
export function MainLine() {
  const values = useReadouts();
  const under = useSnapshot('under');
  if (!values) return <p className="main-line">Computing the field…</p>;
  return <p className="main-line">{under.nearTarget ? <AtTarget values={values} /> : <UnderCoil values={values} />}</p>;
}

/** The distance is that of the strongest point, and so stands with the maximum. */
function AtTarget({ values }: { readonly values: Readouts }) {
  const target = useSnapshot('target');
  return (
    <>
      <b className="main-number">{formatField(values.atTarget, values.unit)}</b>{' '}
      <span>
        {COMPONENT_WORDS[values.component]}at {target.label}
      </span>{' '}
      <span className="main-more">
        maximum {formatField(values.maximum, values.unit)}, {millimeters(values.peakDistance)} away
      </span>
    </>
  );
}

function UnderCoil({ values }: { readonly values: Readouts }) {
  const place = useSnapshot('place');
  const under = useSnapshot('under');
  const target = useSnapshot('target');
  const value = useFieldUnderCoil();
  return (
    <>
      <b className="main-number">{formatField(value ?? Number.NaN, values.unit)}</b>{' '}
      <span>
        {COMPONENT_WORDS[values.component]}
        {underPhrase({ place, under })}
      </span>{' '}
      <span className="main-target">
        at the target, {target.label}, {formatField(values.atTarget, values.unit)}
      </span>{' '}
      <span className="main-more">maximum {formatField(values.maximum, values.unit)}</span>
    </>
  );
}
