import { describe, expect, it } from 'vitest';
import { compositePixels } from '../../../src/figure/picture/compositePixels';

/** One pixel over another: `over` premultiplied, `under` not. */
function lay(over: readonly number[], under: readonly number[]): number[] {
  const out = Uint8ClampedArray.from(under);
  compositePixels(Uint8Array.from(over), out, 1, 1);
  return [...out];
}

describe('Drawn pixels over a background', () => {
  it('hide it where they are opaque, leave it where they are empty, and mix by their opacity in between', () => {
    expect(lay([10, 20, 30, 255], [200, 210, 220, 255])).toEqual([10, 20, 30, 255]);
    expect(lay([0, 0, 0, 0], [200, 210, 220, 255])).toEqual([200, 210, 220, 255]);
    // White at 40 %, premultiplied, over black and over grey.
    expect(lay([102, 102, 102, 102], [0, 0, 0, 255])).toEqual([102, 102, 102, 255]);
    expect(lay([102, 102, 102, 102], [100, 50, 0, 255])).toEqual([162, 132, 102, 255]);
  });

  it('keep color and opacity over nothing, not premultiplied, and stay nothing over nothing', () => {
    expect(lay([102, 51, 0, 102], [0, 0, 0, 0])).toEqual([255, 128, 0, 102]);
    expect(lay([0, 0, 0, 0], [0, 0, 0, 0])).toEqual([0, 0, 0, 0]);
    // 40 % white over 50 % black: 70 % opaque, 4/7 white.
    expect(lay([102, 102, 102, 102], [0, 0, 0, 128])).toEqual([145, 145, 145, 179]);
  });

  it('come with the bottom row first and go with the top row first', () => {
    const [width, height] = [2, 3];
    const over = Uint8Array.from({ length: 4 * width * height }, (_, n) => (n % 4 === 3 ? 255 : Math.floor(n / 4)));
    const under = new Uint8ClampedArray(over.length);
    compositePixels(over, under, width, height);
    expect([...under].filter((_, n) => n % 4 === 0)).toEqual([4, 5, 2, 3, 0, 1]);
    expect([...under].filter((_, n) => n % 4 === 3)).toEqual(new Array(6).fill(255));
  });
});
