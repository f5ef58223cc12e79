import type { FieldModel } from '../../state/choices';
import { useOffers } from '../appContext';
import type { Catalog } from './EquipmentDisclosure';
import { PositionGroup } from './PositionGroup';
import { PulseGroup } from './PulseGroup';
import { ViewGroup } from './ViewGroup';

/** The one column of controls. */
export function Panel({ catalog, unavailable }: { readonly catalog: Catalog; readonly unavailable: readonly FieldModel[] }) {
  const place = useOffers('place');
  const strength = useOffers('strength');
  const coil = useOffers('coil');
  const model = useOffers('model');
  const show = useOffers('show');
  return (
    <aside className="panel" aria-label="Controls">
      <div className="panel-scroll">
        {place && <PositionGroup />}
        {(strength || coil) && <PulseGroup catalog={catalog} />}
        {(model || show) && <ViewGroup unavailable={unavailable} />}
      </div>
      <p className="not-clinical">Teaching model. Not for clinical use.</p>
    </aside>
  );
}
