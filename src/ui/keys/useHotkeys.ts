import { useEffect } from 'react';
import { offers, type StartParameters } from '../../share/address/startParameters';
import { beginGesture } from '../../state/store';
import { HeldKeys } from '../controls/heldKeys';
import { findHotkey, type HotkeyTargets } from './hotkeys';

/** Listens for the keys of the table, but for those of parts that the page does not offer. `singleKeys`: whether keys without Ctrl or Alt count. */
export function useHotkeys(targets: HotkeyTargets, singleKeys: boolean, page: StartParameters): void {
  useEffect(() => {
    const held = new HeldKeys(() => beginGesture(targets.store));
    const onKeyDown = (event: KeyboardEvent): void => {
      const place = document.activeElement;
      if (event.defaultPrevented || event.isComposing || isTextEntry(place) || place?.closest('dialog, [role="dialog"]')) return;
      const onStage = singleKeys && (place === null || place === document.body || place.closest('.stage-view') !== null);
      const hotkey = findHotkey(event, onStage);
      if (!hotkey || (hotkey.part && !offers(page, hotkey.part))) return;
      event.preventDefault();
      if (hotkey.gesture) held.down(event.code);
      hotkey.run(targets, event.shiftKey);
    };
    const onKeyUp = (event: KeyboardEvent): void => held.up(event.code);
    window.addEventListener('keydown', onKeyDown);
    // On the way down: whoever has the focus by then must not hide that the key was let go.
    window.addEventListener('keyup', onKeyUp, { capture: true });
    window.addEventListener('blur', held.release);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('keyup', onKeyUp, { capture: true });
      window.removeEventListener('blur', held.release);
      held.release();
    };
  }, [targets, singleKeys, page]);
}

const isTextEntry = (element: Element | null): boolean =>
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement ||
  (element instanceof HTMLInputElement && !['range', 'radio', 'checkbox'].includes(element.type));
