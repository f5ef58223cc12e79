import { formatField } from '../../core/format';
import { useReadouts, useSnapshot } from '../appContext';
import { millimeters } from '../shown/describeScene';

/** What stands between the number and the place where not the magnitude is shown. */
const COMPONENT_WORDS = { magnitude: '', normal: 'along the normal', tangential: 'along the surface' } as const;

/** The one line with the main number. The distance is that of the strongest point, and so stands with the maximum. */
export function MainLine() {
  const values = useReadouts();
  const target = useSnapshot('target');
  if (!values) return <p className="main-line">Computing the field…</p>;
  return (
    <p className="main-line">
      <b className="main-number">{formatField(values.atTarget, values.unit)}</b>{' '}
      <span>
        {values.component === 'magnitude' ? '' : `${COMPONENT_WORDS[values.component]} `}at {target.label}
      </span>{' '}
      <span className="main-more">
        maximum {formatField(values.maximum, values.unit)}, {millimeters(values.peakDistance)} away
      </span>
    </p>
  );
}
