import { describe, expect, it } from 'vitest';
import read from './readSentences.json';
import { dataSentences, mayAdvise, screenSentences } from './sentences';

/** Telling a person to begin, end or choose a treatment, in the words that such sentences have. */
const TELLS =
  /\b(you|they|patients|people) (should|must|ought to|need to) (start|begin|stop|end|continue|choose|try|take|have|get|ask for|avoid)\b|\b(start|begin|stop|choose|try|ask for|switch to|avoid) (tms|rtms|treatment|therapy|your|the treatment|this treatment|medication|antidepressants?)\b|\bwe (recommend|advise)\b/i;

describe('What is written about treatment', () => {
  const all = [...dataSentences(), ...screenSentences()].sort();

  it('is gathered from data and screens', () => {
    expect(dataSentences().size).toBeGreaterThan(600);
    expect(screenSentences().size).toBeGreaterThan(1000);
  });

  it('tells nobody to start, stop or choose one', () => {
    expect(TELLS.test('You should stop your tablets.') && TELLS.test('Ask for TMS.')).toBe(true);
    expect(all.filter((sentence) => TELLS.test(sentence))).toEqual([]);
  });

  it('was read with advice in mind wherever a word of advice stands: a new such sentence is read, then listed', () => {
    const listed = new Set(read);
    const sentences = all.filter(mayAdvise);
    expect(sentences.filter((sentence) => !listed.has(sentence))).toEqual([]);
    expect(read.filter((sentence) => !sentences.includes(sentence))).toEqual([]);
  });
});
