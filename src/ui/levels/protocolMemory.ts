import { createStore, type StoreApi, useStore } from 'zustand';
import type { ProtocolId } from '../../dose/protocolPresets';
import type { ViewStore } from '../../state/viewStore';
import { useApp } from '../appContext';
import { type CheckedProtocol, checkDraft, draftFromPreset, type ProtocolDraft } from './protocolDraft';

/** The protocol that is edited: passing, and kept while other levels are looked at. */
export interface ProtocolMemory {
  readonly presetId: ProtocolId;
  readonly draft: ProtocolDraft;
  /** The last draft that could be run. */
  readonly checked: CheckedProtocol;
  /** Why the present draft cannot be run, or null. */
  readonly problem: string | null;
  /** Which segment of the session is edited. */
  readonly segment: number;
}

function presetState(presetId: ProtocolId): ProtocolMemory {
  const draft = draftFromPreset(presetId);
  const checked = checkDraft(draft);
  if (typeof checked === 'string') throw new Error(`preset ${presetId}: ${checked}`);
  return { presetId, draft, checked, problem: null, segment: 0 };
}

const stores = new WeakMap<ViewStore, StoreApi<ProtocolMemory>>();

/** The memory that lives as long as the view does. */
export function protocolMemoryOf(view: ViewStore): StoreApi<ProtocolMemory> {
  const known = stores.get(view);
  if (known) return known;
  const made = createStore<ProtocolMemory>(() => presetState('itbs600'));
  stores.set(view, made);
  return made;
}

export const useProtocol = <T>(select: (memory: ProtocolMemory) => T): T => useStore(protocolMemoryOf(useApp().view), select);

export const choosePreset = (memory: StoreApi<ProtocolMemory>, id: ProtocolId): void => memory.setState(presetState(id));

/** Takes a draft as it is; what follows changes only if it can be run. */
export function editDraft(memory: StoreApi<ProtocolMemory>, draft: ProtocolDraft): void {
  const checked = checkDraft(draft);
  memory.setState(typeof checked === 'string' ? { draft, problem: checked } : { draft, checked, problem: null });
}
