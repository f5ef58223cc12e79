import type { DepthFocality } from '../../field/measures/measuresAtGap';

/** A shipped coil in contact with the standard head, as the plot and the list show it. */
export interface CoilPoint extends DepthFocality {
  readonly id: string;
  readonly name: string;
  readonly pattern: 'figure8' | 'circular';
}
