import { CLICK_GAIN, clickSound } from './clickPlayer';

/** Rest between two clicks, in milliseconds: a button held down makes no train. */
const REST = 400;

/** One quiet click, of the loudness to which all sounds here are limited; `onRest` is told when another may follow. */
export function playClick(onRest: () => void): void {
  const context = new AudioContext();
  const gain = context.createGain();
  gain.gain.value = CLICK_GAIN;
  gain.connect(context.destination);
  const click = context.createBufferSource();
  click.buffer = clickSound(context);
  click.connect(gain);
  click.start();
  setTimeout(() => {
    void context.close();
    onRest();
  }, REST);
}
