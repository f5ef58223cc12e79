import { inputError } from '../../core/inputError';
import type { HeadField, ReadHead } from './headKind';
import { sphereHead } from './sphereHead';

/** Head kinds by the name in a scene; each is loaded only when asked for. A new kind is one more line here. */
const HEAD_KINDS: ReadonlyMap<string, () => Promise<ReadHead>> = new Map<string, () => Promise<ReadHead>>([
  ['sphere', async () => sphereHead],
  ['shells', async () => (await import('./shellsHead')).shellsHead],
  ['model', async () => (await import('./modelHead')).modelHead],
  ['labels', async () => (await import('./labelsHead')).labelsHead],
]);

/** Prepares the head of a scene. */
export async function readHead(head: unknown, folder: string): Promise<HeadField> {
  if (typeof head !== 'object' || head === null || Array.isArray(head)) throw inputError('head', 'be an object with a kind', head);
  const kind = (head as { kind?: unknown }).kind;
  const load = typeof kind === 'string' ? HEAD_KINDS.get(kind) : undefined;
  if (load) return (await load())(head, folder);
  throw inputError('head.kind', `be one of ${[...HEAD_KINDS.keys()].join(', ')}`, kind);
}
