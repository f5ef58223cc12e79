import type { ProbeHand } from '../../field/probe/probeHand';
import type { ProbeDirection } from '../../field/probe/probeStep';
import type { SceneSource } from '../../field/simulation/sceneSource';
import type { ControlId } from '../../share/address/startParameters';
import type { ParameterId } from '../../state/parameters';
import { PARAMETERS } from '../../state/parameters';
import { type ChoiceStore, choose, redo, resetAll, undo } from '../../state/store';
import { sendCamera, type ViewPreset, type ViewStore } from '../../state/viewStore';
import { stepBy } from '../controls/sliderSteps';

/** What a hot key may act on. */
export interface HotkeyTargets {
  readonly placeAfter: SceneSource['placeAfter'];
  readonly store: ChoiceStore;
  readonly view: ViewStore;
  readonly probeHand: ProbeHand;
  readonly toggleHelp: () => void;
}

export interface Hotkey {
  /** Values of `KeyboardEvent.key`, lower case. */
  readonly keys: readonly string[];
  /** What the help shows, as separate key caps. */
  readonly caps: readonly string[];
  readonly label: string;
  readonly group: 'Coil' | 'Probe' | 'View' | 'Everything';
  /** `page`: anywhere but in a text field. `stage`: only with the focus on the picture, or on nothing. */
  readonly scope: 'page' | 'stage';
  readonly modifiers?: { readonly control?: boolean; readonly shift?: boolean; readonly alt?: boolean };
  /** The part of the page that it belongs to: without that it does nothing. */
  readonly part?: ControlId;
  /** A held key makes one step of the history. */
  readonly gesture?: boolean;
  readonly run: (targets: HotkeyTargets, fine: boolean) => void;
}

/** How far one key press moves the coil, and with Shift, SI. */
const MOVE = { plain: 0.005, fine: 0.001 };
const TURN = { plain: (5 * Math.PI) / 180, fine: Math.PI / 180 };
const LIFT = { plain: 0.001, fine: 0.001 };

function nudge(id: ParameterId, sign: number, size: { plain: number; fine: number }): Hotkey['run'] {
  return ({ store }, fine) => {
    choose(store, { [id]: stepBy(PARAMETERS[id], store.getState()[id], sign * (fine ? size.fine : size.plain)) });
  };
}

/** Steps go on past the ends of the sliders: there the coil is measured from somewhere else. */
function stepAlong(id: 'offsetForward' | 'offsetRight', sign: number): Hotkey['run'] {
  return ({ store, placeAfter }, fine) => {
    const endless = { ...PARAMETERS[id], minimum: Number.NEGATIVE_INFINITY, maximum: Number.POSITIVE_INFINITY };
    const next = stepBy(endless, store.getState()[id], sign * (fine ? MOVE.fine : MOVE.plain));
    choose(store, placeAfter({ [id]: next }, 'follows'));
  };
}

/** The arrows move a pinned probe, else the coil. */
const moved = (
  key: string,
  cap: string,
  label: string,
  direction: ProbeDirection,
  id: 'offsetForward' | 'offsetRight',
  sign: number,
): Hotkey => ({
  keys: [key],
  caps: [cap],
  label,
  group: 'Coil',
  scope: 'stage',
  gesture: true,
  run: (targets, fine) => {
    if (!targets.probeHand.step(direction, fine)) stepAlong(id, sign)(targets, fine);
  },
});

const probed = (key: string, cap: string, label: string, act: (hand: ProbeHand) => void): Hotkey => ({
  keys: [key],
  caps: [cap],
  label,
  group: 'Probe',
  scope: 'stage',
  run: ({ probeHand }) => act(probeHand),
});

const looked = (key: string, label: string, preset: ViewPreset): Hotkey => ({
  keys: [key],
  caps: [key.toUpperCase()],
  label,
  group: 'View',
  scope: 'stage',
  run: ({ view }) => sendCamera(view, preset),
});

