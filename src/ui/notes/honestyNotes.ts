import type { HonestyNote } from './honestyNote';
import { TARGET_NOTES } from './targetNotes';

/** The limit of every absolute statement made here; beside it stands how far the model of the coil in use is from the measured one. */
export const ABSOLUTE_LIMIT = 'No absolute value here is better known than the coil and the head; comparisons within one model are.';

export const HONESTY_NOTES = {
  atTarget: {
    title: 'Field at the target',
    what: 'Mean over the cortex within 10 mm of the target’s point, of what is colored there, at the moment of its largest value, as papers on the field of TMS usually read a target. One vertex may lie deep in a sulcus, and a group coordinate is not better known than that. The color of a single point is what the probe reads.',
    formula: '∑ area × |e| ⁄ ∑ area × dI/dt over the vertices within 10 mm, where e is the field per unit rate of current',
    source: null,
    verification: 'computed',
  },
  peak: {
    title: '99.9th percentile, the “peak” of papers',
    what: 'The value that 99.9 % of the cortical area does not exceed. One bad triangle cannot change it, which is why it stands for “the strongest”.',
    formula: 'area-weighted 99.9th percentile of F over the cortical surface',
    source: null,
    verification: 'computed',
  },
  maximum: {
    title: 'Strongest',
    what: 'The largest value at any vertex of the cortical surface. It depends on the single most exposed point and on the mesh.',
    formula: 'max F over the vertices of the cortical surface',
    source: null,
    verification: 'computed',
  },
  peakDistance: {
    title: 'From the strongest point to the target',
    what: 'Straight line from the strongest point of the cortex to the cortical point of the target. Small: the coil hits what it is aimed at.',
    formula: '|x(max) − x(target)|',
    source: 'Positions in MNI space on the Colin27 head; a group coordinate can miss an individual’s own spot by many millimeters.',
    verification: 'computed',
  },
  area: {
    title: 'Area above half',
    what: 'Cortical area, folds included, on which the field is at least half of the peak: how focal the coil is here.',
    formula: 'sum of the areas with F at least half the peak',
    source: 'A surface relative of the tangential spread of Deng, Lisanby & Peterchev 2013, Brain Stimul 6:1.',
    verification: 'computed',
  },
  fluxAtTarget: {
    title: 'Flux density at the target',
    what: 'Mean over the cortex within 10 mm of the target’s point, of the magnitude of the coil’s magnetic flux density, at the peak of the current. Tissue hardly changes it.',
    formula: '∑ area × |b| ⁄ ∑ area × I over the vertices within 10 mm, where b is the flux density per ampere',
    source: null,
    verification: 'computed',
  },
  ...TARGET_NOTES,
} as const satisfies Record<string, HonestyNote>;

export type NoteId = keyof typeof HONESTY_NOTES;
