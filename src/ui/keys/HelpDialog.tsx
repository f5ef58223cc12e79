import { useEffect, useRef } from 'react';
import { modelDifference } from '../../coil/modelDifference';
import { PARAMETER_HELP } from '../../share/address/startParameters';
import { useSnapshot } from '../appContext';
import { CheckControl } from '../controls/CheckControl';
import { Icon } from '../controls/Icon';
import { ABSOLUTE_LIMIT } from '../notes/honestyNotes';
import { HOTKEYS, type Hotkey } from './hotkeys';

export interface HelpDialogProps {
  readonly open: boolean;
  readonly singleKeys: boolean;
  readonly onSingleKeys: (on: boolean) => void;
  readonly onClose: () => void;
}

const GROUPS: readonly Hotkey['group'][] = ['Coil', 'Probe', 'View', 'Everything'];

/** What is seen, and the keys: printed from the table that the listener obeys. */
export function HelpDialog({ open, singleKeys, onSingleKeys, onClose }: HelpDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const coil = useSnapshot('coil');
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open && dialog.current?.open) dialog.current.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className="help"
      aria-labelledby="help-title"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      {open && (
        <div className="help-body">
          <button type="button" className="icon-button note-close" aria-label="Close" onClick={onClose}>
            <Icon name="close" />
          </button>
          <h2 id="help-title">Help and keys</h2>
          <p>
            A coil over the scalp drives a brief current pulse; its changing magnetic field induces an electric field in the brain. The
            colors show how strong that field is on the folded cortex. Gray cortex: below about a fifth of the scale’s top.
          </p>
          <p>
            Drag the coil along the scalp, or use the keys below while the picture has the focus. Every slider also takes arrows, Page Up
            and Page Down, Home and End; Shift makes fine steps; Delete or a double click brings back the default. Boxes take units, such as
            4 cm.
          </p>
          <p>
            {modelDifference(coil)} {ABSOLUTE_LIMIT}
          </p>
          <div className="key-groups">
            {GROUPS.map((group) => (
              <KeyTable key={group} group={group} />
            ))}
          </div>
          <AddressTable />
          <CheckControl label="Keys without Ctrl or Alt are on" checked={singleKeys} onChange={onSingleKeys} />
        </div>
      )}
    </dialog>
  );
}

/** What can stand behind the question mark of the address. */
function AddressTable() {
  return (
    <section className="address-table">
      <h3>In the address, as ?theme=projector&amp;controls=place</h3>
      <dl>
        {PARAMETER_HELP.map(([name, values, meaning]) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>
              {meaning}
              {values && <span className="quiet">: {values}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function KeyTable({ group }: { readonly group: Hotkey['group'] }) {
  return (
    <section>
      <h3>{group}</h3>
      <dl className="keys">
        {HOTKEYS.filter((hotkey) => hotkey.group === group).map(({ caps, label }) => (
          <div key={caps.join('+')}>
            <dt>
              {caps.map((cap) => (
                <kbd key={cap}>{cap}</kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
