import { useId, useMemo, useRef, useState } from 'react';
import type { CoilDescription } from '../../../coil/coilDescription';
import { COIL_KIND_NAMES, COIL_KINDS, coilKind } from '../../../coil/coilKind';
import { coilById } from '../../../coil/coilLibrary';
import { COIL_FILE_ENDS } from '../../../coil/files/coilFileNames';
import { LENGTH_UNITS, type LengthUnit, LengthUnitQuestion } from '../../../coil/files/readCoilFile';
import { isOwnCoilId } from '../../../coil/files/readOwnCoil';
import { formatQuantity } from '../../../core/format';
import { measuresAtGap } from '../../../field/measures/measuresAtGap';
import { EDITED_COIL_ID, editedCoil, sameEditedCoil } from '../../../state/editedCoil';
import { MOST_KEPT_BYTES, MOST_KEPT_COILS } from '../../../state/keptCoils';
import { openOwnCoil, removeOwnCoil } from '../../../state/ownCoils';
import { choose } from '../../../state/store';
import { useApp, useChoice, useSession } from '../../appContext';
import { CheckControl } from '../../controls/CheckControl';
import { FileOpener, takeFile } from '../../controls/FileOpener';
import { coilPicturePath } from './coilPicture';

const centimeters = { unit: 'cm', factor: 100, decimals: 2 };
const squareCentimeters = { unit: 'cm²', factor: 1e4, decimals: 0 };
/** Gap at which the cards state depth and spread, in metres. */
const CARD_GAP = 0.004;

/** Shipped coils, the coil of the editor and own coils as cards with their windings drawn to one scale; arrow keys go through them. */
export function CoilPicker({ shipped }: { readonly shipped: readonly string[] }) {
  const { simulation } = useApp();
  const { store } = simulation;
  const chosen = useChoice((choices) => choices.coilId);
  const edited = useEditedCoil();
  const own = useOwnCoils(chosen);
  const name = useId();
  const [measured, setMeasured] = useState(false);
  const library = shipped.map((id) => coilById(id));
  const groups = [
    ...COIL_KINDS.map((kind) => ({ title: COIL_KIND_NAMES[kind], coils: library.filter((coil) => coilKind(coil) === kind) })),
    { title: 'Your own', coils: [edited, ...own] },
  ];
  return (
    <fieldset className="coil-cards">
      <legend className="visually-hidden">Coil</legend>
      {groups.map(({ title, coils }) => (
        <div key={title} className="coil-group">
          <p className="coil-group-title">{title}</p>
          {coils.map((coil) => (
            <CoilCard
              key={coil.id}
              coil={coil}
              group={name}
              checked={coil.id === chosen}
              measured={measured}
              onChoose={() => choose(store, { coilId: coil.id })}
            />
          ))}
        </div>
      ))}
      <CheckControl label="How deep and how wide: d½, S½" checked={measured} onChange={setMeasured} />
      <p className="small-print">
        Windings drawn to one scale.
        {measured && (
          <>
            {' '}
            Below each, d½ and S½: half-value depth and tangential spread over a sphere of 85 mm, cortex at 70 mm, casing 4 mm off the
            scalp. <span className="grade">computed</span>
          </>
        )}
      </p>
    </fieldset>
  );
}

function CoilCard(props: {
  readonly coil: CoilDescription;
  readonly group: string;
  readonly checked: boolean;
  readonly measured: boolean;
  readonly onChoose: () => void;
}) {
  const { coil, group, checked, measured, onChoose } = props;
  const path = useMemo(() => coilPicturePath(coil), [coil]);
  const measures = measured ? measuresAtGap(coil, CARD_GAP) : null;
  // The maker's name at the beginning is for the ear and the tooltip: the cards are small, so that all are seen in one look.
  const maker = coil.name.startsWith(`${coil.manufacturer} `) ? coil.manufacturer : null;
  const [title] = (maker ? coil.name.slice(maker.length + 1) : coil.name).split(' (');
  return (
    <label className="coil-card" title={`${coil.name}. ${coil.description}`}>
      <input className="covering-input" type="radio" name={group} checked={checked} onChange={onChoose} />
      <svg viewBox="-115 -70 230 140" aria-hidden="true">
        <path d={path} />
      </svg>
      <span className="coil-words small-print">
        <span>
          {maker && <span className="visually-hidden">{maker} </span>}
          {title}
        </span>
        {measures && (
          <span>
            <span className="coil-measure">{formatQuantity(measures.halfValueDepth, centimeters)}</span>{' '}
            <span className="coil-measure">{formatQuantity(measures.tangentialSpread, squareCentimeters)}</span>
          </span>
        )}
      </span>
    </label>
  );
}

