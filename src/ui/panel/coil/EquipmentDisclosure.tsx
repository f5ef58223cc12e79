import { useState } from 'react';
import type { CoilDescription } from '../../../coil/coilDescription';
import { stimulatorById } from '../../../coil/stimulatorLibrary';
import { firstPhase } from '../../../field/pulse/pulseOfChoices';
import { choose } from '../../../state/store';
import { useApp, useChoice } from '../../appContext';
import { Disclosure } from '../../controls/Disclosure';
import { SelectControl } from '../../controls/SelectControl';
import { CoilDirection } from './CoilDirection';
import { CoilEditor } from './CoilEditor';
import { CoilNotes } from './CoilNotes';
import { CoilPicker, OwnCoilFile, RemoveOwnCoil, useEditorShown } from './CoilPicker';

/** What can be chosen from: lists of the shipped data files. */
export interface Catalog {
  readonly coils: readonly Pick<CoilDescription, 'id' | 'name' | 'description'>[];
  readonly stimulators: readonly { readonly id: string; readonly name: string }[];
}

/** Every coil and the stimulator: chosen once in a lecture, so one step away. */
export function EquipmentDisclosure({ catalog }: { readonly catalog: Catalog }) {
  const { store } = useApp().simulation;
  const [open, setOpen] = useState(false);
  const stimulatorId = useChoice((choices) => choices.stimulatorId);
  const edited = useEditorShown();
  const chooseStimulator = (id: string): void => {
    const stimulator = stimulatorById(id);
    choose(store, { stimulatorId: id, pulseShape: stimulator.shape, pulseWidth: firstPhase(stimulator) });
  };
  return (
    <Disclosure title="All coils and stimulators" onToggle={setOpen}>
      {open && <CoilPicker shipped={catalog.coils.map(({ id }) => id)} />}
      {edited && <CoilEditor />}
      <CoilNotes />
      {open && <CoilDirection />}
      <RemoveOwnCoil />
      <OwnCoilFile />
      <SelectControl
        label="Stimulator"
        options={catalog.stimulators.map(({ id, name }) => ({ value: id, label: name }))}
        value={stimulatorId}
        onChange={chooseStimulator}
      />
      <p className="small-print">A stimulator brings its own pulse shape and width; both can be changed afterwards.</p>
    </Disclosure>
  );
}
