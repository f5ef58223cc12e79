import { QRCodeSVG } from 'qrcode.react';
import { useEffect, useRef } from 'react';
import { Icon } from '../controls/Icon';

/** White squares around the code, as its standard asks (ISO/IEC 18004: four). */
const QUIET_ZONE = 4;

/** The link as a code as large as the window, or the screen where the browser lets it: black on white in every theme, for cameras. */
export function SceneCode({ link, onClose }: { readonly link: string; readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    if (!shown?.open) shown?.showModal();
    // Where it is refused the code still fills the window.
    void shown?.requestFullscreen?.().catch(() => undefined);
    return () => {
      if (document.fullscreenElement === shown) void document.exitFullscreen().catch(() => undefined);
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="scene-code"
      aria-label="Code of the link of this scene"
      onClose={onClose}
      onClick={onClose}
      onKeyDown={(event) => event.stopPropagation()}
    >
      {/* The lowest correction has the largest squares: a clean projection loses none. */}
      <QRCodeSVG value={link} level="L" marginSize={QUIET_ZONE} title="Code that opens this scene" />
      <p>{new URL(link).host || 'Coilscope'}</p>
      <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
        <Icon name="close" />
      </button>
    </dialog>
  );
}
