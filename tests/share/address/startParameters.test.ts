import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_PARAMETERS, offers, readStartParameters } from '../../../src/share/address/startParameters';
import { firstTheme } from '../../../src/share/keeping/firstTheme';

describe('What the address asks for', () => {
  it('is nothing where nothing stands there, and what others put there is left to them', () => {
    for (const search of ['', '?', '?utm_source=mail&fbclid=x', '?uniformField=1'])
      expect(readStartParameters(search)).toEqual({ parameters: NO_PARAMETERS, sentences: [] });
  });

  it('is read as it is meant', () => {
    expect(readStartParameters('?embed=1&theme=projector&controls=place,strength&level=course&lang=en')).toEqual({
      parameters: { embed: true, theme: 'projector', controls: new Set(['place', 'strength']), level: 'course', lesson: null },
      sentences: [],
    });
    expect(readStartParameters('?theme=light').parameters.theme).toBe('light');
    expect([firstTheme(null, null, true), firstTheme(null, null, false)]).toEqual(['light', 'stage']);
    expect([firstTheme(null, 'projector', true), firstTheme('stage', 'projector', true)]).toEqual(['projector', 'stage']);
    expect(readStartParameters('?lesson=hot-spot').parameters).toMatchObject({ lesson: 'hot-spot' });
    expect(readStartParameters('?theme=dark&controls=none').parameters).toMatchObject({ theme: 'stage', controls: new Set() });
  });

  it('offers everything on the page, nothing in a frame, and what was chosen in both', () => {
    const shown = (search: string) => offers(readStartParameters(search).parameters, 'coil');
    expect([shown(''), shown('?embed=1'), shown('?embed=1&controls=coil'), shown('?controls=place')]).toEqual([true, false, true, false]);
  });

  it.each([
    ['?embed=yes', 'embed'],
    ['?theme=pink', 'theme'],
    ['?theme=__proto__', 'theme'],
    ['?controls=coil,everything', 'controls'],
    ['?controls=', 'controls'],
    ['?level=home', 'level'],
    ['?lesson=Hot%20spot', 'lesson'],
    ['?lang=de', 'lang'],
  ])('is answered by one sentence and the default where it cannot be had: %s', (search, name) => {
    const { parameters, sentences } = readStartParameters(search);
    expect(parameters).toEqual(NO_PARAMETERS);
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toMatch(new RegExp(`^${name} in the address [^\\n]+\\.$`));
  });

  it('never fails, whatever stands there', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(fc.constantFrom('embed', 'theme', 'controls', 'level', 'lesson', 'lang'), text, (name, value) => {
        const { sentences } = readStartParameters(`?${name}=${encodeURIComponent(value.replace(/[\ud800-\udfff]/g, '?'))}`);
        expect(sentences.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
