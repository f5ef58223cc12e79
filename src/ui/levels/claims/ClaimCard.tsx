import { useId } from 'react';
import type { Claim, ClaimGuess } from '../../../evidence/claims';
import { choose } from '../../../state/store';
import { useApp } from '../../appContext';
import { setLevelMemory } from '../shared/levelMemory';
import { SourcedNumber } from '../shared/SourcedNumber';
import { FactSentence } from '../shared/SourcedSentence';
import { CLAIM_PLACES, type ClaimPlace } from './claimShow';
import { CLAIM_GUESSES, claimFormula, FIGURE_FORMULAS, figureText, rightGuess, verdictLabel } from './claimWords';

export interface ClaimCardProps {
  readonly claim: Claim;
  readonly turned: boolean;
  /** The first guess at this card, if there was one. */
  readonly guess: ClaimGuess | undefined;
  readonly onGuess: (guess: ClaimGuess) => void;
  readonly onTurn: () => void;
}

/** One statement to judge; turned, with what the evidence says to it. The buttons stay, so that the focus stays. */
export function ClaimCard({ claim, turned, guess, onGuess, onTurn }: ClaimCardProps) {
  const id = useId();
  const right = rightGuess(claim.verdict);
  return (
    <article className="claim" data-claim={claim.id} data-verdict={turned ? claim.verdict : undefined}>
      <fieldset className="claim-front" aria-describedby={turned ? id : undefined}>
        <legend className="claim-statement">{claim.statement}</legend>
        {/* Turned without a guess, there is nothing left to guess. */}
        <div className="claim-guesses" hidden={turned && right !== null && guess === undefined}>
          {right === null ? (
            <button type="button" className="claim-guess" aria-expanded={turned} aria-controls={id} onClick={onTurn}>
              {turned ? 'Turn back' : 'Turn the card'}
            </button>
          ) : (
            CLAIM_GUESSES.map(([value, label]) => (
              <button
                key={value}
                type="button"
                className="claim-guess"
                aria-pressed={guess === value}
                aria-disabled={turned || undefined}
                onClick={() => onGuess(value)}
              >
                {label}
              </button>
            ))
          )}
        </div>
      </fieldset>
      <div id={id} className="claim-back" hidden={!turned}>
        {turned && <Back claim={claim} guess={guess} />}
      </div>
    </article>
  );
}

function Back({ claim, guess }: { readonly claim: Claim; readonly guess: ClaimGuess | undefined }) {
  const { id, verdict, correction, figures, sources, verification } = claim;
  const right = guess === rightGuess(verdict);
  return (
    <>
      <p className="claim-verdict">
        <span className="verdict">{verdictLabel(verdict)}</span>
        {guess !== undefined && <span className="claim-score">{right ? 'You said so.' : 'You said otherwise.'}</span>}
      </p>
      <p>
        <FactSentence
          text={correction}
          fact={{ title: claim.statement, what: correction, formula: claimFormula(claim), sources, verification }}
        />
      </p>
      {figures.length > 0 && (
        <ul className="claim-figures">
          {figures.map((figure) => (
            <li key={figure.label}>
              {figure.label}:{' '}
              <SourcedNumber datum={figure} title={figure.label} formula={FIGURE_FORMULAS[figure.label]}>
                {figureText(figure)}
              </SourcedNumber>
            </li>
          ))}
        </ul>
      )}
      <ShowButton place={CLAIM_PLACES[id]} />
    </>
  );
}

function ShowButton({ place }: { readonly place: ClaimPlace | undefined }) {
  const { simulation, view } = useApp();
  if (!place) return <p className="small-print">Words only: nothing in this simulator shows it.</p>;
  const show = (): void => {
    if (place.choices) choose(simulation.store, place.choices);
    if (place.memory) setLevelMemory(simulation.session, place.memory);
    view.setState({ level: place.level });
  };
  return (
    <button type="button" className="text-button" onClick={show}>
      Show it <span className="quiet">({place.where})</span>
    </button>
  );
}
