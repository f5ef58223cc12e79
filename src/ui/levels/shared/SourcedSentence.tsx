import type { SourcedText } from '../../../core/sourced';
import { type Fact, factOf, SourceButton } from './FactButton';

/** A sentence with the button that opens what stands behind it; the button stays on the line of the last word. */
export function FactSentence({ text, fact }: { readonly text: string; readonly fact: Fact }) {
  const cut = text.lastIndexOf(' ') + 1;
  return (
    <>
      {text.slice(0, cut)}
      <span className="sentence-end">
        {text.slice(cut)} <SourceButton fact={fact} />
      </span>
    </>
  );
}

/** A sentence of the evidence files with its source. */
export function SourcedSentence(props: { readonly title: string; readonly sentence: SourcedText; readonly formula?: string }) {
  const { title, sentence, formula } = props;
  return <FactSentence text={sentence.text} fact={{ ...factOf(title, sentence.text, sentence), formula }} />;
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
