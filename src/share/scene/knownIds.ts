import { COIL_IDS } from '../../coil/coilLibrary';
import { STIMULATOR_IDS } from '../../coil/stimulatorLibrary';
import { TARGET_ANCHOR } from '../../head/coilPlace';
import { EDITED_COIL_ID } from '../../state/editedCoil';
import type { KnownIds } from '../../state/storedChoices';

interface Named {
  readonly id: string;
}

/** Everything that can be chosen by id with a head's landmarks, and with these own coils. */
export function knownIds(
  landmarks: { readonly targets: readonly Named[]; readonly electrodes: readonly Named[] },
  ownCoils: readonly Named[] = [],
): KnownIds {
  return {
    coilId: new Set([...COIL_IDS, EDITED_COIL_ID, ...ownCoils.map(({ id }) => id)]),
    stimulatorId: new Set(STIMULATOR_IDS),
    targetId: new Set(landmarks.targets.map(({ id }) => id)),
    anchorId: new Set([TARGET_ANCHOR, ...landmarks.electrodes.map(({ id }) => id)]),
  };
}
