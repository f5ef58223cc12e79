import { burstEvidence, checkTrains, type TrainCheck, tableEvidence } from '../../../dose/protocol/trainChecks';
import { type Fact, FactButton } from '../shared/FactButton';
import { SourcedSentence } from '../shared/SourcedSentence';
import { useProtocolOutcome } from '../shared/useProtocolChoice';

const VERDICTS = {
  inside: 'Inside the tabulated range',
  outside: 'Outside the tabulated range',
  'not-tabulated': 'Not tabulated',
} as const satisfies Record<TrainCheck['verdict'], string>;

const RULES: Readonly<Record<string, string>> = {
  'rossi-2009-train-duration': 'Longest train (Rossi 2009)',
  'chen-1997-train-duration': 'Longest train, with a margin (Chen 1997)',
  'chen-1997-inter-train-gap': 'Silence between trains (Chen 1997)',
};

/** Single trains against the published tables: inside, outside or not tabulated, with where the table comes from. */
export function ProtocolTrains() {
  const { protocol } = useProtocolOutcome();
  const checks = checkTrains(protocol);
  const bursts = protocol.segments.some(({ timing }) => timing.pulsesInBurst > 1 && timing.burstsInTrain > 1);
  return (
    <section className="level-block">
      <h3>Trains against published tables</h3>
      <ul className="train-checks">
        {checks.map((check, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: checks follow from the protocol and have no other name.
          <li key={`${check.rule}-${n}`} data-verdict={check.verdict}>
            <span className="check-rule">{RULES[check.rule] ?? check.rule}</span>
            <FactButton fact={checkFact(check)}>{VERDICTS[check.verdict]}</FactButton>
            <span className="small-print">{checkNumbers(check)}</span>
          </li>
        ))}
      </ul>
      {bursts && (
        <p className="small-print">
          <SourcedSentence title="Theta bursts" sentence={burstEvidence} />
        </p>
      )}
      <p className="small-print">
        <SourcedSentence title="The tables" sentence={tableEvidence} />
      </p>
    </section>
  );
}

function checkNumbers({ value, limit, limitKind, note }: TrainCheck): string {
  const words = { 'tested-to': 'tested to', maximum: 'at most', minimum: 'at least' };
  const bound = limit === null || limitKind === null ? '' : `, ${words[limitKind]} ${Number(limit.toFixed(3))}\u202fs`;
  return `${Number(value.toFixed(3))}\u202fs${bound}. ${note}`;
}

const checkFact = (check: TrainCheck): Fact => ({
  title: RULES[check.rule] ?? check.rule,
  what: `${checkNumbers(check)} Nothing is interpolated between entries of the table.`,
  sources: [check.source],
  verification: check.verification,
});
