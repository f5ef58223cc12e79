import { useState } from 'react';
import packageJson from '../../../package.json';
import { DATA_KINDS, type DataFile, type DataKind, type DataOf } from '../../share/data/dataFiles';
import { provenanceOf } from '../../share/data/provenance';
import { useApp, useIsCurrent } from '../appContext';
import { saveFile } from './saveFile';

/** Numbers of the scene as files, each with a header that says where they come from. */
export function SharedData({ link }: { readonly link: string }) {
  const { simulation, view } = useApp();
  const current = useIsCurrent();
  const [problem, setProblem] = useState<string | null>(null);
  const of = (): DataOf | null => {
    const snapshot = simulation.snapshot();
    const { field, grid } = snapshot;
    if (!field || !grid) return null;
    const choices = simulation.store.getState();
    const { probe, probePinned } = view.getState();
    return {
      scene: { head: simulation.head, choices, snapshot: { ...snapshot, field, grid } },
      probe: probePinned ? probe : null,
      found: simulation.session.getState().found,
      provenance: provenanceOf({ snapshot, choices, headName: simulation.head.name, program: packageJson.version, link, now: new Date() }),
    };
  };
  const save = (make: (given: DataOf) => DataFile): void => {
    const given = of();
    setProblem(given ? null : 'The field is still being computed; try again in a moment.');
    if (!given) return;
    const { end, type, content } = make(given);
    saveFile(`coilscope-${given.scene.choices.targetId}-${end}`, content, type);
  };
  const given = of();
  return (
    <section aria-labelledby="share-data">
      <h3 id="share-data">Data</h3>
      <p className="quiet">
        Each file begins with where its numbers come from: program, link, model, coil, pose, pulse, limits. Positions in mm, MNI-152 axes.
        {!current && ' The field of the chosen model is still on its way; what is shown now is saved.'}
      </p>
      <dl className="data-kinds">
        {DATA_KINDS.map((kind) => (
          <Kind key={kind.id} kind={kind} missing={given && kind.missing ? kind.missing(given) : null} save={save} />
        ))}
      </dl>
      {problem && <p role="alert">{problem}</p>}
    </section>
  );
}

interface KindProps {
  readonly kind: DataKind;
  readonly missing: string | null;
  readonly save: (make: (given: DataOf) => DataFile) => void;
}

function Kind({ kind: { label, forms }, missing, save }: KindProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {missing ? (
          <span className="quiet">{missing}</span>
        ) : (
          forms.map((form) => (
            <button
              key={form.label}
              type="button"
              className="text-button small-button"
              aria-label={`${label}, ${form.label}`}
              onClick={() => save(form.make)}
            >
              {form.label}
            </button>
          ))
        )}
      </dd>
    </div>
  );
}
