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

const target = (id: string, label: string, position: Vec3, source: string, verification: Verification = 'secondary'): PublishedTarget => ({
  id,
  label,
  position,
  source,
  verification,
});

const FOX_2012 = 'Fox et al. 2012, 10.1016/j.biopsych.2012.04.028';

/** Cortical targets in MNI-152 coordinates, with how far each was checked. */
export const CORTEX_TARGETS: readonly PublishedTarget[] = [
  target(
    'left-dlpfc-weigand2018',
    'Left DLPFC (Weigand 2018)',
    [-42, 44, 30],
    'Weigand et al. 2018, 10.1016/j.biopsych.2017.12.002; the coordinate was read in a later text that uses it as its reference',
  ),
  target(
    'm1-hand',
    'Left M1, hand',
    [-37, -21, 58],
    'Mayka et al. 2006, motor area of the hand; group coordinate, read in later texts. A person’s hot spot can lie 2 cm away',
  ),
  target(
    'left-dlpfc-fox2012',
    'Left DLPFC (Fox 2012, subgenual)',
    [-44, 38, 34],
    `${FOX_2012}, peak of the subgenual anticorrelation; read in later texts`,
  ),
  target(
    'left-dlpfc-fox2012-efficacy',
    'Left DLPFC (Fox 2012, efficacy)',
    [-38, 44, 26],
    `${FOX_2012}, peak of the efficacy map; read in later texts`,
  ),
  target(
    'left-dlpfc-fitzgerald2009',
    'Left DLPFC (Fitzgerald 2009)',
    [-46, 45, 38],
    'Fitzgerald et al. 2009, 10.1038/npp.2008.233; coordinate read in later texts',
  ),
  target(
    'left-dlpfc-herbsman2009',
    'Left DLPFC (Herbsman 2009)',
    [-46, 23, 49],
    'Herbsman et al. 2009, 10.1016/j.biopsych.2009.04.034, better responders; coordinate read in later texts',
  ),
  target('ba46-center', 'Left area 46, center', [-44, 40, 29], `Candidate target of ${FOX_2012}; read in later texts`),
  target('ba9-center', 'Left area 9, center', [-36, 39, 43], `Candidate target of ${FOX_2012}; read in later texts`),
  target('five-cm-average', 'Average 5 cm rule', [-41, 16, 54], `${FOX_2012}, mean site of the 5 cm rule; from memory`, 'unverified'),
  target(
    'f3-cortex-herwig2003',
    'Cortex under F3 (Herwig 2003)',
    [-37, 26, 49],
    'Herwig et al. 2003, cortical projection of F3; read in later texts, some of which give it in Talairach space or for the Beam F3 site',
  ),
  target('m1-apb', 'Left M1, thumb (APB)', [-37, -25, 50], 'Group hot spot of the thumb muscle; read in later texts'),
  target('right-dlpfc', 'Right DLPFC', [42, 40, 26], 'Common right-sided coordinate; read in later texts'),
  target(
    'dmpfc',
    'Dorsomedial prefrontal cortex',
    [0, 30, 30],
    'Usual coordinate of the dorsomedial target; from memory. It is deep: a flat coil reaches it poorly',
    'unverified',
  ),
];

/** Targets whose distance from the scalp is measured and printed. */
export const MEASURED_TARGETS = ['m1-hand', 'left-dlpfc-weigand2018', 'left-dlpfc-fox2012', 'right-dlpfc', 'f3'] as const;
