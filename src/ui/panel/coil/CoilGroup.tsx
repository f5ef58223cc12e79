import { useId, useMemo } from 'react';
import type { CoilDescription } from '../../../coil/coilDescription';
import { COIL_KINDS, type CoilKind, coilKind } from '../../../coil/coilKind';
import { COIL_IDS, coilById } from '../../../coil/coilLibrary';
import { choose } from '../../../state/store';
import { useApp, useChoice } from '../../appContext';
import { coilPicturePath } from './coilPicture';
import { type Catalog, EquipmentDisclosure } from './EquipmentDisclosure';

/** What a newcomer needs to know of a kind, and the coil that stands for it until another of its kind was chosen. */
const KINDS: Readonly<Record<CoilKind, { shape: string; reach: string; coil: string }>> = {
  figure8: { shape: 'Two loops', reach: 'focal', coil: 'magstim-d70' },
  circular: { shape: 'One loop', reach: 'a broad ring', coil: 'magstim-90mm-circular' },
  cone: { shape: 'Cone', reach: 'deeper, wider', coil: 'magstim-double-cone' },
};

/** The coil: its kind in one look, every other one and the stimulator one step away. */
export function CoilGroup({ catalog }: { readonly catalog: Catalog }) {
  return (
    <section className="group" aria-labelledby="group-coil">
      <h2 id="group-coil">Coil</h2>
      <KindCards />
      <EquipmentDisclosure catalog={catalog} />
    </section>
  );
}

/** One card for each kind, with the windings of the coil in use where it is of that kind. A coil of one's own is in none. */
function KindCards() {
  const { store } = useApp().simulation;
  const chosen = useChoice(({ coilId }) => coilId);
  const inUse = COIL_IDS.includes(chosen) ? coilById(chosen) : null;
  const name = useId();
  return (
    <fieldset className="kind-cards">
      <legend className="visually-hidden">Kind of coil</legend>
      {COIL_KINDS.map((kind) => {
        const checked = inUse !== null && coilKind(inUse) === kind;
        return (
          <KindCard
            key={kind}
            {...{ kind, name, checked }}
            coil={checked ? inUse : coilById(KINDS[kind].coil)}
            onChoose={() => choose(store, { coilId: KINDS[kind].coil })}
          />
        );
      })}
    </fieldset>
  );
}

function KindCard(props: {
  readonly kind: CoilKind;
  readonly coil: CoilDescription;
  readonly name: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
}) {
  const { kind, coil, name, checked, onChoose } = props;
  const path = useMemo(() => coilPicturePath(coil), [coil]);
  const { shape, reach } = KINDS[kind];
  return (
    <label className="coil-card" title={coil.name}>
      <input className="covering-input" type="radio" aria-label={`${shape}: ${reach}`} name={name} checked={checked} onChange={onChoose} />
      <svg viewBox="-115 -75 230 150" aria-hidden="true">
        <path d={path} />
      </svg>
      <span className="coil-words">
        <span className="coil-shape">{shape}</span>
        <span className="coil-reach">{reach}</span>
      </span>
    </label>
  );
}
