import { formatField } from '../../core/format';
import type { Readouts } from '../../field/measures/readouts';
import { underPhrase } from '../../field/measures/underCoil';
import { rungOf } from '../../field/simulation/modelLadder';
import { useFieldUnderCoil, useReadouts, useShownModel, useSnapshot } from '../appContext';
import { millimeters } from '../shown/describeScene';
import { useProvisional } from '../shown/useProvisional';

/** What stands between the number and the place where not the magnitude is shown. */
const COMPONENT_WORDS = { magnitude: '', normal: 'along the normal ', tangential: 'along the surface ' } as const;

/** The one line with the main number: at the target, and with the coil far from it, under the coil first. */
export function MainLine() {
  const values = useReadouts();
  const under = useSnapshot('under');
  const provisional = useProvisional();
  if (!values) return <p className="main-line">Computing the field…</p>;
  return (
    <p className="main-line" data-provisional={provisional || undefined}>
      {under.nearTarget ? <AtTarget values={values} /> : <UnderCoil values={values} />}{' '}
      {provisional ? <Provisional /> : <Strongest values={values} near={under.nearTarget} />}
    </p>
  );
}

/** What the line is about, above it: the name of the target. */
export function TargetName() {
  return <span className="target-name">{useSnapshot('target').label}</span>;
}

function AtTarget({ values }: { readonly values: Readouts }) {
  return (
    <>
      <b className="main-number">{formatField(values.atTarget, values.unit)}</b>{' '}
      <span>{COMPONENT_WORDS[values.component]}at the target</span>
    </>
  );
}

function UnderCoil({ values }: { readonly values: Readouts }) {
  const place = useSnapshot('place');
  const under = useSnapshot('under');
  const value = useFieldUnderCoil();
  return (
    <>
      <b className="main-number">{formatField(value ?? Number.NaN, values.unit)}</b>{' '}
      <span>
        {COMPONENT_WORDS[values.component]}
        {underPhrase({ place, under })}
      </span>{' '}
      <span className="main-target">at the target {formatField(values.atTarget, values.unit)}</span>
    </>
  );
}

/** The strongest point of the cortex; how far it is from the target says something only while the coil is there. */
function Strongest({ values, near }: { readonly values: Readouts; readonly near: boolean }) {
  return (
    <span className="main-more">
      strongest {formatField(values.maximum, values.unit)}
      {near && `, ${millimeters(values.peakDistance)} away`}
    </span>
  );
}

/** In place of the strongest point, whose value is about to change too. */
function Provisional() {
  return <span className="main-more">provisional: {rungOf(useShownModel()).short}</span>;
}
