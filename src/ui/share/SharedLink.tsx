import { useState } from 'react';
import { CopyRow } from './CopyRow';
import { SceneCode } from './SceneCode';

/** The link that opens the scene, and its code for cameras. */
export function SharedLink({ link, hasOwnCoil }: { readonly link: string; readonly hasOwnCoil: boolean }) {
  const [shown, setShown] = useState(false);
  const canSend = typeof navigator.share === 'function';
  // A person who thinks better of it is no fault.
  const send = (): void => void navigator.share({ title: 'Coilscope', url: link }).catch(() => undefined);
  return (
    <section aria-labelledby="share-link">
      <h3 id="share-link">Link</h3>
      <p className="quiet">
        Opens exactly what you see, on any computer; nothing is stored elsewhere. {link.length} characters.
        {hasOwnCoil && ' It does not carry the coil of your own file: send the scene file instead.'}
      </p>
      <CopyRow label="Link of this scene" text={link} button="Copy link" rows={2} />
      <div className="share-row">
        <button type="button" className="text-button" onClick={() => setShown(true)}>
          Show the code for phones, full screen
        </button>
        {canSend && (
          <button type="button" className="text-button" onClick={send}>
            Send link
          </button>
        )}
      </div>
      {shown && <SceneCode link={link} onClose={() => setShown(false)} />}
    </section>
  );
}
