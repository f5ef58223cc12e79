import type { z } from 'zod';
import type { CoilDescription } from '../../coil/coilDescription';
import { fittingChoices, type KnownIds } from '../../state/storedChoices';
import { ownCoilOfValue } from './ownCoilValue';
import { FIRST_SCENE, keptOf, SCENE_VERSION, type Scene } from './scene';
import { COMPARISON_RULES, HUNT_RULES, LEVEL_RULES, VIEW_RULES } from './sceneSchema';

type Entries = Record<string, unknown>;

/** A scene that came from outside. */
export interface ReadScene {
  readonly scene: Scene;
  /** One sentence about what was not taken over; null where all was well. */
  readonly refusal: string | null;
  /** False where nothing could be read: `scene` is then the first one. */
  readonly isRead: boolean;
}

/**
 * From each version to the next: where an entry comes to mean something else or is called differently, its step stands here. A step leaves alone what is
 * of the next version already: the bases of links stay those of version 1, beside entries of any.
 */
const STEPS: readonly ((scene: Entries) => Entries)[] = [(choicesAlone) => choicesAlone];

/** Most own coils that a scene can use: its own and that of the kept scene. */
const MOST_COILS = 2;
/** Most names of entries in a sentence. */
const MOST_NAMED = 4;

/** Nothing could be read of `what`, for a reason that says what must hold and what came. */
export const unreadable = (what: string, reason: string): ReadScene => ({
  scene: FIRST_SCENE,
  refusal: `${what} was not opened: ${reason}.`,
  isRead: false,
});

export const isRecord = (value: unknown): value is Entries => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a scene of any version from a value that anyone may have written. Every entry that fits is taken over; one sentence names those that do
 * not, and their first values stand in.
 */
export function readScene(value: unknown, known: KnownIds, what: string): ReadScene {
  if (!isRecord(value)) return unreadable(what, 'a scene must be an object; instead something else came');
  const { version = SCENE_VERSION } = value;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0)
    return unreadable(what, 'its version must be a whole number; instead something else came');
  if (version > SCENE_VERSION)
    return unreadable(what, `its version must be at most ${SCENE_VERSION}; instead ${version} came, from a newer Coilscope`);
  return fittingScene(
    STEPS.slice(version).reduce((scene, step) => step(scene), value),
    known,
    what,
  );
}

function fittingScene(value: Entries, known: KnownIds, what: string): ReadScene {
  const faults: string[] = [];
  const ownCoils = coilsOf(value.ownCoils, faults);
  const ids = { ...known, coilId: new Set([...known.coilId, ...ownCoils.map(({ id }) => id)]) };
  const chosen = fittingChoices(partOf(value, 'choices', faults), ids);
  faults.push(...chosen.faults);
  const comparison = partOf(value, 'comparison', faults);
  const kept = comparison.kept == null ? null : fittingChoices(partOf(comparison, 'kept', faults), ids);
  if (kept) faults.push(...kept.faults.map((key) => `kept ${key}`));
  const take = <Part>(name: string, first: Part, rules: Record<string, z.ZodType>): Part =>
    takeFitting(name === 'comparison' ? comparison : partOf(value, name, faults), first, rules, faults);
  const scene: Scene = {
    choices: chosen.written,
    view: take('view', FIRST_SCENE.view, VIEW_RULES),
    levels: take('levels', FIRST_SCENE.levels, LEVEL_RULES),
    hunt: take('hunt', FIRST_SCENE.hunt, HUNT_RULES),
    comparison: {
      ...take('comparison', FIRST_SCENE.comparison, COMPARISON_RULES),
      kept: kept && keptOf(kept.written),
    },
    ownCoils,
  };
  return { scene, refusal: sentenceOf(what, faults, chosen.coilMissing || kept?.coilMissing === true), isRead: true };
}

function sentenceOf(what: string, faults: readonly string[], coilMissing: boolean): string | null {
  const coil = 'its coil came from a file that is not here: open that file first, or use a scene file, which holds it';
  const others = faults.length > MOST_NAMED ? ` and ${faults.length - MOST_NAMED} more` : '';
  const entries = `the first values stand in for what did not fit: ${faults.slice(0, MOST_NAMED).join(', ')}${others}`;
  const parts = [...(coilMissing ? [coil] : []), ...(faults.length > 0 ? [entries] : [])];
  return parts.length === 0 ? null : `${what} was not taken over as a whole; ${parts.join('; ')}.`;
}

/** An object of the scene; an empty one where it is missing, and a fault where it is something else. */
function partOf(value: Entries, name: string, faults: string[]): Entries {
  const part = Object.hasOwn(value, name) ? value[name] : undefined;
  if (isRecord(part)) return part;
  if (part !== undefined) faults.push(name);
  return {};
}

function takeFitting<Part>(raw: Entries, first: Part, rules: Record<string, z.ZodType>, faults: string[]): Part {
  const part = { ...first } as Entries;
  for (const [key, rule] of Object.entries(rules)) {
    if (!Object.hasOwn(raw, key)) continue;
    const checked = rule.safeParse(raw[key]);
    if (checked.success) part[key] = checked.data;
    else faults.push(key);
  }
  return part as Part;
}

function coilsOf(value: unknown, faults: string[]): readonly CoilDescription[] {
  if (value === undefined) return [];
  const coils = Array.isArray(value) && value.length <= MOST_COILS ? value.map(ownCoilOfValue) : [null];
  if (coils.includes(null)) faults.push('ownCoils');
  return coils.filter((coil) => coil !== null);
}
