import { useEffect, useState } from 'react';
import { formatQuantity } from '../../core/format';
import { useSnapshot } from '../appContext';
import { NoteButton } from '../notes/NoteButton';

/** The distance is computed when the coil has lain still for this long, in milliseconds. */
const STILL = 250;
const millimeters = { unit: 'mm', factor: 1e3, decimals: 0 };

/** Beside the gap, which is that of the casing: the field follows the winding. */
export function NearestWinding() {
  const compute = useSnapshot('windingDistance');
  const [distance, setDistance] = useState(Number.NaN);
  useEffect(() => {
    const timer = setTimeout(() => setDistance(compute()), STILL);
    return () => clearTimeout(timer);
  }, [compute]);
  return (
    <p className="small-print">
      Nearest winding <NoteButton note="nearestWinding">{formatQuantity(distance, millimeters)}</NoteButton> from the scalp
    </p>
  );
}
