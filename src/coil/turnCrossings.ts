import type { Turns } from './coilDescription';

/**
 * Radii [m] at which a ray from the center of the turns, at `angle` [rad] from the x axis of the wing, crosses copper, from the inside out.
 * A point of the plane is enclosed by as many turns as there are crossings farther out, which is all that the field needs to know. A
 * spiral is closed by its leads, taken to be radial.
 */
export function turnCrossings(turns: Turns, angle: number): number[] {
  if (turns.kind === 'circles') return [...turns.radii.value].sort((a, b) => a - b);
  if (turns.kind === 'ellipses') return ellipseCrossings(turns.semiAxesX.value, turns.semiAxesY.value, angle);
  return spiralCrossings(turns, angle);
}

function ellipseCrossings(semiAxesX: readonly number[], semiAxesY: readonly number[], angle: number): number[] {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  return semiAxesX.map((a, i) => 1 / Math.sqrt((c / a) ** 2 + (s / semiAxesY[i]) ** 2)).sort((a, b) => a - b);
}

function spiralCrossings(spiral: Extract<Turns, { kind: 'spiral' }>, angle: number): number[] {
  const turn = 2 * Math.PI;
  const start = spiral.startAngle.value;
  const end = spiral.endAngle.value;
  const crossings: number[] = [];
  const own = spiral.handedness.value * (angle - spiral.rotation.value);
  for (let theta = own + turn * Math.ceil((start - own) / turn); theta < end; theta += turn) {
    crossings.push(spiral.baseRadius.value + spiral.growth.value * theta);
  }
  return crossings;
}

/** Largest radius of the copper's center line [m]. */
export function outerRadius(turns: Turns): number {
  if (turns.kind === 'circles') return Math.max(...turns.radii.value);
  if (turns.kind === 'ellipses') return Math.max(...turns.semiAxesX.value, ...turns.semiAxesY.value);
  return turns.baseRadius.value + turns.growth.value * turns.endAngle.value;
}
