import { useState } from 'react';
import { Icon } from '../controls/Icon';
import { lazyPart } from '../controls/lazyPart';
import { Region } from '../controls/Region';

/** Comes when it is first opened, or at rest: the first view carries none of it. */
const ShareDialog = lazyPart(
  () => import('./ShareDialog'),
  (module) => module.ShareDialog,
  null,
);

export const prefetchSharing = (): Promise<unknown> => ShareDialog.prefetch();

/** Opens what takes the scene elsewhere: link, code, figure, file, frame, data. */
export function ShareDoor() {
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  const label = 'Share: link, figure, file, data';
  return (
    <>
      <button
        type="button"
        className="icon-button"
        data-icon="share"
        aria-label={label}
        title={label}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Icon name="share" />
      </button>
      {open && (
        <Region name="What shares the scene" className="share-fault" leave={{ label: 'Close', run: close }}>
          <ShareDialog onClose={close} />
        </Region>
      )}
    </>
  );
}
