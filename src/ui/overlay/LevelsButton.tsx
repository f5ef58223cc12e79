import { useEffect, useRef } from 'react';
import { useApp, useView } from '../appContext';
import { Icon } from '../controls/Icon';

/** Opens the levels of time over the stage; the focus comes back here when they close. */
export function LevelsButton() {
  const { view } = useApp();
  const open = useView((state) => state.level !== null);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current && !open) button.current?.focus({ preventScroll: true });
    wasOpen.current = open;
  }, [open]);
  return (
    <button
      ref={button}
      type="button"
      className="icon-button"
      data-icon="time"
      aria-label="Time: µs to weeks"
      title="Time: µs to weeks (D)"
      aria-expanded={open}
      onClick={() => view.setState({ level: 'pulse' })}
    >
      <Icon name="time" />
    </button>
  );
}
