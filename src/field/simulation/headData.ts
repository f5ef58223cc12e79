/** Files that the models of this head are computed from; they come after the first picture. */
export const HEAD_DATA = ['operator', 'rows'] as const;
export type HeadData = (typeof HEAD_DATA)[number];

/** One of them: on its way (share of its bytes), in use, or not to be had and why. */
export type DataState =
  | { readonly phase: 'loading'; readonly share: number }
  | { readonly phase: 'ready' }
  | { readonly phase: 'refused'; readonly sentence: string };

export type HeadDataStates = Readonly<Record<HeadData, DataState>>;

export const LOADING: DataState = { phase: 'loading', share: 0 };
