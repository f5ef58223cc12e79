import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchKernels } from '../../../src/field/simulation/fetchKernels';

afterEach(() => vi.unstubAllGlobals());

describe('The kernels', () => {
  it('are left out, for their twins to take over, without a network and with an error of the server', async () => {
    vi.stubGlobal('fetch', async () => new Response(new Uint8Array(3)));
    expect((await fetchKernels())?.byteLength).toBe(3);
    vi.stubGlobal('fetch', async () => new Response(null, { status: 503 }));
    expect(await fetchKernels()).toBeNull();
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
    expect(await fetchKernels()).toBeNull();
  });
});
