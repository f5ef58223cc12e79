import slopes from '../../../models/heads/colin27/foldedSlopes.json';
import { formatNumber, THIN_SPACE } from '../../core/format';
import type { Sourced } from '../../core/sourced';
import { factorsOfChoices } from '../../field/simulation/tissueFactors';
import { isStandard } from '../../physics/folded/foldedSlopes';
import { CONDUCTIVITY_PARAMETERS } from '../../state/conductivityParameters';
import { PARAMETERS } from '../../state/parameters';
import { choose } from '../../state/store';
import { useApp, useChoice, useSnapshot } from '../appContext';
import { SliderControl } from '../bound/SliderControl';
import { Disclosure } from '../controls/Disclosure';
import { type Fact, FactButton } from '../levels/shared/FactButton';

const measured = slopes as unknown as Readonly<Record<string, Sourced<number>>>;
const percent = ({ value }: Sourced<number>): string => `${formatNumber(100 * value, 1)}${THIN_SPACE}%`;

const fact = (title: string, { note = '' }: Sourced<number>): Fact => ({
  title,
  what: note,
  formula: 'E(σ) = (1 + Σ ln(σ / σ₀) D) E(σ₀) at every vertex; D is a tensor of each tissue, fitted to solutions between σ₀ / √2 and σ₀ √2',
  sources: ['Solved on voxels of 1 mm of the shipped head by the builder of the slopes.'],
  verification: 'computed',
});

const ENDS = [
  ['Fluid', 'csfEndChange', 'csfEndMean'],
  ['Gray matter', 'greyEndChange', 'greyEndMean'],
  ['White matter', 'whiteEndChange', 'whiteEndMean'],
  ['All three', 'cornerChange', 'cornerMean'],
] as const;

/** Conductivities of the folded cortex, from half to twice what is published, and how far the slopes can be trusted. */
export function ConductivityControls() {
  const { store } = useApp().simulation;
  const state = useSnapshot('slopes');
  const standard = useChoice((choices) => isStandard(factorsOfChoices(choices)));
  const reset = (): void =>
    choose(store, {
      conductivityFluid: PARAMETERS.conductivityFluid.initial,
      conductivityGray: PARAMETERS.conductivityGray.initial,
      conductivityWhite: PARAMETERS.conductivityWhite.initial,
    });
  return (
    <Disclosure title="Conductivities">
      {(Object.keys(CONDUCTIVITY_PARAMETERS) as (keyof typeof CONDUCTIVITY_PARAMETERS)[]).map((parameter) => (
        <SliderControl key={parameter} parameter={parameter} />
      ))}
      {!standard && (
        <button type="button" className="text-button" onClick={reset}>
          Back to the published values
        </button>
      )}
      <p className="small-print" aria-live="polite">
        {!standard && state.phase === 'loading' && 'The slopes are on their way; until then the published values are used.'}
        {!standard && state.phase === 'refused' && `${state.sentence} The published values are used.`}
      </p>
      <table className="budget">
        <caption>Halved and doubled, over the cortex</caption>
        <thead>
          <tr>
            <th scope="col">Conductivity</th>
            <th scope="col">change</th>
            <th scope="col">error</th>
          </tr>
        </thead>
        <tbody>
          {ENDS.map(([name, change, error]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {[change, error].map((entry) => (
                <td key={entry}>
                  <FactButton fact={fact(name, measured[entry])}>{percent(measured[entry])}</FactButton>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small-print">
        The field follows by slopes; their error grows with the change. Cut planes, the coil’s axis and volumes keep the published values.
      </p>
    </Disclosure>
  );
}
