/** A few words beside the hand while it drags or turns: what it changes. */
export interface HandLabel {
  show(place: Pick<PointerEvent, 'clientX' | 'clientY'>, words: string): void;
  hide(): void;
  dispose(): void;
}

/** Right of the pointer and above it, where neither a finger nor the cursor hides it, in pixels. */
const BESIDE = { x: 18, y: -34 };

const LOOK = [
  'position: absolute; inset: 0 auto auto 0; padding: 2px 8px; border-radius: 6px; pointer-events: none; white-space: nowrap',
  'background: var(--raised); color: var(--text); box-shadow: 0 2px 8px var(--shade)',
  'font-size: var(--size-2); line-height: 1.4; font-variant-numeric: tabular-nums',
].join('; ');

export function createHandLabel(canvas: HTMLCanvasElement): HandLabel {
  const label = document.createElement('div');
  label.className = 'hand-label';
  label.style.cssText = LOOK;
  label.hidden = true;
  // The sliders and the live description speak of the same values.
  label.ariaHidden = 'true';
  canvas.parentElement?.append(label);
  return {
    show({ clientX, clientY }, words) {
      const box = canvas.getBoundingClientRect();
      label.textContent = words;
      label.hidden = false;
      const left = Math.min(clientX - box.left + BESIDE.x, box.width - label.offsetWidth - 4);
      const top = Math.max(clientY - box.top + BESIDE.y, 4);
      label.style.translate = `${Math.round(Math.max(left, 4))}px ${Math.round(top)}px`;
    },
    hide: () => {
      label.hidden = true;
    },
    dispose: () => label.remove(),
  };
}
