import type { HonestyNote } from './honestyNote';

const HEAD = 'Measured on the surfaces of the shipped Colin27 head; heads differ by several millimeters.';
const DENG = 'Deng, Lisanby & Peterchev 2013, Brain Stimul 6:1, PMC3568257.';

/** What stands behind the numbers of the pages beside the plots. */
export const TARGET_NOTES = {
  direction: {
    title: 'Direction at the target',
    what: 'Where the mean vector of the cortex within 10 mm points in the first phase of the pulse; in a second phase it points the other way. Medial is toward the midline.',
    formula: 'components of F along right, anterior, superior; the second is named from half of the largest',
    source: null,
    verification: 'computed',
  },
  shareOfMaximum: {
    title: 'Share of the maximum',
    what: 'Field at the target, a mean over the cortex within 10 mm, over the field at the strongest point of the cortex. Since one is a mean and the other a point, 100 % is not reached.',
    formula: 'mean |e| within 10 mm / max |e| over the vertices of the cortex',
    source: null,
    verification: 'computed',
  },
  underCoil: {
    title: 'Field under the coil',
    what: 'Magnitude at the point of the cortex nearest to the scalp point under the coil’s center. The strongest point lies elsewhere: crowns of gyri and the turns of the winding decide where. Far from the target the headline leads with it and names the nearest 10-20 position (over it within 10 mm) and the Brodmann area, whose borders can be off by centimeters in a single brain.',
    formula: '|E| = |e(x)| × dI/dt at the vertex x of the cortex that is nearest to the scalp point',
    source: HEAD,
    verification: 'computed',
  },
  handle: {
    title: 'Handle angle',
    what: 'How the coil is held: 0° points the handle straight back, positive turns it clockwise as seen from outside the head.',
    formula: 'as chosen',
    source: 'A choice, not a result.',
    verification: 'computed',
  },
  bestHandle: {
    title: 'Best handle angle for the target',
    what: 'The angle at which the mean magnitude within 10 mm of the target would be largest, with the coil turned about its own axis and its center kept where it is; turns are positive clockwise, as seen from outside. It says nothing about the direction that neurons prefer.',
    formula:
      'the field is computed for 12 turns of 30°; each component is a Fourier series of the angle, and its largest size is looked up every 0.25°',
    source: null,
    verification: 'computed',
  },
  scalpToTarget: {
    title: 'Scalp to target',
    what: 'Straight line from the scalp point of the target to the cortical point around which the field is read.',
    formula: '|x(scalp) − x(cortex)|',
    source: HEAD,
    verification: 'computed',
  },
  scalpToCortex: {
    title: 'Scalp to cortex under the coil',
    what: 'From the scalp point under the coil’s center to the nearest point of the cortex. Each further millimeter costs a few percent of the field.',
    formula: 'min |x(scalp) − x| over the cortical surface',
    source: HEAD,
    verification: 'computed',
  },
  nearestWinding: {
    title: 'Nearest winding',
    what: 'Distance from the scalp to the nearest middle of the copper, or to the nearest winding that a file of your own describes. The gap is that of the casing: what lies between is plastic, and the field follows the winding.',
    formula: 'min |x(winding) − x| over the scalp',
    source: `${HEAD} Windings: as listed with the coil.`,
    verification: 'computed',
  },
  areaAbove: {
    title: 'Cortex above the threshold',
    what: 'Cortical area, folds included, on which the field is at least the threshold field. The threshold of real tissue depends on pulse, direction and place.',
    formula: 'sum of the vertex areas with |E| at least the threshold',
    source: null,
    verification: 'computed',
  },
  volumeAbove: {
    title: 'Brain above the threshold',
    what: 'Volume inside the brain shell, white matter and fluid included, in which the field is at least the threshold field. Counted in cells of 5 mm, so volumes below 1 cm³ are rough. For the folded cortex the cells are those of the three shells.',
    formula: 'cells of the field grid with |E| at least the threshold × (5 mm)³',
    source: null,
    verification: 'computed',
  },
  halfValueDepth: {
    title: 'Half-value depth, d½',
    what: 'Depth below the cortex of a standard sphere to which at least half of the largest cortical field reaches. Between the stored gaps it is interpolated.',
    formula: 'deepest point with |E| at least half its maximum on the sphere of 70 mm in a head of 85 mm',
    source: DENG,
    verification: 'computed',
  },
  tangentialSpread: {
    title: 'Tangential spread, S½',
    what: 'Volume of the standard sphere with at least half of the largest cortical field, over the half-value depth: how far the field spreads sideways.',
    formula: 'S½ = V½ / d½',
    source: DENG,
    verification: 'computed',
  },
  regionMean: {
    title: 'Mean over a region',
    what: 'Area-weighted mean of the field over all vertices with this label, both hemispheres: a large region on both sides has a low mean even under the coil.',
    formula: 'Σ area × |F| / Σ area',
    source: 'Labels of a Brodmann map that was drawn by hand after a flat atlas; borders can be off by centimeters in a single brain.',
    verification: 'computed',
  },
  verdict: {
    title: 'A against B',
    what: 'Both scenes read at the present target, with the present threshold. Ratios within one model are better known than the values themselves.',
    formula: '(B − A) / A',
    source: null,
    verification: 'computed',
  },
} as const satisfies Record<string, HonestyNote>;
