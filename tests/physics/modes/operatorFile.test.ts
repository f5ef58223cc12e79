import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeModes, encodeModes } from '../../../src/physics/modes/modeCodec';
import { readOperator } from '../../../src/physics/modes/readOperator';
import { writeOperator } from '../../../src/physics/modes/writeOperator';
import { instantiateFieldKernels } from '../../../src/physics/wasm/fieldKernels';
import { readKernels } from '../../../src/physics/wasm/readKernels';
import { syntheticOperator } from './syntheticOperator';

const OPERATOR = syntheticOperator();
const FILE = writeOperator(OPERATOR);
const KERNELS = readKernels('fieldKernels');
const read = (bytes: Uint8Array, kernels: BufferSource | null = null) => readOperator(bytes, 'operator.bin', kernels);

describe('an operator file', () => {
  it.each([
    ['TypeScript', null],
    ['WebAssembly', KERNELS],
  ] as const)('is read back entry by entry, decoded in %s', async (_, kernels) => {
    expect(await read(FILE, kernels)).toEqual(OPERATOR);
  });

  it('is written the same every time', () => {
    expect(writeOperator(OPERATOR)).toEqual(FILE);
  });

  it('is smaller than its integers', () => {
    expect(FILE.length).toBeLessThan(OPERATOR.tiles.byteLength + OPERATOR.sensorMatrix.byteLength + 480 + 31 * 512 + 1200);
  });

  it('is refused by name wherever a byte is changed', async () => {
    for (let i = 0; i < FILE.length; i += Math.ceil(FILE.length / 300)) {
      const damaged = FILE.slice();
      damaged[i] ^= 1 << (i % 8);
      await expect(read(damaged), `byte ${i}`).rejects.toThrow(/^operator\.bin (is damaged: .*|has version \d+ .*)\.$/);
    }
  });

  it('is refused by name when it is cut off anywhere, empty, or followed by something else', async () => {
    for (const length of [0, 3, 19, 20, 100, 2000, FILE.length - 1]) {
      await expect(read(FILE.slice(0, length)), `${length} bytes`).rejects.toThrow(/^operator\.bin is damaged: /);
    }
    await expect(read(Uint8Array.from([...FILE, 0]))).rejects.toThrow(/is damaged: it has \d+ of \d+ bytes/);
  });

  it('of another version is refused with both versions', async () => {
    const other = FILE.slice();
    other[4] = 9;
    await expect(read(other)).rejects.toThrow('operator.bin has version 9 and this program reads version 1; build it again.');
  });
});

describe('the coding of the modes', () => {
  const shape = { dimensions: OPERATOR.grid.dimensions, nodes: OPERATOR.grid.nodes, modeCount: 2 };
  const tileCount = Math.ceil((3 * shape.nodes.length) / 16);

  it('keeps any integers of 16 bits, in both decoders', async () => {
    const instances = await Promise.all(Array.from({ length: 12 }, () => instantiateFieldKernels(KERNELS)));
    let run = 0;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.constantFrom(0, 3, 200, 32_767), (seed, most) => {
        const tiles = new Int16Array(tileCount * 32);
        for (let row = 0; row < 3 * shape.nodes.length; row++) {
          for (let mode = 0; mode < 2; mode++) {
            const value = Math.round(most * Math.sin(seed + 7.3 * row * row + mode));
            tiles[(Math.floor(row / 16) * 2 + mode) * 16 + (row % 16)] = value;
          }
        }
        const bytes = encodeModes(tiles, shape);
        for (const kernels of [null, instances[run++]]) {
          const out = new Int16Array(tiles.length);
          decodeModes(bytes, shape, out, kernels);
          expect(out).toEqual(tiles);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('refuses bytes that do not fit the shape, in both decoders', async () => {
    const tiles = new Int16Array(tileCount * 32).fill(5, 0, 16);
    const bytes = encodeModes(tiles, shape);
    const instance = await instantiateFieldKernels(KERNELS);
    for (const kernels of [null, instance]) {
      expect(() => decodeModes(bytes.slice(0, 20), shape, new Int16Array(tiles.length), kernels)).toThrow();
      expect(() => decodeModes(bytes.slice(0, -2), shape, new Int16Array(tiles.length), kernels)).toThrow();
      const changed = bytes.slice();
      changed[changed.length - 1] ^= 85;
      expect(() => decodeModes(changed, shape, new Int16Array(tiles.length), kernels)).toThrow();
    }
  });
});