/** Own coils that are offered: those that were not removed, and the chosen one where Undo brought it back. */
function useOwnCoils(chosen: string): readonly CoilDescription[] {
  const own = useSession((state) => state.ownCoils).value;
  const removed = useSession((state) => state.removedCoils).value;
  return own.filter(({ id }) => id === chosen || !removed.has(id));
}

/** Takes the coil in use, where it is one's own, from the list and from what this browser keeps. */
export function RemoveOwnCoil() {
  const { simulation } = useApp();
  const chosen = useChoice((choices) => choices.coilId);
  const removed = useSession((state) => state.removedCoils).value;
  if (!isOwnCoilId(chosen) || removed.has(chosen)) return null;
  return (
    <button type="button" className="text-button" onClick={() => removeOwnCoil(simulation.session, simulation.store, chosen)}>
      Remove this coil
    </button>
  );
}

/** The coil of the editor; the same object until one of its numbers changes. */
function useEditedCoil(): CoilDescription {
  const { store } = useApp().simulation;
  const held = useRef({ choices: store.getState(), coil: editedCoil(store.getState()) });
  return useChoice((choices) => {
    if (!sameEditedCoil(choices, held.current.choices)) held.current = { choices, coil: editedCoil(choices) };
    return held.current.coil;
  });
}

/** A button for a coil file, and the ear for one that is dropped anywhere on the page; it asks for the unit of the lengths where that is open. */
export function OwnCoilFile() {
  const { simulation, view } = useApp();
  const [asked, setAsked] = useState<{ readonly file: File; readonly suggested: LengthUnit } | null>(null);
  const open = async (file: File, unit?: LengthUnit): Promise<void> => {
    setAsked(null);
    try {
      const coil = await openOwnCoil(simulation.session, file, unit);
      choose(simulation.store, { coilId: coil.id });
    } catch (fault) {
      if (fault instanceof LengthUnitQuestion) setAsked({ file, suggested: fault.suggested });
      throw fault;
    }
  };
  const onProblem = (problem: string | null) => view.setState({ problem });
  return (
    <>
      <FileOpener label="Coil file" accept={COIL_FILE_ENDS} open={open} onProblem={onProblem}>
        Open a coil file…
      </FileOpener>
      {asked && <UnitQuestion {...asked} onAnswer={(unit) => void takeFile(() => open(asked.file, unit), asked.file.name, onProblem)} />}
      <p className="small-print">
        .ccd, .tcd or .nii.gz, or drop it on the page. It stays in this browser, up to {MOST_KEPT_COILS} coils or {MOST_KEPT_BYTES / 1e6}{' '}
        MB, until you remove it.
      </p>
    </>
  );
}

const UNIT_NAMES: Readonly<Record<LengthUnit, string>> = { m: 'meters', cm: 'centimeters', mm: 'millimeters' };

/** The units in which the lengths of a file may be, the likely one first. */
function UnitQuestion(props: { readonly file: File; readonly suggested: LengthUnit; readonly onAnswer: (unit: LengthUnit) => void }) {
  const { file, suggested, onAnswer } = props;
  const units = [suggested, ...(Object.keys(LENGTH_UNITS) as LengthUnit[]).filter((unit) => unit !== suggested)];
  return (
    <fieldset className="small-print">
      <legend>Lengths in {file.name} are</legend>
      {units.map((unit) => (
        <button key={unit} type="button" className="text-button" onClick={() => onAnswer(unit)}>
          {UNIT_NAMES[unit]}
        </button>
      ))}
    </fieldset>
  );
}

/** Whether the editor's sliders are wanted. */
export const useEditorShown = (): boolean => useChoice((choices) => choices.coilId === EDITED_COIL_ID);
