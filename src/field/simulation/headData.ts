/** Files that the models of this head are computed from; they come after the first picture, the slopes once a conductivity is changed. */
export const HEAD_DATA = ['operator', 'rows', 'slopes'] as const;
export type HeadData = (typeof HEAD_DATA)[number];

/** One of them: on its way (share of its bytes), in use, or not to be had and why. */
export type DataState =
  | { readonly phase: 'loading'; readonly share: number }
  | { readonly phase: 'ready' }
  | { readonly phase: 'refused'; readonly sentence: string };

/** Those that a model cannot be computed without. */
export type NeededData = Exclude<HeadData, 'slopes'>;

export type HeadDataStates = Readonly<Record<NeededData, DataState>>;

export const LOADING: DataState = { phase: 'loading', share: 0 };
