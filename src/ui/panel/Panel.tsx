import type { FieldModel } from '../../state/choices';
import { useOffers } from '../appContext';
import { CoilGroup } from './coil/CoilGroup';
import type { Catalog } from './coil/EquipmentDisclosure';
import { PositionGroup } from './PositionGroup';
import { PulseGroup } from './PulseGroup';
import { ComputedGroup, ShowGroup } from './ViewGroup';

export interface PanelProps {
  readonly catalog: Catalog;
  readonly unavailable: readonly FieldModel[];
  /** Covered: takes neither pointer nor focus. */
  readonly inert: boolean;
}

/** The one column of controls, in the order in which one sets up: what, where, how strong, by which model, and how it is shown. */
export function Panel({ catalog, unavailable, inert }: PanelProps) {
  const place = useOffers('place');
  const strength = useOffers('strength');
  const coil = useOffers('coil');
  const model = useOffers('model');
  const show = useOffers('show');
  return (
    <aside className="panel" aria-label="Controls" inert={inert}>
      <div className="panel-scroll">
        {coil && <CoilGroup catalog={catalog} />}
        {place && <PositionGroup />}
        {strength && <PulseGroup />}
        {model && <ComputedGroup unavailable={unavailable} />}
        {show && <ShowGroup />}
      </div>
      <p className="not-clinical">Teaching model. Not for clinical use.</p>
    </aside>
  );
}
