import { formatField } from '../../core/format';
import { contourLevelsOf } from '../../field/color/contourLevels';
import { componentSign, componentSymbol } from '../../field/grid/fieldComponents';
import { insideWords, rungOf } from '../../field/simulation/modelLadder';
import { CUT_PLANES } from '../../state/cutPlanes';
import { standsBeside } from '../../state/viewStore';
import { useChoice, useColorScale, usePictureChoice, useReadouts, useShownModel, useSnapshot, useView } from '../appContext';
import { useMedia } from '../controls/useMedia';
import { useShownView } from '../shown/useComparison';
import { useProbeValue } from '../shown/useProbeValue';
import { useProvisional } from '../shown/useProvisional';
import { DifferenceLegend } from './DifferenceLegend';
import { LegendScale, type ScaleMark } from './LegendScale';
import { ProbeReading } from './ProbeReading';

/** Windows in which the stage has no free side: there the scale lies flat along its lower edge. */
const NARROW = '(max-width: 1199px)';

/** The scale of the colored cortex, with what is read off marked on it. */
export function Legend() {
  const narrow = useMedia(NARROW);
  const shown = useShownView();
  const beside = useView((view) => standsBeside(view.level));
  // Side by side, and beside a level, the stages leave room below and none at the side.
  const flat = narrow || beside || shown === 'both';
  return shown === 'difference' ? <DifferenceLegend flat={flat} /> : <FieldLegend flat={flat} />;
}

function FieldLegend({ flat }: { readonly flat: boolean }) {
  const scale = useColorScale();
  const model = useShownModel();
  const values = useReadouts();
  const probe = useView((view) => view.probe);
  const atProbe = useProbeValue(probe, values?.scale ?? 0);
  const unit = scale.unit as 'V/m' | 'T';
  const component = useChoice((choices) => choices.fieldComponent);
  const symbol = componentSymbol(component, unit);
  const inside = insideWords(model, useSnapshot('blocks'));
  const cut = useChoice((choices) => CUT_PLANES.some(({ shown }) => choices[shown]));
  const lines = useContourLines();
  const provisional = useProvisional();
  const marks: ScaleMark[] = [];
  if (values && values.unit === unit) {
    marks.push({ kind: 'target', label: 'target', value: values.atTarget });
    marks.push({ kind: 'strongest', label: 'strongest', value: values.maximum });
    if (atProbe !== null) marks.push({ kind: 'probe', label: 'here', value: atProbe });
    // Lying, the scale has no room for more words; the lines cross its bar all the same.
    if (!flat) marks.push(...lines.filter(({ value }) => value > 0));
  }
  return (
    <figure
      className="legend"
      data-words
      data-flat={flat}
      aria-label={`Color scale of ${symbol} from ${formatField(scale.lowest, unit)} to ${formatField(scale.limit, unit)}, ${scale.logarithmic ? 'logarithmic' : 'linear'}`}
    >
      <figcaption>
        <b>{flat ? componentSign(component, unit) : symbol}</b>
        <span className="legend-rest">
          {' '}
          on the cortex, {unit}
          <span className="legend-model">
            {rungOf(model).short}
            {provisional && ', provisional'}
          </span>
          {inside && cut && <span className="legend-model">cuts: {inside}</span>}
          {component === 'normal' && <span className="legend-model">+ out of the cortex, − into it</span>}
          {scale.logarithmic && <span className="legend-model">logarithmic</span>}
        </span>
      </figcaption>
      <LegendScale scale={scale} marks={marks} lines={lines} unit={unit} flat={flat} />
      <ProbeReading value={atProbe} unit={unit} scale={values?.scale ?? 0} />
    </figure>
  );
}

/** The lines that are drawn on the cortex; on a signed scale on both sides of zero. */
function useContourLines(): readonly ScaleMark[] {
  const shown = useReadouts();
  const on = useChoice((choices) => choices.showContours);
  const thresholdField = usePictureChoice((choices) => choices.thresholdField);
  if (!on || !shown) return [];
  const { halfPeak, threshold } = contourLevelsOf(shown, thresholdField);
  const lines: ScaleMark[] = [{ kind: 'halfPeak', label: '50 % of peak', value: halfPeak }];
  if (threshold !== null) lines.push({ kind: 'threshold', label: 'threshold', value: threshold });
  return shown.component === 'normal' ? lines.flatMap((line) => [line, { ...line, value: -line.value }]) : lines;
}
