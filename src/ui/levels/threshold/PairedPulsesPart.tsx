import { useState } from 'react';
import { formatNumber } from '../../../core/format';
import { drawnRatio, type PairedKind, type PairedWindow, pairedPulses, windowAt } from '../../../dose/threshold/pairedPulses';
import { Announcement } from '../../controls/Announcement';
import { SegmentedControl } from '../../controls/SegmentedControl';
import { SliderField } from '../../controls/SliderField';
import type { Fact } from '../shared/FactButton';
import { SourcedNumber } from '../shared/SourcedNumber';
import { SourcedList } from '../shared/SourcedSentence';
import { PairedPlot } from './PairedPlot';
import { PairedTrace } from './PairedTrace';

const { kinds, notes } = pairedPulses;
const OPTIONS = kinds.map(({ id, label }) => ({ value: id, label }));
const milliseconds = { unit: 'ms', factor: 1e3, decimals: 1 };
/** So near to a published peak the words name it, in seconds. */
const AT_PEAK = 0.00015;
const START = 0.0025;

const ms = (interval: number, decimals = 1): string => formatNumber(1e3 * interval, decimals);

/** The drawn curve: what of it is published and what is not. */
const drawnFact = ({ drawn, label }: PairedKind): Fact => ({
  title: `${label}: the drawn response`,
  what: `Times the response to the second pulse alone. ${drawn.note} The trace has the same drawn shape as that of single pulses. It depends on both intensities, the muscle and the person.`,
  sources: [drawn.source],
  verification: drawn.verification,
});

/** Two pulses through one coil: the interval decides whether the response to the second is smaller or larger. */
export function PairedPulsesPart() {
  const [kindId, setKindId] = useState(kinds[0].id);
  const [chosen, setChosen] = useState(START);
  const kind = kinds.find(({ id }) => id === kindId) ?? kinds[0];
  const [minimum, maximum] = kind.range.value;
  const interval = Math.min(Math.max(chosen, minimum), maximum);
  const window = windowAt(kind, interval);
  const ratio = drawnRatio(kind, interval);
  return (
    <section className="level-block paired-part">
      <h3>Two pulses, one after the other</h3>
      <SegmentedControl legend="Order of the pulses" legendHidden options={OPTIONS} value={kind.id} onChange={setKindId} />
      <p>{kind.says}</p>
      <SliderField
        spec={{
          label: 'Interval',
          help: 'Time from the first to the second pulse.',
          ...{ minimum, maximum, initial: START, step: 1e-4, display: milliseconds },
        }}
        value={interval}
        onChange={setChosen}
      />
      <p className="paired-words" data-sourced>
        <PairedWords kind={kind} window={window} interval={interval} />
      </p>
      <PairedPlot kind={kind} interval={interval} fact={drawnFact(kind)} />
      <PairedTrace interval={interval} ratio={ratio} fact={drawnFact(kind)} />
      <Announcement text={`${ms(interval)} milliseconds: ${window === null ? 'between the published windows' : window.label}.`} />
      <SourcedList title="About two pulses" sentences={notes} />
      <p className="small-print">Left out: how strong both pulses are, the direction of the current, contraction, longer intervals.</p>
    </section>
  );
}

function PairedWords(props: { readonly kind: PairedKind; readonly window: PairedWindow | null; readonly interval: number }) {
  const { kind, window, interval } = props;
  const peak = kind.peaks.find(({ value }) => Math.abs(value - interval) <= AT_PEAK);
  if (window === null) return <>Between the published windows: what happens here depends on the person.</>;
  const [from, to] = window.span.value;
  return (
    <>
      {window.label},{' '}
      <SourcedNumber datum={window.span} title={window.label} what={window.span.note}>
        {ms(from, 0)} to {ms(to, 0)} ms
      </SourcedNumber>
      {kind.peaks.length > 0 && (
        <>
          , largest at{' '}
          {kind.peaks.map((datum, n) => (
            <span key={datum.value}>
              {n > 0 && ' and '}
              <SourcedNumber datum={datum} title={`${window.short}: peak ${n + 1}`} what={datum.note}>
                {ms(datum.value, 2)} ms
              </SourcedNumber>
            </span>
          ))}
        </>
      )}
      {peak === undefined ? '.' : ': here.'}
    </>
  );
}
