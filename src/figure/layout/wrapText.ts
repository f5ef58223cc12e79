import type { Measure, Weight } from '../drawing/drawing';

/** Words of a text in lines of at most `width` pixels; a word that is longer is cut. */
export function wrapText(text: string, width: number, size: number, weight: Weight, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => pieces(each, width, size, weight, measure))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer, size, weight) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** A word, or as many parts of it as it takes for each to fit. */
function pieces(word: string, width: number, size: number, weight: Weight, measure: Measure): string[] {
  if (measure(word, size, weight) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && measure(part + letter, size, weight) > width) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}
