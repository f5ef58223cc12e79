import { describe, expect, it } from 'vitest';
import { plainWords, readMarkdown, termsOf } from '../../src/lessons/markdown';

describe('The texts of lessons', () => {
  it('have paragraphs, strong and emphasized words and links to terms', () => {
    expect(readMarkdown('A **coil** and\na *field*.\n\nSee [cortex](#cortex).')).toEqual([
      [
        { kind: 'text', text: 'A ' },
        { kind: 'strong', text: 'coil' },
        { kind: 'text', text: ' and a ' },
        { kind: 'emphasis', text: 'field' },
        { kind: 'text', text: '.' },
      ],
      [
        { kind: 'text', text: 'See ' },
        { kind: 'term', text: 'cortex', id: 'cortex' },
        { kind: 'text', text: '.' },
      ],
    ]);
    expect(termsOf('[a](#b) and [c](#d)')).toEqual(['b', 'd']);
    expect(plainWords('**One** [two](#three)\n\nfour')).toBe('One two\nfour');
  });

  it('hold no HTML and no addresses: both are text', () => {
    const text = '<script>alert(1)</script> [out](https://example.org) [x](javascript:alert(1)) <b>b</b>';
    expect(readMarkdown(text)).toEqual([[{ kind: 'text', text }]]);
  });

  it('are read in linear time', () => {
    const start = performance.now();
    for (const piece of ['*', '**', '[', '[a](#', '*a']) readMarkdown(piece.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
