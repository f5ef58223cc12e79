import type { Turns } from '../coilDescription';

/** Where a ray from the center of the turns crosses copper, and how many turns (a fraction for a piece of a spiral) pass there. */
export interface TurnCrossing {
  /** m. */
  readonly radius: number;
  readonly turns: number;
}

/** Pieces into which a spiral is cut. */
const SPIRAL_PIECES = 24;

/**
 * Crossings of a ray at `angle` [rad] from the x axis of the wing, from the inside out. A point of the plane is enclosed by as many turns as
 * there are crossings farther out, which is all that the field needs to know. A spiral counts as circles with its mean square radii: its
 * slow radial current is left out together with the leads that would carry it back.
 */
export function turnCrossings(turns: Turns, angle: number): TurnCrossing[] {
  if (turns.kind === 'spiral') return spiralPieces(turns);
  const radii = turns.kind === 'circles' ? turns.radii.value : ellipseRadii(turns.semiAxesX.value, turns.semiAxesY.value, angle);
  return [...radii].sort((a, b) => a - b).map((radius) => ({ radius, turns: 1 }));
}

function ellipseRadii(semiAxesX: readonly number[], semiAxesY: readonly number[], angle: number): number[] {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  return semiAxesX.map((a, i) => 1 / Math.sqrt((c / a) ** 2 + (s / semiAxesY[i]) ** 2));
}

function spiralPieces(spiral: Extract<Turns, { kind: 'spiral' }>): TurnCrossing[] {
  const step = (spiral.endAngle.value - spiral.startAngle.value) / SPIRAL_PIECES;
  const change = spiral.growth.value * step;
  return Array.from({ length: SPIRAL_PIECES }, (_, i) => {
    const middle = spiral.baseRadius.value + spiral.growth.value * (spiral.startAngle.value + (i + 0.5) * step);
    return { radius: Math.sqrt(middle ** 2 + change ** 2 / 12), turns: step / (2 * Math.PI) };
  });
}

/** Largest radius of the copper's center line [m]. */
export function outerRadius(turns: Turns): number {
  if (turns.kind === 'circles') return Math.max(...turns.radii.value);
  if (turns.kind === 'ellipses') return Math.max(...turns.semiAxesX.value, ...turns.semiAxesY.value);
  return turns.baseRadius.value + turns.growth.value * turns.endAngle.value;
}
