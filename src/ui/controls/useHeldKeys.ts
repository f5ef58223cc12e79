import { createContext, useEffect, useRef, useState } from 'react';
import type { Gesture } from '../../state/gestures';
import { HeldKeys } from './heldKeys';

/** Begins a gesture of the history that the page keeps; absent where it keeps none. */
export const GestureContext = createContext<(() => Gesture) | undefined>(undefined);

/** The keys that are held on a control; what they change is one step of the history of `begin`. */
export function useHeldKeys(begin: (() => Gesture) | undefined): HeldKeys {
  const latest = useRef(begin);
  latest.current = begin;
  const [keys] = useState(() => new HeldKeys(() => latest.current?.()));
  useEffect(() => keys.release, [keys]);
  return keys;
}
