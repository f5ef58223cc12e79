import { useEffect, useState } from 'react';
import { formatField, formatNumber } from '../../../core/format';
import { type ShamField, type ShamFields, shamFields } from '../../../field/measures/shamField';
import { useApp, useChoice, useSnapshot } from '../../appContext';
import { Announcement } from '../../controls/Announcement';
import type { Fact } from '../shared/FactButton';
import { FactButton } from '../shared/FactButton';
import { RangeRow } from '../shared/RangeRow';

/** The fields are asked for when nothing changed for this long, in milliseconds. */
const QUIET = 250;
const TICKS = [0, 25, 50, 75, 100];
const percent = (share: number): string => formatNumber(100 * share);

const WHAT =
  'The chosen coil over its present place, by the chosen model of the head: once flat on the scalp and once tilted, lifted until its edge rests on the scalp at the same gap, its middle over the same place. Peak: 99.9th percentile of |E| over the cortical surface, wherever it lies. The click, the twitch of the scalp and the shields of sham coils are left out.';

const factOf = (label: string): Fact => ({
  title: `What the coil induces, ${label}`,
  what: WHAT,
  formula: 'share = |E| tilted / |E| flat, both for the same dI/dt; V/m = |E| for 1 A/s · dI/dt',
  sources: ['Computed by the field model of this program.'],
  verification: 'computed',
});

/** What a tilted coil still does in the cortex of this head: by the live model, at the present scene. */
export function CourseShamField() {
  const found = useShamFields();
  const rate = Math.abs(useChoice((choices) => choices.dIdt));
  return (
    <div className="range-rows">
      <h4>What the coil on the stage induces, % of the flat coil</h4>
      {found === null ? (
        <p className="quiet">No electric field to compare: it is on its way, or the chosen model has none.</p>
      ) : (
        <>
          {found.fields.map((field, n) => (
            <Row key={field.id} field={field} rate={rate} last={n === found.fields.length - 1} />
          ))}
          <p className="small-print">
            Bar: peak in the cortex; mark: at the target. Flat, the peak is{' '}
            <FactButton fact={factOf('flat')}>{formatField(found.flatPeak * rate, 'V/m')}</FactButton>.
          </p>
          <Announcement text={found.fields.map(({ label, peakShare }) => `${label}: peak ${percent(peakShare)} percent`).join('; ')} />
        </>
      )}
    </div>
  );
}

function Row({ field, rate, last }: { readonly field: ShamField; readonly rate: number; readonly last: boolean }) {
  const { id, label, peak, peakShare, targetShare } = field;
  return (
    <RangeRow
      id={id}
      name={label}
      range={[0, Math.min(100, 100 * peakShare)]}
      mark={Math.min(100, 100 * targetShare)}
      ticks={TICKS}
      text={`${percent(peakShare)} % (${formatField(peak * rate, 'V/m')}), target ${percent(targetShare)} %`}
      fact={factOf(label)}
      scale={last ? (tick) => formatNumber(tick) : undefined}
    />
  );
}

/** Asked again when the field on the stage changed and then rested; the last answer stays meanwhile. */
function useShamFields(): ShamFields | null {
  const { simulation } = useApp();
  const field = useSnapshot('field');
  const [found, setFound] = useState<ShamFields | null>(null);
  useEffect(() => {
    if (!field) return;
    let current = true;
    const timer = setTimeout(async () => {
      const fields = await shamFields(simulation, () => !current);
      if (current) setFound(fields);
    }, QUIET);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [simulation, field]);
  return found;
}
