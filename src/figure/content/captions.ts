import { largestRate } from '../../coil/coilRates';
import { stimulatorById } from '../../coil/stimulatorLibrary';
import { formatNumber, formatQuantity } from '../../core/format';
import type { Vec3 } from '../../core/vec3';
import { coloringOf } from '../../field/color/coloring';
import { readouts } from '../../field/measures/readouts';
import { fieldUnderCoil, underWords } from '../../field/measures/underCoil';
import { rungOf } from '../../field/simulation/modelLadder';
import { TARGET_ANCHOR } from '../../head/coilPlace';
import { conductivitiesOf } from '../../share/data/provenance';
import type { ComputedScene } from '../../share/data/sceneTables';
import type { CaptionKind } from '../../share/figure/figureOptions';
import { PARAMETERS } from '../../state/parameters';
import { type CaptionFacts, captionLines } from './caption';

const LIMIT = 'Teaching model, not for clinical use.';

/** What a caption is of: a scene with its name, if there are several. */
export interface CaptionOf {
  /** `A: `, or empty. */
  readonly name: string;
  readonly scene: ComputedScene;
}

function factsOf({ head, choices, snapshot }: ComputedScene): CaptionFacts {
  const shown = readouts(snapshot, choices);
  if (!shown) throw new Error('captions: the scene has no field.');
  const coloring = coloringOf(snapshot, choices, null);
  return { snapshot, choices, coloring, shown, underCoil: fieldUnderCoil(snapshot, head.cortex, choices) ?? Number.NaN };
}

const mm = (point: Vec3): string => point.map((value) => formatNumber(1e3 * value, 1)).join(' ');

/** Stimulator and share of its output, places in MNI, conductivities: what the caption's own sentences leave out. */
function moreOf({ choices, snapshot }: ComputedScene): string[] {
  const { coil, target, place, pose, field } = snapshot;
  const stimulator = stimulatorById(choices.stimulatorId);
  const full = largestRate(stimulator, coil);
  const share = full ? `; ${formatNumber((100 * choices.dIdt) / full.value, 1)} % of the largest known dI/dt of this pair` : '';
  const conductivities = conductivitiesOf(field);
  return [
    `Stimulator: ${stimulator.name}${share}.`,
    `MNI in mm: field read within 10 mm of ${mm(target.cortex)}, scalp point ${mm(place.position)}, coil center ${mm(pose.origin)}.`,
    ...(conductivities.length > 0 ? [`Conductivities: ${conductivities.join(', ')}.`] : []),
    'A scale mark holds at the depth of the middle of the head.',
  ];
}

/** One line on coil, place, source and model. */
function shortLine({ choices, snapshot }: ComputedScene, { coloring }: CaptionFacts): string {
  const { coil, target, under } = snapshot;
  const place = under.nearTarget && choices.anchorId === TARGET_ANCHOR ? target.label : `over ${underWords(snapshot)}`;
  const write = (id: 'handleAngle' | 'dIdt'): string => formatQuantity(choices[id], PARAMETERS[id].display);
  return `${coil.name}${choices.currentReversed ? ' (current reversed)' : ''}, ${place}, handle ${write('handleAngle')}; dI/dt ${write('dIdt')}; ${rungOf(coloring.model).short}.`;
}

/** Captions of the scenes that a figure shows, from long to short. */
export function captionsOf(of: readonly CaptionOf[], kind: CaptionKind, version: string): string[][] {
  if (kind === 'none') return [];
  const all = of.map(({ name, scene }) => {
    const facts = factsOf(scene);
    const [headline, ...rest] = captionLines(facts, version, moreOf(scene));
    return { headline: name + headline, methods: name + rest.join(' '), short: name + shortLine(scene, facts) };
  });
  const headline = all.map((each) => each.headline).join('. ');
  const short = [headline, ...all.map((each) => each.short), `Coilscope ${version}. ${LIMIT}`];
  const shortest = [headline, LIMIT];
  return kind === 'short' ? [short, shortest] : [[headline, ...all.map((each) => each.methods)], short, shortest];
}

/** The methods caption as text to take along, with the link that opens the scene. */
export function methodsText(of: readonly CaptionOf[], version: string, link: string): string {
  return [...(captionsOf(of, 'methods', version)[0] ?? []), ...(link === '' ? [] : [`Link: ${link}`])].join('\n');
}
