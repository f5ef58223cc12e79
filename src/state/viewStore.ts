import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Vec3 } from '../core/vec3';

/** Where the camera can be sent: left, right, anterior, posterior, superior, the three-quarter first view, and onto the target. */
export const VIEW_PRESETS = ['start', 'target', 'left', 'right', 'anterior', 'posterior', 'superior'] as const;
export type ViewPreset = (typeof VIEW_PRESETS)[number];

/** What is pointed at and looked at: passing things that Undo does not touch. */
export interface ViewState {
  /** The last camera command; `serial` grows so that the same preset can be asked for again. */
  readonly command: { readonly preset: ViewPreset | 'zoomIn' | 'zoomOut'; readonly serial: number };
  /** Cortical point under the pointer [m, head frame], or null. */
  readonly probe: Vec3 | null;
}

export type ViewStore = StoreApi<ViewState>;

export const createViewStore = (): ViewStore => createStore<ViewState>(() => ({ command: { preset: 'start', serial: 0 }, probe: null }));

export function sendCamera(view: ViewStore, preset: ViewState['command']['preset']): void {
  view.setState({ command: { preset, serial: view.getState().command.serial + 1 } });
}
