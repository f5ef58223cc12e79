import { useId } from 'react';
import type { Claim } from '../../evidence/claims';
import { citationLine } from '../../evidence/sources';
import { VERIFICATION_LABELS } from '../../evidence/verificationLabel';
import { choose } from '../../state/store';
import { useApp } from '../appContext';
import { CLAIM_PLACES, type ClaimPlace } from './claimShow';
import { figureText, verdictLabel } from './claimWords';
import { GradeMark } from './FactButton';
import { setLevelMemory } from './levelMemory';
import { SourcedNumber } from './SourcedNumber';

/** One statement; turned, with what the evidence says to it. */
export function ClaimCard({ claim, turned, onTurn }: { readonly claim: Claim; readonly turned: boolean; readonly onTurn: () => void }) {
  const id = useId();
  return (
    <article className="claim" data-claim={claim.id} data-verdict={turned ? claim.verdict : undefined}>
      <button type="button" className="claim-turn" aria-expanded={turned} aria-controls={id} onClick={onTurn}>
        <span className="claim-statement">{claim.statement}</span>
        <span className="claim-hint">{turned ? 'Turn back' : 'What does the evidence show?'}</span>
      </button>
      <div id={id} className="claim-back" hidden={!turned}>
        {turned && <Back claim={claim} />}
      </div>
    </article>
  );
}

function Back({ claim }: { readonly claim: Claim }) {
  const { id, verdict, correction, figures, sources, verification } = claim;
  const place = CLAIM_PLACES[id];
  return (
    <>
      <p>
        <span className="verdict">{verdictLabel(verdict)}</span>
        <GradeMark verification={verification} />
      </p>
      <p>{correction}</p>
      {figures.length > 0 && (
        <ul className="claim-figures">
          {figures.map((figure) => (
            <li key={figure.label}>
              {figure.label}:{' '}
              <SourcedNumber datum={figure} title={figure.label}>
                {figureText(figure)}
              </SourcedNumber>
            </li>
          ))}
        </ul>
      )}
      {sources.map((source) => (
        <p key={source} className="small-print">
          {citationLine(source)}
        </p>
      ))}
      <p className="small-print">
        <span className="grade">{verification}</span> {VERIFICATION_LABELS[verification]}
      </p>
      {place && <ShowButton place={place} />}
    </>
  );
}

function ShowButton({ place }: { readonly place: ClaimPlace }) {
  const { simulation, view } = useApp();
  const show = (): void => {
    if (place.choices) choose(simulation.store, place.choices);
    if (place.memory) setLevelMemory(view, place.memory);
    view.setState({ level: place.level });
  };
  return (
    <button type="button" className="text-button" onClick={show}>
      Show it <span className="quiet">({place.where})</span>
    </button>
  );
}
