import { formatNumber, THIN_SPACE } from '../../../core/format';
import { MOTOR_HOLD, MOTOR_TARGET } from '../../../field/measures/motorField';
import { TARGET_ANCHOR } from '../../../head/coilPlace';
import type { Choices } from '../../../state/choices';
import { type ChoiceStore, choose } from '../../../state/store';
import { useApp, useChoice } from '../../appContext';
import { Announcement } from '../../controls/Announcement';
import { FactButton } from '../shared/FactButton';
import { COUPLING_FACT } from './thresholdFacts';
import type { MotorField } from './useMotorField';

const PLACE: Partial<Choices> = {
  targetId: MOTOR_TARGET,
  anchorId: TARGET_ANCHOR,
  offsetForward: 0,
  offsetRight: 0,
  ...MOTOR_HOLD,
};

/** Brings the coil to its place over the hand area, as one step of the history. */
const placeOverHand = (store: ChoiceStore): void => choose(store, PLACE);

const isInPlace = (choices: Choices): boolean => (Object.keys(PLACE) as (keyof Choices)[]).every((key) => choices[key] === PLACE[key]);

/** How much of the field reaches the hand area from where the coil stands, and the way there. */
export function CoilOverHand({ motor: { inHead, coupling } }: { readonly motor: MotorField }) {
  const { store } = useApp().simulation;
  const inPlace = useChoice(isInPlace);
  if (!inHead) return null;
  const share = coupling === null ? null : `${formatNumber(100 * coupling)}${THIN_SPACE}%`;
  return (
    <div className="level-row coil-over-hand" data-sourced>
      <button type="button" className="text-button" disabled={inPlace} onClick={() => placeOverHand(store)}>
        Put the coil over the hand area
      </button>
      <span>
        {share === null ? (
          <FactButton fact={COUPLING_FACT}>counts as in its place</FactButton>
        ) : (
          <>
            <FactButton fact={COUPLING_FACT}>{share}</FactButton> of the field reaches it
          </>
        )}
      </span>
      <Announcement text={share === null ? '' : `${share} of the field reaches the hand area.`} />
    </div>
  );
}
