import { type ClaimVerdict, claims, claimsOfGroup } from '../../evidence/claims';
import { SegmentedControl } from '../SegmentedControl';
import { ClaimCard } from './ClaimCard';
import './claims.css';
import { CLAIM_GROUPS, VERDICTS, verdictCounts } from './claimWords';
import './evidence.css';
import { useLevelMemory } from './levelMemory';

const ALL = 'all';
const COUNTS = verdictCounts(claims);
const FILTERS = [
  { value: ALL, label: `All ${claims.length}` },
  ...VERDICTS.map(([value, label]) => ({ value: value as string, label: `${label} ${COUNTS[value]}` })),
];

/** What is said about TMS, card by card; the back says what the evidence shows. */
export function ClaimsLevel() {
  const [verdict, setVerdict] = useLevelMemory('verdict');
  const [turned, setTurned] = useLevelMemory('turned');
  const shown = (candidate: ClaimVerdict): boolean => verdict === ALL || candidate === verdict;
  const visible = claims.filter((claim) => shown(claim.verdict));
  const allTurned = visible.every(({ id }) => turned.includes(id));
  const turn = (id: string): void => setTurned(turned.includes(id) ? turned.filter((other) => other !== id) : [...turned, id]);
  return (
    <section className="evidence-level claims-level" aria-label="Claims">
      <div className="claims-head">
        <p>What an explainer of TMS says, in our words. Guess first, then turn the card.</p>
        <SegmentedControl<string> legend="Verdict" legendHidden options={FILTERS} value={verdict} onChange={setVerdict} />
        <button type="button" className="text-button" onClick={() => setTurned(allTurned ? [] : visible.map(({ id }) => id))}>
          {allTurned ? 'Turn all back' : 'Turn all'}
        </button>
      </div>
      {CLAIM_GROUPS.map(([group, title]) => {
        const cards = claimsOfGroup(group).filter((claim) => shown(claim.verdict));
        if (cards.length === 0) return null;
        return (
          <div key={group} className="claim-group">
            <h3>{title}</h3>
            <div className="claim-cards">
              {cards.map((claim) => (
                <ClaimCard key={claim.id} claim={claim} turned={turned.includes(claim.id)} onTurn={() => turn(claim.id)} />
              ))}
            </div>
          </div>
        );
      })}
    </section>
  );
}
