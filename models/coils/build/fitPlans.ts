import type { GroupPlan, Planned, WindingPlan } from './windingPlan';

/**
 * What is open in each winding, and within which bounds: the outermost turn stays within some millimeters of the source's bounding box, the copper
 * behind the face. Whole turns were tried one by one and the best kept. Lost attempts: one rigid wing of concentric circles leaves |A| 5-14 %
 * off for the bent coils and 16 % for PMD25; folding each wing along a line did no better than two groups of turns with a tilt of their own.
 */
const flat = { y: 0, tilt: 0, hinge: 0 } as const;

const round = (turns: number, inner: Planned, outer: Planned, x: Planned, aspect: Planned = 1): GroupPlan => ({
  turns,
  inner,
  outer,
  aspect,
  x,
  ...flat,
});

const figure8 = (id: string, front: Planned, height: Planned, ...groups: GroupPlan[]): WindingPlan => ({
  id,
  pattern: 'figure8',
  groups,
  front,
  height,
});

/** The source's round coils are not quite centered: their axis carries a tenth of the largest field. */
const circular = (id: string, turns: number, inner: Planned, outer: Planned, front: Planned, height: Planned): WindingPlan => ({
  id,
  pattern: 'circular',
  groups: [{ ...round(turns, inner, outer, [0, -6, 6]), y: [0, -6, 6] }],
  front,
  height,
});

const bent = (turns: number, inner: Planned, outer: Planned, x: Planned, tilt: Planned, aspect: Planned = 1): GroupPlan => ({
  ...round(turns, inner, outer, x, aspect),
  tilt,
});

export const FIT_PLANS: readonly WindingPlan[] = [
  figure8('magstim-d70', [2.4, 1.5, 6], [11.2, 3, 16], round(9, [16.8, 8, 34], [53, 48, 53], [44.5, 44, 51])),
  figure8('magventure-c-b60', [4.2, 2, 6], [12.4, 3, 14], round(10, [20.4, 8, 28], [34, 34, 39], [38.5, 36, 40])),
  figure8('magventure-cool-b65', [2.5, 2, 6], [11.5, 3, 18], round(8, [14.4, 8, 32], [44.7, 39, 45], [36.6, 36, 43])),
  figure8(
    'magventure-mcf-b65',
    [4.6, 2, 8],
    [7.7, 3, 28],
    round(4, [40.4, 25, 44], [44.9, 38, 45], [41.7, 33, 42]),
    round(3, [9.9, 6, 28], [21, 8, 36], [14, 14, 50]),
  ),
  figure8('magventure-cool-b35', [4.8, 3, 8], [14, 4, 14], round(14, [14.7, 8, 16], [21.6, 19, 24], [23.9, 21, 25])),
  figure8('magventure-mri-b91', [9, 4, 9], [8.2, 3, 16], round(8, [14.1, 8, 30], [49, 40, 49], [40.6, 36, 43], [0.92, 0.75, 1.1])),
  figure8('magventure-mc-b70', [2.5, 2, 8], [4, 3, 14], bent(6, [21.7, 8, 30], [24, 10, 34], [28.4, 18, 32], [0, 0, 10]), {
    ...bent(3, [45.8, 28, 50], [52.5, 44, 56], [29.4, 27, 36], [15, 6, 20], [0.94, 0.85, 1.2]),
    hinge: [24, 18, 40],
  }),
  figure8(
    'magventure-c-b70',
    [2, 2, 8],
    [4.3, 3, 14],
    bent(6, [9, 8, 30], [39, 12, 40], [12.5, 12, 32], [0, 0, 16]),
    bent(4, [45.8, 28, 50], [41, 38, 52], [35, 27, 36], [10.4, 4, 20], [0.85, 0.85, 1.2]),
  ),
  figure8(
    'magventure-cool-b70',
    [1.4, 1.4, 8],
    [2, 1.5, 14],
    bent(12, [21.8, 8, 30], [21.4, 10, 34], [4.2, 3, 24], [4.1, 0, 8]),
    { ...bent(3, [50.9, 34, 54], [50.6, 44, 56], [40.6, 20, 46], [19.9, 4, 24], [0.7, 0.65, 1.2]), hinge: [5, 2, 40] },
    { ...bent(2, [5, 4, 14], [5.5, 4, 14], [59, 40, 60], [27, 10, 28]), hinge: [14, 14, 40] },
  ),
  figure8(
    'magventure-d-b80',
    [5, 2, 16],
    [13.2, 3, 18],
    { ...bent(4, [16, 10, 30], [32, 12, 34], [40.2, 24, 50], [30, 22, 31]), y: [6.9, -10, 10] },
    { ...bent(4, [48.7, 36, 52], [53, 44, 54], [49.4, 34, 56], [28, 20, 31]), y: [2.5, -10, 10], hinge: [8, 0, 20] },
  ),
  figure8('magstim-double-cone', [8.8, 2, 12], [14.2, 3, 18], {
    ...bent(9, [61, 45, 62], [59, 57, 68], [54.6, 48, 66], [32.6, 28, 42]),
    hinge: [3.2, 0, 30],
  }),
  figure8('deymed-120bfv', [6.8, 2, 12], [9.5, 3, 18], {
    ...bent(7, [48.1, 36, 58], [63.5, 56, 64], [60.2, 50, 66], [39, 30, 44]),
    hinge: [6.3, 0, 30],
  }),
  figure8('deymed-50bf', [3, 1.5, 6], [9, 3, 18], round(12, [12.4, 6, 34], [42.2, 38, 45], [36.6, 31, 40], [1.07, 0.85, 1.1])),
  figure8('deymed-70bf', [3.4, 1.5, 6], [13.5, 3, 18], round(10, [25.6, 12, 38], [46.9, 43, 48], [44.3, 42, 47])),
  figure8('magandmore-pmd70', [1.5, 1.5, 5], [6.6, 3, 9], round(7, [16.7, 8, 34], [48.6, 44, 50], [46.5, 45, 49])),
  figure8('magandmore-pmd45-eeg', [3.6, 3, 7], [9.8, 3, 14], round(10, [13.5, 6, 26], [35.5, 35, 42], [33.2, 31, 37])),
  figure8(
    'magandmore-pmd25',
    [3, 2, 7],
    [6, 3, 14],
    { ...round(6, [20.5, 5, 24], [20.7, 8, 26], [9.2, 6, 28]), y: [1, -10, 10] },
    { ...round(5, [21, 12, 25], [21.5, 20, 27], [25, 16, 27]), y: [1, -10, 10] },
  ),
  circular('magventure-mc-125', 14, [11.6, 8, 30], [55.7, 52, 58], [2.9, 1.5, 6], [6.1, 2, 8]),
  circular('magventure-c-100', 16, [15, 8, 30], [46.6, 43, 48], [5, 1.5, 6], [5, 3, 14]),
  circular('magventure-mcf-75', 19, [9.5, 8, 22], [32.5, 28, 34], [4.2, 3, 8], [18, 5, 18]),
  circular('magventure-mmc-140', 15, [24, 8, 50], [61, 56, 68], [0.5, 0.3, 8], [1.5, 1, 22]),
];
