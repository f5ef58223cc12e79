import type { CoilDescription } from '../coil/coilDescription';
import { choose } from '../state/store';
import { useApp, useChoice } from './appContext';
import { Disclosure } from './Disclosure';
import { SelectControl } from './SelectControl';

/** What can be chosen from: lists of the shipped data files. */
export interface Catalog {
  readonly coils: readonly Pick<CoilDescription, 'id' | 'name' | 'description'>[];
  readonly stimulators: readonly { readonly id: string; readonly name: string }[];
}

/** Coil and stimulator: chosen once in a lecture, so one step away. */
export function EquipmentDisclosure({ catalog }: { readonly catalog: Catalog }) {
  const { store } = useApp().simulation;
  const coilId = useChoice((choices) => choices.coilId);
  const stimulatorId = useChoice((choices) => choices.stimulatorId);
  const coil = catalog.coils.find(({ id }) => id === coilId);
  return (
    <Disclosure title="Coil and stimulator">
      <SelectControl
        label="Coil"
        options={catalog.coils.map(({ id, name }) => ({ value: id, label: name }))}
        value={coilId}
        onChange={(id) => choose(store, { coilId: id })}
      />
      {coil && <p className="small-print">{coil.description}</p>}
      <SelectControl
        label="Stimulator"
        options={catalog.stimulators.map(({ id, name }) => ({ value: id, label: name }))}
        value={stimulatorId}
        onChange={(id) => choose(store, { stimulatorId: id })}
      />
    </Disclosure>
  );
}
