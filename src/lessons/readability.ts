/** Words of a text. */
export const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.,-]*/gu) ?? [];

const sentencesOf = (text: string): number => Math.max(1, (text.match(/[.?!:](?=\s|$)/g) ?? []).length);

/** Syllables of an English word: groups of vowels without a silent e at the end; at least one. */
export function syllables(word: string): number {
  const bare = word.toLowerCase().replace(/[^a-z]/g, '');
  const groups = bare
    .replace(/(?:[^laeiouy]es|[^laeiouytd]ed|[^laeiouy]e)$/, '')
    .replace(/^y/, '')
    .match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 1);
}

export interface Readability {
  readonly words: number;
  readonly wordsPerSentence: number;
  /**
   * Grade of Flesch and Kincaid: 0.39 × words per sentence + 11.8 × syllables per word − 15.59
   * (Kincaid et al. 1975, Naval Technical Training Command, Research Branch Report 8-75).
   */
  readonly grade: number;
}

/** How hard a text is to read. `terms`: words, in small letters, that count one syllable, since they are what is taught. */
export function readability(text: string, terms: ReadonlySet<string>): Readability {
  const words = wordsOf(text);
  const count = Math.max(1, words.length);
  const wordsPerSentence = count / sentencesOf(text);
  const isTerm = (word: string): boolean => terms.has(word.toLowerCase().replace(/[.,’'-]+$|['’]s$/g, ''));
  const sounds = words.reduce((sum, word) => sum + (isTerm(word) ? 1 : syllables(word)), 0);
  return { words: words.length, wordsPerSentence, grade: 0.39 * wordsPerSentence + 11.8 * (sounds / count) - 15.59 };
}
