import { sendCamera, type ViewPreset } from '../../state/viewStore';
import { useApp } from '../appContext';
import { Icon } from '../controls/Icon';

const PRESETS: readonly (readonly [preset: ViewPreset, letter: string, label: string])[] = [
  ['left', 'L', 'View from the left'],
  ['right', 'R', 'View from the right'],
  ['anterior', 'A', 'View from the front (anterior)'],
  ['posterior', 'P', 'View from behind (posterior)'],
  ['superior', 'S', 'View from above (superior)'],
];

/** Sends the camera; lies over the stage, beside what it moves. */
export function ViewButtons() {
  const { view } = useApp();
  return (
    <fieldset className="view-buttons" aria-label="Camera">
      {PRESETS.map(([preset, letter, label]) => (
        <button key={preset} type="button" aria-label={label} title={`${label} (${letter})`} onClick={() => sendCamera(view, preset)}>
          {letter}
        </button>
      ))}
      <button type="button" aria-label="View onto the target" title="View onto the target (T)" onClick={() => sendCamera(view, 'target')}>
        <Icon name="target" />
      </button>
      <button type="button" aria-label="Zoom out" title="Zoom out ( [ )" onClick={() => sendCamera(view, 'zoomOut')}>
        <Icon name="minus" />
      </button>
      <button type="button" aria-label="Zoom in" title="Zoom in ( ] )" onClick={() => sendCamera(view, 'zoomIn')}>
        <Icon name="plus" />
      </button>
      <button type="button" aria-label="First view" title="First view (0)" onClick={() => sendCamera(view, 'start')}>
        <Icon name="reset" />
      </button>
    </fieldset>
  );
}
