import { HEAD_CONDUCTIVITIES } from '../../physics/boundaryElements/headConductivities';
import type { TissueFactors } from '../../physics/folded/foldedSlopes';
import type { Choices } from '../../state/choices';

const { white, gray, fluid } = HEAD_CONDUCTIVITIES;

export type Conductivities = Pick<Choices, 'conductivityWhite' | 'conductivityGray' | 'conductivityFluid'>;

/** The chosen conductivities over those that the folded cortex was computed with. */
export const factorsOfChoices = ({ conductivityWhite, conductivityGray, conductivityFluid }: Conductivities): TissueFactors => ({
  white: conductivityWhite / white.value,
  grey: conductivityGray / gray.value,
  csf: conductivityFluid / fluid.value,
});
