import type { Verification } from '../../../../src/core/sourced';
import type { Vec3 } from '../../../../src/core/vec3';

/** A target as published, mm. */
export interface PublishedTarget {
  readonly id: string;
  readonly label: string;
  readonly position: Vec3;
  readonly source: string;
  readonly verification: Verification;
}

/** Scalp targets are electrodes of this head. */
export const SCALP_TARGETS = [
  { id: 'f3', label: 'F3 (left, 10-20)', electrode: 'F3' },
  { id: 'vertex', label: 'Vertex (Cz)', electrode: 'Cz' },
  { id: 'f4', label: 'F4 (right, 10-20)', electrode: 'F4' },
] as const;

/** Cortical targets in MNI-152 coordinates, with how far each was checked. */
export const CORTEX_TARGETS: readonly PublishedTarget[] = [
  {
    id: 'left-dlpfc-weigand2018',
    label: 'Left DLPFC (Weigand 2018)',
    position: [-42, 44, 30],
    source: 'Weigand et al. 2018, 10.1016/j.biopsych.2017.12.002; the coordinate was read in a later text that uses it as its reference',
    verification: 'secondary',
  },
  {
    id: 'm1-hand',
    label: 'Left M1, hand',
    position: [-37, -21, 58],
    source: 'Mayka et al. 2006, motor area of the hand; group coordinate, read in later texts. A person’s hot spot can lie 2 cm away',
    verification: 'secondary',
  },
  {
    id: 'left-dlpfc-fox2012',
    label: 'Left DLPFC (Fox 2012, subgenual)',
    position: [-44, 38, 34],
    source: 'Fox et al. 2012, 10.1016/j.biopsych.2012.04.028, peak of the subgenual anticorrelation; read in later texts',
    verification: 'secondary',
  },
  {
    id: 'left-dlpfc-fox2012-efficacy',
    label: 'Left DLPFC (Fox 2012, efficacy)',
    position: [-38, 44, 26],
    source: 'Fox et al. 2012, 10.1016/j.biopsych.2012.04.028, peak of the efficacy map; read in later texts',
    verification: 'secondary',
  },
  {
    id: 'left-dlpfc-fitzgerald2009',
    label: 'Left DLPFC (Fitzgerald 2009)',
    position: [-46, 45, 38],
    source: 'Fitzgerald et al. 2009, 10.1038/npp.2008.233; coordinate read in later texts',
    verification: 'secondary',
  },
  {
    id: 'left-dlpfc-herbsman2009',
    label: 'Left DLPFC (Herbsman 2009)',
    position: [-46, 23, 49],
    source: 'Herbsman et al. 2009, 10.1016/j.biopsych.2009.04.034, better responders; coordinate read in later texts',
    verification: 'secondary',
  },
  {
    id: 'ba46-center',
    label: 'Left area 46, center',
    position: [-44, 40, 29],
    source: 'Candidate target of Fox et al. 2012, 10.1016/j.biopsych.2012.04.028; read in later texts',
    verification: 'secondary',
  },
  {
    id: 'ba9-center',
    label: 'Left area 9, center',
    position: [-36, 39, 43],
    source: 'Candidate target of Fox et al. 2012, 10.1016/j.biopsych.2012.04.028; read in later texts',
    verification: 'secondary',
  },
  {
    id: 'five-cm-average',
    label: 'Average 5 cm rule',
    position: [-41, 16, 54],
    source: 'Fox et al. 2012, 10.1016/j.biopsych.2012.04.028, mean site of the 5 cm rule; from memory',
    verification: 'unverified',
  },
  {
    id: 'f3-cortex-herwig2003',
    label: 'Cortex under F3 (Herwig 2003)',
    position: [-37, 26, 49],
    source:
      'Herwig et al. 2003, cortical projection of F3; read in later texts, some of which give it in Talairach space or for the Beam F3 site',
    verification: 'secondary',
  },
  {
    id: 'm1-apb',
    label: 'Left M1, thumb (APB)',
    position: [-37, -25, 50],
    source: 'Group hot spot of the thumb muscle; read in later texts',
    verification: 'secondary',
  },
  {
    id: 'right-dlpfc',
    label: 'Right DLPFC',
    position: [42, 40, 26],
    source: 'Common right-sided coordinate; read in later texts',
    verification: 'secondary',
  },
  {
    id: 'dmpfc',
    label: 'Dorsomedial prefrontal cortex',
    position: [0, 30, 30],
    source: 'Usual coordinate of the dorsomedial target; from memory. It is deep: a flat coil reaches it poorly',
    verification: 'unverified',
  },
];

/** Targets whose distance from the scalp is measured and printed. */
export const MEASURED_TARGETS = ['m1-hand', 'left-dlpfc-weigand2018', 'left-dlpfc-fox2012', 'right-dlpfc', 'f3'] as const;
