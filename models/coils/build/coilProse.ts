/** What a coil file says beside its numbers. */
export interface CoilProse {
  readonly name: string;
  readonly manufacturer: string;
  readonly description: string;
  readonly notes?: readonly string[];
}

const BENT = 'The wings are bent in the source; here each is a few groups of turns, each flat and with a tilt of its own.';
const EQUIVALENT =
  'An equivalent source, not a drawing of the winding: it meets the measured field in front of the coil, but its turns do not lie where the copper lies.';
const ROUND = 'The center of the turns is fitted too: the source’s winding carries some field on its axis.';

const magventure = (name: string, description: string, ...notes: string[]): CoilProse => ({
  name: `MagVenture ${name}`,
  manufacturer: 'MagVenture',
  description,
  notes,
});
const deymed = (name: string, description: string, ...notes: string[]): CoilProse => ({
  name: `Deymed ${name}`,
  manufacturer: 'Deymed',
  description,
  notes,
});
const magandmore = (name: string, description: string, ...notes: string[]): CoilProse => ({
  name: `MAG & More ${name}`,
  manufacturer: 'MAG & More',
  description,
  notes,
});

export const COIL_PROSE: Readonly<Record<string, CoilProse>> = {
  'magstim-d70': {
    name: 'Magstim D70',
    manufacturer: 'Magstim',
    description: 'Two flat wings, the usual research coil, as measured.',
  },
  'magstim-double-cone': {
    name: 'Magstim double cone 110 mm',
    manufacturer: 'Magstim',
    description: 'Two large wings at a steep angle, for deep targets such as the leg area.',
    notes: ['The wings are curved in the source; here each is flat.'],
  },
  'magventure-c-b60': magventure('C-B60', 'Two flat wings.'),
  'magventure-cool-b65': magventure('Cool-B65', 'Two flat, tall, cooled wings that overlap a little.'),
  'magventure-mcf-b65': magventure(
    'MCF-B65',
    'Two flat wings, cooled by air.',
    'Turns in two groups with centers of their own: one center does not meet the figures.',
  ),
  'magventure-cool-b35': magventure('Cool-B35', 'Two small tall wings.'),
  'magventure-mri-b91': magventure('MRI-B91', 'Two elliptical wings, made for the scanner.'),
  'magventure-mc-b70': magventure('MC-B70', 'Two overlapping wings, bent toward the head.', BENT, EQUIVALENT),
  'magventure-c-b70': magventure(
    'C-B70',
    'Two overlapping wings, slightly bent toward the head.',
    BENT,
    'The leads along the handle are left out.',
  ),
  'magventure-cool-b70': magventure('Cool-B70', 'Two overlapping, cooled wings, bent toward the head.', EQUIVALENT),
  'magventure-d-b80': magventure('Cool-D-B80', 'Two tilted, cooled wings for deeper targets.', BENT),
  'deymed-50bf': deymed('50BF', 'Two flat wings of medium size.'),
  'deymed-70bf': deymed('70BF', 'Two flat wings of the usual size.'),
  'deymed-120bfv': deymed(
    '120BFV',
    'Two large wings at a steep angle, for deep targets.',
    'The wings are curved in the source; here each is flat.',
  ),
  'magandmore-pmd70': magandmore('PMD70', 'Two flat wings of the usual size.'),
  'magandmore-pmd45-eeg': magandmore('PMD45-EEG', 'Two flat wings of medium size, held off the head by room for electrodes.'),
  'magandmore-pmd25': magandmore(
    'PMD25 decentral',
    'Two small flat wings whose turns do not share a center.',
    'Turns in two groups with centers of their own, both shifted along the handle’s axis, as the source’s field asks.',
  ),
  'magventure-mc-125': magventure('MC-125', 'One round winding: a ring of field, none under the center.', ROUND),
  'magventure-c-100': magventure('C-100', 'One round winding of medium size.', ROUND),
  'magventure-mcf-75': magventure('MCF-75', 'One small round winding, cooled by air.', ROUND),
  'magventure-mmc-140': magventure(
    'MMC-140-II',
    'One large round winding.',
    ROUND,
    'The source’s winding is bowl-shaped; here it is flat.',
  ),
};

/** Why the measures over the sphere lie outside the published ranges, where they do. */
export const FOCALITY_EXPLANATIONS: Readonly<Record<string, string>> = {};
