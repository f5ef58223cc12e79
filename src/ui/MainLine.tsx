import { formatField } from '../core/format';
import { useReadouts, useSnapshot } from './appContext';
import { millimeters } from './describeScene';

/** The one line with the main number. The distance is that of the strongest point, and so stands with the maximum. */
export function MainLine() {
  const values = useReadouts();
  const target = useSnapshot('target');
  if (!values) return <p className="main-line">Computing the field…</p>;
  return (
    <p className="main-line">
      <b className="main-number">{formatField(values.atTarget, values.unit)}</b> <span>at {target.label}</span>{' '}
      <span className="main-more">
        maximum {formatField(values.maximum, values.unit)}, {millimeters(values.peakDistance)} away
      </span>
    </p>
  );
}
