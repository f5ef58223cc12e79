import { describeValue } from '../../core/inputError';
import type { Theme } from '../../state/choices';
import { LEVEL_IDS, type LevelId } from '../../state/viewStore';

/** Parts of the page that a link can choose for those who open it. */
export const CONTROL_IDS = ['coil', 'place', 'strength', 'model', 'show', 'plots', 'levels', 'camera', 'tools'] as const;
export type ControlId = (typeof CONTROL_IDS)[number];

/** What each part is called in the help. */
export const CONTROL_LABELS: Readonly<Record<ControlId, string>> = {
  coil: 'coil and stimulator',
  place: 'target and position',
  strength: 'strength and pulse',
  model: 'what is computed',
  show: 'colors and layers',
  plots: 'plots and numbers',
  levels: 'from the microsecond to the month',
  camera: 'buttons of the camera',
  tools: 'undo, reset, picture, theme, help',
};

/** What the address asks for beside the scene. */
export interface StartParameters {
  /** The page is a part of another one: the stage, its legend and the chosen controls. */
  readonly embed: boolean;
  readonly theme: Theme | null;
  /** What is offered; null: everything, or nothing but the stage where the page is a part of another one. */
  readonly controls: ReadonlySet<ControlId> | null;
  readonly level: LevelId | null;
  /** The lesson that is open: its id, which is looked up when the lessons are there. */
  readonly lesson: string | null;
}

export const NO_PARAMETERS: StartParameters = { embed: false, theme: null, controls: null, level: null, lesson: null };

const THEMES: Readonly<Record<string, Theme>> = { dark: 'stage', light: 'light', projector: 'projector' };

/** A row of the table in the help: name, values, meaning. */
export const PARAMETER_HELP: readonly (readonly [name: string, values: string, meaning: string])[] = [
  ['embed', '1', 'stage, legend and the chosen controls only, for a frame in another page'],
  ['theme', Object.keys(THEMES).join(', '), 'colors and size of the text'],
  ['controls', CONTROL_IDS.join(', '), 'what is offered, with commas between; none: only the stage'],
  ['level', LEVEL_IDS.join(', '), 'the screen of time that is open'],
  ['lesson', 'id', 'the lesson that is open'],
  ['lang', 'en', 'reserved; there is only English'],
];

export interface ReadParameters {
  readonly parameters: StartParameters;
  /** One sentence for each value that cannot be used; its default stands in. */
  readonly sentences: readonly string[];
}

/** Longest query that is read, in characters. */
const LONGEST = 4000;

/** Reads what stands after the question mark of the address. What has no meaning here is left to others. */
export function readStartParameters(search: string): ReadParameters {
  const sentences: string[] = [];
  const given = new URLSearchParams(search.slice(0, LONGEST));
  const refuse = (name: string, mustHold: string, value: string, standsIn: string): null => {
    sentences.push(`${name} in the address must ${mustHold}; instead received ${describeValue(value)}, and ${standsIn}.`);
    return null;
  };
  const oneOf = <T>(name: string, values: Readonly<Record<string, T>>, standsIn: string): T | null => {
    const value = given.get(name);
    if (value === null) return null;
    return Object.hasOwn(values, value) ? values[value] : refuse(name, `be one of ${Object.keys(values).join(', ')}`, value, standsIn);
  };
  const parameters: StartParameters = {
    embed: oneOf('embed', { '1': true, '0': false }, 'the whole page is shown') ?? false,
    theme: oneOf('theme', THEMES, 'the theme stays as it is'),
    controls: readControls(given.get('controls'), refuse),
    level: oneOf('level', Object.fromEntries(LEVEL_IDS.map((id) => [id, id])) as Record<string, LevelId>, 'the stage is shown'),
    lesson: readLesson(given.get('lesson'), refuse),
  };
  oneOf('lang', { en: true }, 'the page is in English');
  return { parameters, sentences };
}

function readLesson(text: string | null, refuse: (name: string, mustHold: string, value: string, standsIn: string) => null): string | null {
  if (text === null || /^[a-z0-9][a-z0-9-]{0,60}$/.test(text)) return text;
  return refuse('lesson', 'be the id of a lesson', text, 'the simulator is shown');
}

function readControls(
  text: string | null,
  refuse: (name: string, mustHold: string, value: string, standsIn: string) => null,
): ReadonlySet<ControlId> | null {
  if (text === null) return null;
  const asked = text === 'none' ? [] : text.split(',').map((part) => part.trim());
  const wrong = asked.find((id) => !(CONTROL_IDS as readonly string[]).includes(id));
  if (wrong !== undefined) return refuse('controls', `name some of ${CONTROL_IDS.join(', ')}, or be none`, wrong, 'all are offered');
  return new Set(asked as ControlId[]);
}

/** Whether a part of the page is offered. */
export const offers = ({ controls, embed }: StartParameters, id: ControlId): boolean => (controls ? controls.has(id) : !embed);
