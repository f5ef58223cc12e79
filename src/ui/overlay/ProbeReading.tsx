import { formatField, formatNumber, THIN_SPACE } from '../../core/format';
import { norm, type Vec3 } from '../../core/vec3';
import { useView } from '../appContext';
import { directionWords } from '../shown/directionWords';
import { useProbedRegion } from '../shown/useProbedRegion';
import { useProbeVector } from '../shown/useProbeVector';

/** What is read at the probed place of the cortex: the field and where it points, the place, its region. A pinned probe is spoken. */
export function ProbeReading({
  value,
  unit,
  scale,
}: {
  readonly value: number | null;
  readonly unit: 'V/m' | 'T';
  readonly scale: number;
}) {
  const probe = useView((view) => view.probe);
  const pinned = useView((view) => view.probePinned);
  const region = useProbedRegion(probe);
  const vector = useProbeVector(probe, scale);
  return (
    <p className="legend-probe" aria-live={pinned ? 'polite' : 'off'} data-pinned={pinned}>
      {probe && value !== null && (
        <>
          {formatSigned(value, unit)}
          {vector && norm(vector) > 0 && ` toward ${directionWords(vector, probe)}`}
          <span>MNI {formatPlace(probe)}</span>
          {region && <span>near {region}</span>}
        </>
      )}
    </p>
  );
}

const formatSigned = (value: number, unit: 'V/m' | 'T'): string =>
  value < 0 ? `\u2212${formatField(-value, unit)}` : formatField(value, unit);

/** Coordinates with the letter of their positive side: `R −41 A 16 S 54 mm`. */
export const formatPlace = (point: Vec3): string =>
  `${['R', 'A', 'S'].map((letter, axis) => `${letter}${THIN_SPACE}${formatNumber(point[axis] * 1e3)}`).join(' ')}${THIN_SPACE}mm`;
