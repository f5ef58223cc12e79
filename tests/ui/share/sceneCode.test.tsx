import jsQR from 'jsqr';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { SceneCode } from '../../../src/ui/share/SceneCode';
import { frameAddress, frameSnippet } from '../../../src/ui/share/SharedFrame';

/** The code as a camera would see it, `pixels` to a square, RGBA. */
function photograph(link: string, pixels: number) {
  const markup = renderToStaticMarkup(<SceneCode link={link} onClose={() => {}} />);
  const squares = Number(/viewBox="0 0 (\d+) \1"/.exec(markup)?.[1]);
  const side = Math.round(squares * pixels);
  const data = new Uint8ClampedArray(4 * side * side).fill(255);
  const paths = [...markup.matchAll(/ d="([^"]+)"/g)].map(([, path]) => path);
  const dark = paths.reduce((longest, path) => (path.length > longest.length ? path : longest));
  for (const [, x, y, width] of dark.matchAll(/M\s*(\d+)[ ,](\d+)\s*h(\d+)v1H\d+z/g)) {
    for (let row = Math.round(+y * pixels); row < Math.round((+y + 1) * pixels); row++)
      for (let column = Math.round(+x * pixels); column < Math.round((+x + +width) * pixels); column++)
        data.fill(0, 4 * (row * side + column), 4 * (row * side + column) + 3);
  }
  return { squares, data, side };
}

const longest = `https://coilscope.example/app/#s=${'Ab3-_x9Z'.repeat(250).slice(0, 1964)}`;

describe('The code of a link', () => {
  it.each([
    ['a short one', 'https://coilscope.example/app/#s=AbTprIiLVlKKBQA', 29 + 8],
    ['the longest', longest, 177],
  ])('is read by a camera program: %s', (_, link, most) => {
    const { squares, data, side } = photograph(link, 3);
    expect(squares).toBeLessThanOrEqual(most);
    expect(jsQR(data, side, side)?.data).toBe(link);
  });
});

describe('The frame for another page', () => {
  it('holds the address as text, whatever it is made of', () => {
    const address = frameAddress({
      address: 'https://a.example/"><script>x</script>/',
      part: '#s=A',
      embed: true,
      theme: 'dark',
      controls: [],
      level: 'pulse',
    });
    expect(address).toContain('?embed=1&theme=dark&controls=none&level=pulse#s=A');
    const snippet = frameSnippet(address);
    expect(snippet.match(/</g)).toHaveLength(2);
    expect(/src="([^"]+)"/.exec(snippet)?.[1]).toContain('&quot;');
  });
});
