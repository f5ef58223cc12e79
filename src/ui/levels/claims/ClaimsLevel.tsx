import { type Claim, type ClaimGuess, claims } from '../../../evidence/claims';
import { Announcement } from '../../controls/Announcement';
import { SelectControl } from '../../controls/SelectControl';
import { ClaimCard } from './ClaimCard';
import './claims.css';
import { CLAIM_GROUPS, claimScore, VERDICTS, verdictCounts } from './claimWords';
import '../shared/evidence.css';
import { type Fact, FactButton } from '../shared/FactButton';
import { useLevelMemory } from '../shared/levelMemory';
import { WhereToFindHelp } from '../shared/WhereToFindHelp';

const ALL = 'all';
const COUNTS = verdictCounts(claims);
const VERDICT_OPTIONS = [
  { value: ALL, label: `All, ${claims.length}` },
  ...VERDICTS.map(([value, label]) => ({ value: value as string, label: `${label}, ${COUNTS[value]}` })),
];
const CHAPTERS = [{ value: ALL, label: 'All' }, ...CLAIM_GROUPS.map(([value, label]) => ({ value: value as string, label }))];
const SCORE_FACT: Fact = {
  title: 'Guesses that agree with the verdict',
  what: 'The first guess at each card counts, until the page is loaded anew. Verdicts are judgments of this program, each with its sources.',
  formula: 'cards guessed right of cards guessed',
  sources: ['project-choice'],
  verification: 'computed',
};

/** What is said about TMS, card by card: guess, then see what the evidence shows. */
export function ClaimsLevel() {
  const [verdict, setVerdict] = useLevelMemory('verdict');
  const [chapter, setChapter] = useLevelMemory('chapter');
  const [turned, setTurned] = useLevelMemory('turned');
  const [guesses, setGuesses] = useLevelMemory('guesses');
  const shown = (claim: Claim): boolean => (verdict === ALL || claim.verdict === verdict) && (chapter === ALL || claim.group === chapter);
  const visible = claims.filter(shown);
  const allTurned = visible.every(({ id }) => turned.includes(id));
  const others = turned.filter((id) => !visible.some((claim) => claim.id === id));
  const turn = (id: string): void => setTurned(turned.includes(id) ? turned.filter((other) => other !== id) : [...turned, id]);
  const guess = ({ id }: Claim, value: ClaimGuess): void => {
    if (turned.includes(id)) return;
    if (guesses[id] === undefined) setGuesses({ ...guesses, [id]: value });
    turn(id);
  };
  return (
    <section className="evidence-level claims-level" aria-label="Claims">
      <div className="claims-head">
        <p>What an explainer of TMS says, in our words. Guess what the evidence shows, and the card turns.</p>
        <Score guesses={guesses} />
        <div className="claims-filters">
          <SelectControl label="Chapter" options={CHAPTERS} value={chapter} onChange={setChapter} />
          <SelectControl label="Verdict (gives the answer away)" options={VERDICT_OPTIONS} value={verdict} onChange={setVerdict} />
          <button
            type="button"
            className="text-button"
            onClick={() => setTurned(allTurned ? others : [...others, ...visible.map(({ id }) => id)])}
          >
            {allTurned ? 'Turn all back' : 'Turn all'}
          </button>
        </div>
      </div>
      {visible.length === 0 && <p className="quiet">No card of this chapter has this verdict.</p>}
      {CLAIM_GROUPS.map(([group, title]) => {
        const cards = visible.filter((claim) => claim.group === group);
        if (cards.length === 0) return null;
        return (
          <div key={group} className="claim-group">
            <h3>{title}</h3>
            <div className="claim-cards">
              {cards.map((claim) => (
                <ClaimCard
                  key={claim.id}
                  claim={claim}
                  turned={turned.includes(claim.id)}
                  guess={guesses[claim.id]}
                  onGuess={(value) => guess(claim, value)}
                  onTurn={() => turn(claim.id)}
                />
              ))}
            </div>
          </div>
        );
      })}
      <WhereToFindHelp />
    </section>
  );
}

function Score({ guesses }: { readonly guesses: Readonly<Record<string, ClaimGuess>> }) {
  const { right, guessed } = claimScore(claims, guesses);
  if (guessed === 0) return null;
  const words = `${right} of ${guessed} guessed right`;
  return (
    <p className="claims-score">
      <FactButton fact={SCORE_FACT}>
        <span data-reading="score">{words}</span>
      </FactButton>
      <Announcement text={`${words}.`} />
    </p>
  );
}
