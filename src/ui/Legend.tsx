import { formatField, formatNumber } from '../core/format';
import type { Vec3 } from '../core/vec3';
import { useColorScale, useReadouts, useShownModel, useView } from './appContext';
import { LegendScale, type ScaleMark } from './LegendScale';
import { rungOf } from './modelRungs';
import { useMedia } from './useMedia';
import { useProbedRegion } from './useProbedRegion';
import { useProbeValue } from './useProbeValue';

/** Windows in which the stage has no free side: there the scale lies flat along its lower edge. */
const NARROW = '(max-width: 1199px)';

/** The scale of the colored cortex, with what is read off marked on it. */
export function Legend() {
  const flat = useMedia(NARROW);
  const scale = useColorScale();
  const model = useShownModel();
  const values = useReadouts();
  const probe = useView((view) => view.probe);
  const atProbe = useProbeValue(probe, values?.scale ?? 0);
  const region = useProbedRegion(probe);
  const unit = scale.unit as 'V/m' | 'T';
  const symbol = unit === 'T' ? '|B|' : '|E|';
  const marks: ScaleMark[] = [];
  if (values && values.unit === unit) {
    marks.push({ kind: 'target', label: 'target', value: values.atTarget }, { kind: 'peak', label: 'peak', value: values.peak });
    if (atProbe !== null) marks.push({ kind: 'probe', label: 'here', value: atProbe });
  }
  return (
    <figure className="legend" data-flat={flat} aria-label={`Color scale of ${symbol} from 0 to ${formatField(scale.limit, unit)}, linear`}>
      <figcaption>
        <b>{symbol}</b>
        <span className="legend-rest">
          {' '}
          on the cortex, {unit}
          <span className="legend-model">{rungOf(model).short}</span>
        </span>
      </figcaption>
      <LegendScale scale={scale} marks={marks} unit={unit} flat={flat} />
      <p className="legend-probe">
        {probe && atProbe !== null && (
          <>
            {formatField(atProbe, unit)} at MNI {formatPoint(probe)}
            {region && <span>near {region}</span>}
          </>
        )}
      </p>
    </figure>
  );
}

const formatPoint = (point: Vec3): string => point.map((x) => formatNumber(x * 1e3)).join(', ');
