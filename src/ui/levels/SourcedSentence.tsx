import type { SourcedText } from '../../dose/aftereffectData';
import { FactButton, factOf } from './FactButton';

/** A sentence with the button that opens its source; the button stays on the line of the last word. */
export function SourcedSentence(props: { readonly title: string; readonly sentence: SourcedText; readonly formula?: string }) {
  const { title, sentence, formula } = props;
  const cut = sentence.text.lastIndexOf(' ') + 1;
  return (
    <>
      {sentence.text.slice(0, cut)}
      <span className="sentence-end">
        {sentence.text.slice(cut)} <FactButton fact={{ ...factOf(title, sentence.text, sentence), formula }}>source</FactButton>
      </span>
    </>
  );
}

/** Sentences in a list, each with its source. */
export function SourcedList({ title, sentences }: { readonly title: string; readonly sentences: readonly SourcedText[] }) {
  return (
    <ul className="sourced-list">
      {sentences.map((sentence) => (
        <li key={sentence.text}>
          <SourcedSentence title={title} sentence={sentence} />
        </li>
      ))}
    </ul>
  );
}
