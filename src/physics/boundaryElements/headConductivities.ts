import type { Sourced } from '../../core/sourced';

const WAGNER = 'Wagner et al. 2004, IEEE Trans Biomed Eng 51:1586, doi 10.1109/TBME.2004.827925, as used by SimNIBS';

/** Conductivities of the three-shell head [S/m]. */
export const HEAD_CONDUCTIVITIES = {
  scalp: { value: 0.465, unit: 'S/m', source: WAGNER, verification: 'secondary' },
  skull: { value: 0.01, unit: 'S/m', source: WAGNER, verification: 'secondary' },
  brain: {
    value: 0.33,
    unit: 'S/m',
    source:
      'One homogeneous conductor inside the skull, the usual value of sphere and MEG models (between grey 0.275, white 0.126 and fluid 1.654 S/m)',
    verification: 'assumed',
  },
} as const satisfies Record<string, Sourced<number>>;
