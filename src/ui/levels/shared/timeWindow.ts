import { createContext, useContext } from 'react';
import type { TimeSectionId } from './timeSections';

/** How a screen and the axis above it tell each other which stretch of time is looked at. */
export interface TimeWindow {
  /** The section last chosen on the axis; `serial` grows so that the same one can be asked for again. */
  readonly asked: { readonly section: TimeSectionId | null; readonly serial: number };
  /** Marks the stretch [s, lengths of time] that the screen shows; null gives back the usual one of the screen. */
  readonly show: (window: readonly [number, number] | null) => void;
}

export const TimeWindowContext = createContext<TimeWindow>({ asked: { section: null, serial: 0 }, show: () => {} });

export const useTimeWindow = (): TimeWindow => useContext(TimeWindowContext);
