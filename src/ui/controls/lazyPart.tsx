import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import { latePart } from '../../core/latePart';
import { MissingPart } from './Region';

/** A component whose program comes when it is first shown, or before, when `prefetch` asks for it. */
export type LazyPart<P, M = unknown> = ComponentType<P> & { readonly prefetch: () => Promise<M> };

const WAITING = <p className="quiet">Loading</p>;

/**
 * Makes one of a module and what of it is shown; `meanwhile` stands in its place until it is there. Where it does not come the nearest `Region`
 * says so; its retry asks anew, which React's own `lazy` never does. Once there it shows without waiting.
 */
export function lazyPart<P extends object, M>(
  load: () => Promise<M>,
  shown: (module: M) => ComponentType<P>,
  meanwhile: ReactNode = WAITING,
): LazyPart<P, M> {
  const late = latePart(load);
  let loaded: ComponentType<P> | null = null;
  const prefetch = async (): Promise<M> => {
    try {
      const module = await late();
      loaded = shown(module);
      return module;
    } catch (error) {
      throw new MissingPart('A part of the program could not be loaded.', { cause: error });
    }
  };
  const bring = async () => ({ default: shown(await prefetch()) });
  function Part(props: P) {
    const [{ Shown }] = useState(() => ({ Shown: loaded ?? (lazy(bring) as unknown as ComponentType<P>) }));
    return (
      <Suspense fallback={meanwhile}>
        <Shown {...props} />
      </Suspense>
    );
  }
  return Object.assign(Part, { prefetch });
}
