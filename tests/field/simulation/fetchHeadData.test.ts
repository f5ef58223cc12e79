import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchHeadData } from '../../../src/field/simulation/fetchHeadData';

afterEach(() => vi.unstubAllGlobals());

function serve(parts: readonly Uint8Array[], headers: Record<string, string> = {}, status = 200): void {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });
  vi.stubGlobal('fetch', async () => new Response(body, { status, headers }));
}

/** Hands over one part and then breaks, as a connection does. */
function breakAfter(part: Uint8Array): void {
  let handed = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (handed) controller.error(new TypeError('network error'));
      else controller.enqueue(part);
      handed = true;
    },
  });
  vi.stubGlobal('fetch', async () => new Response(body));
}

const fetchOperator = (progress: (share: number) => void): Promise<Uint8Array> => fetchHeadData('operator', progress);

describe('Fetching a file of the head', () => {
  it('puts its parts together in their order and tells how far it is', async () => {
    serve([Uint8Array.of(1, 2, 3), Uint8Array.of(4), Uint8Array.of(5, 6)], { 'content-length': '6' });
    const shares: number[] = [];
    expect([...(await fetchOperator((share) => shares.push(share)))]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(shares).toEqual([0.5, 4 / 6, 1]);
  });

  it('never says more than all, and says nothing where the length is not known', async () => {
    const shares: number[] = [];
    serve([new Uint8Array(8)], { 'content-length': '4' });
    await fetchOperator((share) => shares.push(share));
    serve([new Uint8Array(8)]);
    await fetchOperator((share) => shares.push(share));
    expect(shares).toEqual([1]);
  });

  it('is refused in one sentence without a network, with an error of the server, and beyond its bound', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
    await expect(fetchOperator(() => undefined)).rejects.toThrow(/^operator\.bin could not be fetched\.$/);
    serve([Uint8Array.of(1)], {}, 404);
    await expect(fetchOperator(() => undefined)).rejects.toThrow(/^operator\.bin could not be fetched \(status 404\)\.$/);
    breakAfter(Uint8Array.of(1, 2));
    await expect(fetchOperator(() => undefined)).rejects.toThrow(/^operator\.bin could not be fetched: the connection broke\.$/);
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
    await expect(fetchHeadData('rows', () => undefined)).rejects.toThrow(/^folded\.bin could not be fetched\.$/);
    const megabyte = new Uint8Array(1024 * 1024);
    serve(Array.from({ length: 16 }, () => megabyte));
    expect(await fetchOperator(() => undefined)).toHaveLength(16 * 1024 * 1024);
    serve([...Array.from({ length: 16 }, () => megabyte), Uint8Array.of(1)]);
    await expect(fetchOperator(() => undefined)).rejects.toThrow('operator.bin must have at most 16777216 bytes; instead received more.');
  });
});
