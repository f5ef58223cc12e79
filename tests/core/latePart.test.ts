import { describe, expect, it } from 'vitest';
import { latePart } from '../../src/core/latePart';

const failure = new TypeError('Failed to fetch dynamically imported module: https://example.org/assets/part-1.js?v=2');

describe('A part of the program that comes when it is needed', () => {
  it('is asked for once, however often it is needed', async () => {
    let asked = 0;
    const part = latePart(async () => ({ asked: ++asked }));
    expect((await Promise.all([part(), part()])).map((module) => module.asked)).toEqual([1, 1]);
    expect((await part()).asked).toBe(1);
  });

  it('that did not come is asked for again under another address each time, until it is there', async () => {
    const addresses: string[] = [];
    const part = latePart<string>(
      () => Promise.reject(failure),
      async (address) => {
        addresses.push(address);
        if (addresses.length < 2) throw failure;
        return 'there';
      },
    );
    await expect(part()).rejects.toBe(failure);
    await expect(part()).rejects.toBe(failure);
    expect(await part()).toBe('there');
    expect(await part()).toBe('there');
    expect(addresses).toEqual([1, 2].map((n) => `https://example.org/assets/part-1.js?v=2&attempt=${n}`));
  });

  it('is asked for as before where the browser does not name the file', async () => {
    let asked = 0;
    const part = latePart(async () => {
      if (++asked === 1) throw new TypeError('Importing a module script failed.');
      return asked;
    });
    await expect(part()).rejects.toThrow('Importing a module script failed.');
    expect(await part()).toBe(2);
  });
});
