import { formatField, formatQuantity, THIN_SPACE } from '../../core/format';
import type { Vec3 } from '../../core/vec3';
import { anchorWords } from '../../field/measures/underCoil';
import type { ComparisonState } from '../../field/simulation/sceneSource';
import { anatomicalDirection } from '../../head/anatomicalDirection';
import { TARGET_ANCHOR } from '../../head/coilPlace';
import type { Choices } from '../../state/choices';
import { PARAMETERS } from '../../state/parameters';

/** What the sentence says; everything SI, head frame (right, anterior, superior). */
export interface SceneFacts {
  readonly unit: 'V/m' | 'T';
  readonly peak: number;
  /** Value at the strongest point. */
  readonly maximum: number;
  readonly atTarget: number;
  readonly targetLabel: string;
  readonly target: Vec3;
  readonly strongest: Vec3;
  readonly peakDistance: number;
  /** The place under the coil, where that is far from the target: its value and its words. */
  readonly under: { readonly value: number; readonly phrase: string } | null;
  /** Why the coil goes no farther, or null. */
  readonly limit: string | null;
}

/** Closer than this the strongest point is on the target, in metres. */
const ON_TARGET = 0.002;

export const millimeters = (value: number): string => `${Math.round(value * 1e3)}${THIN_SPACE}mm`;

/** Where the strongest point is, as words that follow it: `9 mm posterior of the target`. */
export function peakPlace({ target, strongest, peakDistance }: Pick<SceneFacts, 'target' | 'strongest' | 'peakDistance'>): string {
  return peakDistance < ON_TARGET
    ? 'on the target'
    : `${millimeters(peakDistance)} ${anatomicalDirection(target, strongest)} of the target`;
}

const COMPONENT_WORDS = { magnitude: '', normal: ' along the normal of the cortex', tangential: ' along the surface of the cortex' };

/** The picture in words, for a screen reader: the result first, then how the coil is held. */
export function describeScene(facts: SceneFacts | null, choices: Choices): string {
  const hold = describeHold(choices);
  if (!facts) return `The field is being computed. ${hold}`;
  const write = (value: number): string => formatField(value, facts.unit);
  const component = COMPONENT_WORDS[choices.fieldComponent];
  const atTarget = `${write(facts.atTarget)}${component} at ${facts.targetLabel}`;
  const lead = facts.under ? `${write(facts.under.value)}${component} ${facts.under.phrase}; ${atTarget}` : atTarget;
  const result = `${lead}. Strongest ${write(facts.maximum)}, ${peakPlace(facts)}; 99.9th percentile of the cortex ${write(facts.peak)}.`;
  return [result, hold, facts.limit].filter((sentence) => sentence !== null).join(' ');
}

/** Which of two compared scenes is described; empty while there is one. */
export function sceneWords({ kept, shown }: ComparisonState): string {
  if (!kept || shown === 'b') return '';
  if (shown === 'a') return 'Scene A, as it was kept. ';
  return shown === 'both'
    ? 'Scenes A and B side by side; this is B, as it is now. '
    : 'The difference B − A is colored; this is B, as it is now. ';
}

function describeHold(choices: Choices): string {
  const parts = [
    `handle ${formatQuantity(choices.handleAngle, PARAMETERS.handleAngle.display)}`,
    `gap ${formatQuantity(choices.coilDistance, PARAMETERS.coilDistance.display)}`,
    `${formatQuantity(choices.dIdt, PARAMETERS.dIdt.display)}`,
  ];
  parts.push(...describeOffsets(choices));
  if (choices.tiltPitch !== 0 || choices.tiltRoll !== 0) {
    const { display } = PARAMETERS.tiltPitch;
    parts.push(`tilted ${formatQuantity(choices.tiltPitch, display)} and ${formatQuantity(choices.tiltRoll, display)}`);
  }
  if (choices.currentReversed) parts.push('current reversed');
  return `Coil: ${parts.join(', ')}.`;
}

/** From the target only what was moved is said; from elsewhere also from where. */
function describeOffsets(choices: Choices): string[] {
  const forward = Math.round(choices.offsetForward * 1e3);
  const right = Math.round(choices.offsetRight * 1e3);
  const moves: string[] = [];
  if (forward !== 0) moves.push(`moved ${millimeters(Math.abs(choices.offsetForward))} ${forward > 0 ? 'forward' : 'back'}`);
  if (right !== 0) moves.push(`moved ${millimeters(Math.abs(choices.offsetRight))} to the ${right > 0 ? 'right' : 'left'}`);
  if (choices.anchorId === TARGET_ANCHOR) return moves;
  return [moves.length === 0 ? `over ${anchorWords(choices)}` : `${moves.join(' and ')} from ${anchorWords(choices)}`];
}
