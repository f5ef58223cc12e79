import { headMeasures } from '../../placement/headSize';
import { TAPE_PARAMETERS } from '../../state/tapeParameters';

/** The tape measures of the shipped head beside those of people, whatever is typed in the panel. */
export const THIS_HEAD = headMeasures({
  nasionInion: TAPE_PARAMETERS.tapeNasionInion.initial,
  tragusTragus: TAPE_PARAMETERS.tapeTragus.initial,
  circumference: TAPE_PARAMETERS.tapeCircumference.initial,
});
