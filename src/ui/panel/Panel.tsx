import type { FieldModel } from '../../state/choices';
import type { Catalog } from './EquipmentDisclosure';
import { PositionGroup } from './PositionGroup';
import { PulseGroup } from './PulseGroup';
import { ViewGroup } from './ViewGroup';

/** The one column of controls. */
export function Panel({ catalog, unavailable }: { readonly catalog: Catalog; readonly unavailable: readonly FieldModel[] }) {
  return (
    <aside className="panel" aria-label="Controls">
      <div className="panel-scroll">
        <PositionGroup />
        <PulseGroup catalog={catalog} />
        <ViewGroup unavailable={unavailable} />
      </div>
      <p className="not-clinical">Teaching model. Not for clinical use.</p>
    </aside>
  );
}
