import { limitSentence } from '../../field/measures/underCoil';
import { useSnapshot } from '../appContext';

/** Why the coil goes no farther, while it stands at its limit. */
export function LimitNote() {
  const sentence = limitSentence(useSnapshot('under'));
  return sentence && <p className="limit-note">{sentence}</p>;
}
