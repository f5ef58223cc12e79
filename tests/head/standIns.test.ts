import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadHead } from '../../src/head/loadHead';

const FOLDER = join(import.meta.dirname, '../../models/heads/colin27');
const intact = async (name: string): Promise<Uint8Array> => new Uint8Array(readFileSync(join(FOLDER, name)));

/** Fetches as usual, but one file arrives with a byte turned, or not at all. */
const withFault = (faulty: string, fault: 'damaged' | 'missing') => async (name: string) => {
  if (name !== faulty) return intact(name);
  if (fault === 'missing') throw new Error('404');
  const bytes = await intact(name);
  bytes[bytes.length >> 1] ^= 0x40;
  return bytes;
};

describe('A head with a faulty file', () => {
  it('has no problems when all is well, and its progress ends at 1', async () => {
    const shares: number[] = [];
    const head = await loadHead((share) => shares.push(share), intact);
    expect(head.problems).toEqual([]);
    expect(shares.at(-1)).toBeCloseTo(1, 9);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  it.each([
    'damaged',
    'missing',
  ] as const)('goes on without the folded cortex, the scalp, the context or the names when one is %s', async (fault) => {
    for (const name of ['scalp.glb', 'cortex.glb', 'context.glb', 'regions.json']) {
      const head = await loadHead(undefined, withFault(name, fault));
      expect(head.problems).toHaveLength(1);
      expect(head.problems[0]).toContain(name);
      expect(head.scalp.positions.length).toBeGreaterThan(0);
      expect(head.cortex.positions.length).toBeGreaterThan(0);
    }
  });

  it.each(['shells.glb', 'landmarks.json'])('is refused with one sentence when %s is damaged, for nothing can stand in', async (name) => {
    await expect(loadHead(undefined, withFault(name, 'damaged'))).rejects.toThrow(new RegExp(`^${name}[^.]* is damaged: .+\\.$`));
  });
});
