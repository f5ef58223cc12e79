import { createStore, type StoreApi, useStore } from 'zustand';
import { type ProtocolChoice, sameProtocol } from '../../../dose/protocol/protocolChoice';
import { type ChoiceStore, choose } from '../../../state/store';
import type { ViewStore } from '../../../state/viewStore';
import { useApp } from '../../appContext';
import { useProtocolChoice } from '../shared/useProtocolChoice';
import { refusalOf } from './protocolDraft';

/** What was typed and cannot be run. */
export interface ProtocolDraft {
  readonly typed: ProtocolChoice;
  /** Name of the row that was typed into last. */
  readonly row: string;
  readonly problem: string;
}

/** Passing things of the editor, kept while other levels are looked at. */
export interface ProtocolMemory {
  readonly draft: ProtocolDraft | null;
  /** Which segment of the session is edited. */
  readonly segment: number;
}

const stores = new WeakMap<ViewStore, StoreApi<ProtocolMemory>>();

/** The memory that lives as long as the view does. A draft ends for good when another protocol takes the place of the one it was to change. */
export function protocolMemoryOf(view: ViewStore, store: ChoiceStore): StoreApi<ProtocolMemory> {
  const known = stores.get(view);
  if (known) return known;
  const made = createStore<ProtocolMemory>(() => ({ draft: null, segment: 0 }));
  store.subscribe((now, before) => now.protocol !== before.protocol && made.setState({ draft: null }));
  stores.set(view, made);
  return made;
}

/** Chooses what was typed, as one step of the history, if it can be run; else it waits beside its row and the chosen protocol stays. */
export function editProtocol(store: ChoiceStore, memory: StoreApi<ProtocolMemory>, typed: ProtocolChoice, row: string): void {
  const problem = refusalOf(typed);
  memory.setState({ draft: problem === null ? null : { typed, row, problem } });
  if (problem === null && !sameProtocol(store.getState().protocol, typed)) choose(store, { protocol: typed });
}

export interface ProtocolEditing {
  /** What the boxes show: the draft, or the chosen protocol. */
  readonly shown: ProtocolChoice;
  /** The row that waits for a correction, with its sentence; null when all can be run. */
  readonly problem: { readonly row: string; readonly sentence: string } | null;
  readonly segment: number;
  readonly edit: (typed: ProtocolChoice, row: string) => void;
  readonly takeBack: () => void;
  readonly showSegment: (segment: number) => void;
}

/** The protocol as the editor shows it. */
export function useProtocolEditing(): ProtocolEditing {
  const { simulation, view } = useApp();
  const memory = protocolMemoryOf(view, simulation.store);
  const chosen = useProtocolChoice();
  const { draft, segment } = useStore(memory);
  const shown = draft?.typed ?? chosen;
  return {
    shown,
    problem: draft && { row: draft.row, sentence: draft.problem },
    segment: Math.min(segment, shown.segments.length - 1),
    edit: (typed, row) => editProtocol(simulation.store, memory, typed, row),
    takeBack: () => memory.setState({ draft: null }),
    showSegment: (n) => memory.setState({ segment: n }),
  };
}
