import { dot, normalize, type Vec3 } from '../../core/vec3';
import type { Choices } from '../../state/choices';
import { CUT_PLANES } from '../../state/cutPlanes';
import type { ChoiceStore } from '../../state/store';

/** How squarely an open plane is seen at least: the cosine between its normal and the line of sight, for one, two and three planes. */
const SQUARELY = [0.72, 0.5, 0.42];
/** The line of sight that the camera turns to: parts along the normals of the open planes, and what is left of the rest. */
const ALONG = [0.84, 0.64, 0.577];

/**
 * From where the open planes are seen, as near to the present line of sight as that allows: one plane from aside, several so that they read as a
 * corner. `from`: unit vector from the head to the camera. Null where they are seen already.
 */
export function cutDirection(from: Vec3, open: readonly boolean[]): Vec3 | null {
  const count = open.filter(Boolean).length;
  if (count === 0 || open.every((one, axis) => !one || Math.abs(from[axis]) >= SQUARELY[count - 1])) return null;
  // From above rather than from below, where neck and chin are in the way.
  const sides = from.map((x, axis) => (axis === 2 ? 1 : x < 0 ? -1 : 1));
  const rest = from.map((x, axis) => (open[axis] ? 0 : x));
  const left = Math.sqrt(Math.max(0, 1 - count * ALONG[count - 1] ** 2));
  const size = Math.sqrt(dot(rest as unknown as Vec3, rest as unknown as Vec3));
  return normalize(
    open.map((one, axis) => (one ? sides[axis] * ALONG[count - 1] : size > 0 ? (rest[axis] / size) * left : 0)) as unknown as Vec3,
  );
}

const openPlanes = (choices: Choices): boolean[] => CUT_PLANES.map(({ shown }) => choices[shown]);

/** Turns the camera when a person switches a cut on, and back when it is switched off before the camera was moved by hand. */
export interface CutView {
  dispose(): void;
}

/** `direction`: where the camera stands, as a unit vector; `turn`: eases it to another one. */
export function watchCuts(store: ChoiceStore, direction: () => Vec3, turn: (to: Vec3) => void): CutView {
  let turned: { readonly from: Vec3; readonly to: Vec3 } | null = null;
  const dispose = store.subscribe((now, before) => {
    const [open, were] = [openPlanes(now), openPlanes(before)];
    const opened = open.some((one, axis) => one && !were[axis]);
    const closed = open.some((one, axis) => !one && were[axis]);
    // A scene that is opened brings its camera; only a switch alone is a wish to see the cut.
    if (opened === closed || changed(now, before) > open.filter((one, axis) => one !== were[axis]).length) return;
    const here = direction();
    if (closed) {
      if (turned && open.every((one) => !one) && dot(here, turned.to) > 0.9999) turn(turned.from);
      if (open.every((one) => !one)) turned = null;
      return;
    }
    const to = cutDirection(here, open);
    if (!to) return;
    // Of several turns in a row the first one began where the camera goes back to.
    turned = { from: turned && dot(here, turned.to) > 0.9999 ? turned.from : here, to };
    turn(to);
  });
  return { dispose };
}

const changed = (now: Choices, before: Choices): number =>
  (Object.keys(now) as (keyof Choices)[]).filter((key) => now[key] !== before[key]).length;
