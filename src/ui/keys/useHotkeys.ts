import { useEffect } from 'react';
import { endGesture } from '../../state/store';
import { findHotkey, type HotkeyTargets } from './hotkeys';

/** Listens for the keys of the table. `singleKeys`: whether keys without Ctrl or Alt count. */
export function useHotkeys(targets: HotkeyTargets, singleKeys: boolean): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const place = document.activeElement;
      if (event.defaultPrevented || event.isComposing || isTextEntry(place) || place?.closest('dialog, [role="dialog"]')) return;
      const onStage = singleKeys && (place === null || place === document.body || place.closest('.stage-view') !== null);
      const hotkey = findHotkey(event, onStage);
      if (!hotkey) return;
      event.preventDefault();
      hotkey.run(targets, event.shiftKey);
    };
    const end = (): void => endGesture(targets.store);
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('keyup', end);
    window.addEventListener('blur', end);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('keyup', end);
      window.removeEventListener('blur', end);
    };
  }, [targets, singleKeys]);
}

const isTextEntry = (element: Element | null): boolean =>
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement ||
  (element instanceof HTMLInputElement && !['range', 'radio', 'checkbox'].includes(element.type));
