import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/core/inputError';
import { takeFile } from '../../../src/ui/controls/FileOpener';

async function opened(open: () => Promise<void>): Promise<{ said: (string | null)[]; thrown: unknown }> {
  const said: (string | null)[] = [];
  let thrown: unknown = null;
  await takeFile(open, 'coil.ccd', (sentence) => said.push(sentence)).catch((error: unknown) => {
    thrown = error;
  });
  return { said, thrown };
}

describe('Opening a file', () => {
  it('takes the last sentence back where it succeeds, and says the fault of a file that does not fit or cannot be read', async () => {
    expect(await opened(async () => {})).toEqual({ said: [null], thrown: null });
    expect(await opened(() => Promise.reject(new InputError('It must fit.')))).toEqual({ said: ['It must fit.'], thrown: null });
    const gone = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    expect((await opened(gone)).said).toEqual(['The file coil.ccd could not be read (NotFoundError).']);
  });

  it('says that the program failed over it, and keeps the error for whoever mends it', async () => {
    const fault = new TypeError('x is undefined');
    expect(await opened(() => Promise.reject(fault))).toEqual({
      said: ['The file coil.ccd was not opened: the program failed over it.'],
      thrown: fault,
    });
  });
});
