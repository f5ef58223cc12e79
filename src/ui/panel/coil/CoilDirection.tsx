import { useMemo } from 'react';
import { centerCurrent, centerCurrentSentence } from '../../../coil/centerCurrent';
import { coilDipoles } from '../../../coil/windings/windingsToDipoles';
import { transformDirection } from '../../../core/rigidTransform';
import { anatomicalDirection } from '../../../head/anatomicalDirection';
import { choose } from '../../../state/store';
import { useApp, useChoice, useSnapshot } from '../../appContext';
import { CheckControl } from '../../controls/CheckControl';

/** Which way the current of the coil in use flows, and the switch that turns it: published files of one coil disagree. */
export function CoilDirection() {
  const { store } = useApp().simulation;
  const reversed = useChoice((choices) => choices.currentReversed);
  const coil = useSnapshot('coil');
  const pose = useSnapshot('pose');
  const current = useMemo(() => centerCurrent(coilDipoles(coil)), [coil]);
  const place =
    current.kind === 'along' ? `here toward ${anatomicalDirection([0, 0, 0], transformDirection(pose, current.direction))}` : null;
  return (
    <>
      <p className="small-print">
        {centerCurrentSentence(current, place)} <span className="grade">computed</span>
      </p>
      <CheckControl label="Current reversed" checked={reversed} onChange={(next) => choose(store, { currentReversed: next })} />
    </>
  );
}
