import type { ParameterSpec } from '../../state/parameterSpec';
import { PARAMETERS, type ParameterId } from '../../state/parameters';
import { choose } from '../../state/store';
import { useApp, useChoice } from '../appContext';
import { NumberBox } from '../controls/NumberBox';

/** One adjustable number that is typed rather than dragged: label and box. */
export function BoxControl({ parameter }: { readonly parameter: ParameterId }) {
  const { store } = useApp().simulation;
  const value = useChoice((choices) => choices[parameter]);
  const spec: ParameterSpec = PARAMETERS[parameter];
  return (
    <div className="control">
      <div className="control-head">
        <span className="pair-label" title={spec.help}>
          {spec.label}
        </span>
        <NumberBox {...spec} value={value} onCommit={(next) => choose(store, { [parameter]: next })} />
      </div>
    </div>
  );
}