/** The one table of hot keys: the listener obeys it and the help prints it. */
export const HOTKEYS: readonly Hotkey[] = [
  moved('arrowup', '↑', 'Coil forward along the scalp, 5 mm (Shift: 1 mm)', 'forward', 'offsetForward', 1),
  moved('arrowdown', '↓', 'Coil back', 'back', 'offsetForward', -1),
  moved('arrowleft', '←', 'Coil toward the subject’s left', 'left', 'offsetRight', -1),
  moved('arrowright', '→', 'Coil toward the subject’s right', 'right', 'offsetRight', 1),
  {
    keys: ['q'],
    caps: ['Q'],
    label: 'Turn the handle counterclockwise, 5° (Shift: 1°)',
    group: 'Coil',
    scope: 'stage',
    gesture: true,
    run: nudge('handleAngle', -1, TURN),
  },
  {
    keys: ['e'],
    caps: ['E'],
    label: 'Turn the handle clockwise',
    group: 'Coil',
    scope: 'stage',
    gesture: true,
    run: nudge('handleAngle', 1, TURN),
  },
  {
    keys: ['+', '='],
    caps: ['+'],
    label: 'Lift the coil off the scalp, 1 mm',
    group: 'Coil',
    scope: 'stage',
    gesture: true,
    run: nudge('coilDistance', 1, LIFT),
  },
  {
    keys: ['-', '\u2212'],
    caps: ['\u2212'],
    label: 'Lower the coil',
    group: 'Coil',
    scope: 'stage',
    gesture: true,
    run: nudge('coilDistance', -1, LIFT),
  },
  probed('i', 'I', 'Probe on the target; arrows then move it, 2 mm (Shift: 0.5 mm)', (hand) => hand.toTarget()),
  probed('m', 'M', 'Probe on the strongest point', (hand) => hand.toStrongest()),
  probed('enter', 'Enter', 'Pin the probe where you point (or click)', (hand) => hand.pin()),
  probed('escape', 'Esc', 'Release the probe; arrows move the coil again', (hand) => hand.release()),
  looked('l', 'From the left', 'left'),
  looked('r', 'From the right', 'right'),
  looked('a', 'From the front (anterior)', 'anterior'),
  looked('p', 'From behind (posterior)', 'posterior'),
  looked('s', 'From above (superior)', 'superior'),
  looked('t', 'Onto the target', 'target'),
  looked('0', 'First view', 'start'),
  {
    keys: ['['],
    caps: ['['],
    label: 'Zoom out',
    group: 'View',
    scope: 'stage',
    run: ({ view }) => sendCamera(view, 'zoomOut'),
  },
  {
    keys: [']'],
    caps: [']'],
    label: 'Zoom in',
    group: 'View',
    scope: 'stage',
    run: ({ view }) => sendCamera(view, 'zoomIn'),
  },
  {
    keys: ['d'],
    caps: ['D'],
    label: 'Time: from the pulse to weeks of sessions',
    part: 'levels',
    group: 'Everything',
    scope: 'stage',
    run: ({ view }) => view.setState({ level: view.getState().level ? null : 'pulse' }),
  },
  {
    keys: ['z'],
    caps: ['Ctrl', 'Z'],
    label: 'Undo',
    group: 'Everything',
    scope: 'page',
    modifiers: { control: true },
    run: ({ store }) => undo(store),
  },
  {
    keys: ['z'],
    caps: ['Ctrl', 'Shift', 'Z'],
    label: 'Redo',
    group: 'Everything',
    scope: 'page',
    modifiers: { control: true, shift: true },
    run: ({ store }) => redo(store),
  },
  {
    keys: ['r'],
    caps: ['Alt', 'R'],
    label: 'Reset All (Undo takes it back)',
    group: 'Everything',
    scope: 'page',
    modifiers: { alt: true },
    run: ({ store, view }) => {
      resetAll(store);
      sendCamera(view, 'start');
    },
  },
  {
    keys: ['?'],
    caps: ['?'],
    label: 'This list',
    part: 'tools',
    group: 'Everything',
    scope: 'stage',
    run: ({ toggleHelp }) => toggleHelp(),
  },
];

/** What of a keyboard event decides; a real `KeyboardEvent` fits. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * The hot key that a press means, or undefined. With Alt held some systems write another letter, so there the physical key decides.
 * Shift is free (it means "fine", or belongs to the character) unless the table names modifiers.
 */
export function findHotkey(press: KeyPress, onStage: boolean): Hotkey | undefined {
  const key = press.altKey && press.code.startsWith('Key') ? press.code.slice(3).toLowerCase() : press.key.toLowerCase();
  const control = press.ctrlKey || press.metaKey;
  return HOTKEYS.find(({ keys, modifiers, scope }) => {
    if (!keys.includes(key) || (scope === 'stage' && !onStage)) return false;
    if (!modifiers) return !control && !press.altKey;
    return control === Boolean(modifiers.control) && press.altKey === Boolean(modifiers.alt) && press.shiftKey === Boolean(modifiers.shift);
  });
}
