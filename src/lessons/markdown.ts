/** A piece of a paragraph. There is no HTML: whatever is not one of these forms is text. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly text: string }
  | { readonly kind: 'term'; readonly text: string; readonly id: string };

export type Paragraph = readonly Inline[];

/** `**strong**`, `*emphasis*`, `[words](#term)`; no form reaches over another or over a line break. Each part is bounded, so that reading is linear. */
const FORMS = /\*\*([^*\n]{1,200})\*\*|\*([^*\n]{1,200})\*|\[([^[\]\n]{1,120})\]\(#([a-z0-9][a-z0-9-]{0,60})\)/g;

/** Reads the Markdown subset of lessons: paragraphs between empty lines, strong and emphasized words, links to terms of the glossary. */
export function readMarkdown(text: string): readonly Paragraph[] {
  return text
    .split(/\n[ \t]*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(readParagraph);
}

function readParagraph(text: string): Paragraph {
  const found: Inline[] = [];
  let from = 0;
  const plain = (to: number): void => {
    if (to > from) found.push({ kind: 'text', text: text.slice(from, to).replace(/\s+/g, ' ') });
  };
  for (const match of text.matchAll(FORMS)) {
    plain(match.index);
    from = match.index + match[0].length;
    const [, strong, emphasis, words, id] = match;
    if (strong !== undefined) found.push({ kind: 'strong', text: strong });
    else if (emphasis !== undefined) found.push({ kind: 'emphasis', text: emphasis });
    else found.push({ kind: 'term', text: words, id });
  }
  plain(text.length);
  return found;
}

/** The words alone. */
export const plainWords = (text: string): string =>
  readMarkdown(text)
    .map((paragraph) => paragraph.map((piece) => piece.text).join(''))
    .join('\n');

/** Ids of the terms that a text links to. */
export const termsOf = (text: string): readonly string[] =>
  readMarkdown(text).flatMap((paragraph) => paragraph.flatMap((piece) => (piece.kind === 'term' ? [piece.id] : [])));
