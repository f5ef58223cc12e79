import { useEffect, useState } from 'react';
import type { CoilDescription } from '../../coil/coilDescription';
import { contactOnSphere } from '../../coil/contactOnSphere';
import { placeDipoles } from '../../coil/placeDipoles';
import { coilDipoles } from '../../coil/windings/windingsToDipoles';
import { type DepthFocality, measuresAtGap } from '../../field/measures/measuresAtGap';
import { focality } from '../../physics/focality';

/** A coil without stored measures is measured when nothing changed for this long, in milliseconds. */
const QUIET = 300;
/** Coils of more dipoles would hold up the page: with 80 it takes about 70 ms. */
const MOST_DIPOLES = 200;

/** Measures of the present coil at a gap: stored ones at once, those of an own coil shortly after; null while there are none. */
export function useCoilMeasures(coil: CoilDescription, gap: number): DepthFocality | null {
  const stored = measuresAtGap(coil, gap);
  const [computed, setComputed] = useState<{ coil: CoilDescription; measures: DepthFocality } | null>(null);
  const needed = stored === null;
  useEffect(() => {
    if (!needed) return;
    const timer = setTimeout(() => {
      const dipoles = coilDipoles(coil);
      if (dipoles.moments.length > 3 * MOST_DIPOLES) return;
      setComputed({ coil, measures: focality(placeDipoles(dipoles, contactOnSphere(coil, 0.085, gap)), 0.07) });
    }, QUIET);
    return () => clearTimeout(timer);
  }, [needed, coil, gap]);
  return stored ?? (computed?.coil === coil ? computed.measures : null);
}
