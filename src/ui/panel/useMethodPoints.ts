import { useEffect, useMemo } from 'react';
import { THEME_STYLES } from '../../core/themeStyles';
import { distance, type Vec3 } from '../../core/vec3';
import type { PlacementMethods } from '../../placement/placementMethods';
import { useApp, useChoice, useSnapshot } from '../appContext';

/** A place on the scalp that a rule names, or the target's own. */
export interface MethodPoint {
  readonly id: string;
  readonly label: string;
  readonly how: string;
  readonly position: Vec3;
  /** Straight to the target's scalp point [m]. */
  readonly fromTarget: number;
}

export interface MethodPoints {
  readonly lengths: PlacementMethods['lengths'];
  readonly points: readonly MethodPoint[];
}

const DOT_RADIUS = 0.0045;

/** Places closer than this share a dot, in metres. */
const SAME_DOT = 0.004;

/** The numbers of the table beside the places; `1·3` where two are too close for two dots. */
function numberedDots(points: readonly MethodPoint[]): { position: Vec3; mark: string }[] {
  const dots: { position: Vec3; mark: string }[] = [];
  points.forEach(({ position }, n) => {
    const near = dots.find((dot) => distance(dot.position, position) < SAME_DOT);
    if (near) near.mark += `·${n + 1}`;
    else dots.push({ position, mark: String(n + 1) });
  });
  return dots;
}

/** The places of the clinic's rules and the target's scalp point, while `wanted`; shown as numbered dots where that is chosen. */
export function useMethodPoints(wanted: boolean): MethodPoints | null {
  const { simulation, view } = useApp();
  const shown = useChoice((choices) => choices.showMethods);
  const theme = useChoice((choices) => choices.theme);
  const tragusTragus = useChoice((choices) => choices.tapeTragus);
  const nasionInion = useChoice((choices) => choices.tapeNasionInion);
  const circumference = useChoice((choices) => choices.tapeCircumference);
  const target = useSnapshot('target');
  const needed = wanted || shown;
  const found = useMemo((): MethodPoints | null => {
    if (!needed) return null;
    const { lengths, methods } = simulation.placementMethods({ tragusTragus, nasionInion, circumference });
    const from = target.scalp.position;
    const points = methods.map(({ id, label, how, point }) => ({
      id,
      label,
      how,
      position: point.position,
      fromTarget: distance(point.position, from),
    }));
    const own = { id: 'target', label: 'Target on scalp', how: `Scalp nearest to ${target.label}.`, position: from, fromTarget: 0 };
    return { lengths, points: [...points, own] };
  }, [needed, simulation, tragusTragus, nasionInion, circumference, target]);

  useEffect(() => {
    const dots = shown && found ? found.points : [];
    if (dots.length === 0 && view.getState().methodDots.length === 0) return;
    view.setState({ methodDots: numberedDots(dots).map((dot) => ({ ...dot, color: THEME_STYLES[theme].stage.dot, radius: DOT_RADIUS })) });
  }, [view, shown, found, theme]);
  return found;
}
