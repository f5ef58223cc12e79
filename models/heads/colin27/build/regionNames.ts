import type { Verification } from '../../../../src/core/sourced';

const LISTED = 'Common functional name, as lists of Brodmann areas give it; not taken from one edition of the atlas.';

/** Names of the labels of brodmann.nii.gz. */
const NAMES: Readonly<Record<number, string>> = {
  1: 'Primary somatosensory cortex',
  2: 'Primary somatosensory cortex',
  3: 'Primary somatosensory cortex',
  4: 'Primary motor cortex',
  5: 'Somatosensory association cortex',
  6: 'Premotor and supplementary motor cortex',
  7: 'Superior parietal association cortex',
  8: 'Frontal eye fields and prefrontal cortex',
  9: 'Dorsolateral prefrontal cortex',
  10: 'Frontopolar cortex',
  11: 'Orbitofrontal cortex',
  17: 'Primary visual cortex',
  18: 'Secondary visual cortex',
  19: 'Associative visual cortex',
  20: 'Inferior temporal gyrus',
  21: 'Middle temporal gyrus',
  22: 'Superior temporal gyrus',
  23: 'Ventral posterior cingulate cortex',
  24: 'Ventral anterior cingulate cortex',
  25: 'Subgenual cortex',
  26: 'Ectosplenial area',
  27: 'Presubiculum and piriform cortex',
  28: 'Ventral entorhinal cortex',
  29: 'Retrosplenial cingulate cortex',
  30: 'Retrosplenial cingulate cortex',
  32: 'Dorsal anterior cingulate cortex',
  34: 'Dorsal entorhinal cortex',
  35: 'Perirhinal cortex',
  36: 'Parahippocampal (ectorhinal) cortex',
  37: 'Fusiform gyrus',
  38: 'Temporal pole',
  39: 'Angular gyrus',
  40: 'Supramarginal gyrus',
  41: 'Primary auditory cortex',
  42: 'Auditory association cortex',
  43: 'Subcentral area',
  44: 'Inferior frontal gyrus, pars opercularis',
  45: 'Inferior frontal gyrus, pars triangularis',
  46: 'Dorsolateral prefrontal cortex',
  47: 'Inferior frontal gyrus, pars orbitalis',
};

/** regions.json: the name of every label that can occur in `_REGION`. */
export function regionsFile(): object {
  const listed = Object.entries(NAMES).map(([label, name]) => ({
    label: Number(label),
    area: `Brodmann area ${label}`,
    name,
    source: LISTED,
    verification: 'secondary' as Verification,
  }));
  const insula = {
    label: 48,
    area: 'label 48',
    name: 'Insula and surroundings',
    source: 'Read off the map: label 48 (Brodmann: retrosubicular area) covers the insula and the operculum there.',
    verification: 'assumed' as Verification,
  };
  return {
    source: 'Labels of brodmann.nii.gz of the package mricron-data, drawn on this head.',
    note: 'Drawn by hand after a flat atlas; borders can be off by centimeters in a single brain. Areas that the map does not distinguish are missing.',
    regions: [...listed, insula],
  };
}
