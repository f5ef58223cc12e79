import type { SourcedText } from '../../dose/aftereffectData';
import { FactButton, factOf } from './FactButton';

/** A sentence with the button that opens its source. */
export function SourcedSentence({ title, sentence }: { readonly title: string; readonly sentence: SourcedText }) {
  return (
    <>
      {sentence.text} <FactButton fact={factOf(title, sentence.text, sentence)}>source</FactButton>
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
