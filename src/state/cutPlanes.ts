/** The three planes that cut the head, by the axis across them: the choices that switch and place each, and its names. */
export const CUT_PLANES = [
  { shown: 'cutSagittal', place: 'cutX', label: 'Sagittal', axis: 'x' },
  { shown: 'cutCoronal', place: 'cutY', label: 'Coronal', axis: 'y' },
  { shown: 'cutAxial', place: 'cutZ', label: 'Axial', axis: 'z' },
] as const;
