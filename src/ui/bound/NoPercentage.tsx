import { largestRate, unknownRateSentence } from '../../coil/coilRates';
import { stimulatorById } from '../../coil/stimulatorLibrary';
import { useChoice, useSnapshot } from '../appContext';

/** Stands where a percentage of output would, for a pair of stimulator and coil whose largest rate nobody has stated. */
export function NoPercentage() {
  const stimulator = stimulatorById(useChoice((choices) => choices.stimulatorId));
  const coil = useSnapshot('coil');
  return largestRate(stimulator, coil) ? null : <p className="small-print">{unknownRateSentence(stimulator, coil)}</p>;
}
