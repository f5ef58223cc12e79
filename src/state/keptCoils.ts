import { z } from 'zod';
import type { CoilDescription } from '../coil/coilDescription';
import { isOwnCoilId } from '../coil/files/readOwnCoil';
import type { BrowserShelf } from './browserShelf';
import type { Session } from './session';

/** Where own coils lie between visits, each under its id. */
export type CoilShelf = BrowserShelf<KeptCoil>;

/** What is kept of a coil; `form` grows when a description comes to mean something else. */
interface KeptCoil {
  readonly form: number;
  /** When it was kept, so that the oldest comes first [ms since 1970]. */
  readonly at: number;
  readonly coil: CoilDescription;
}

const FORM = 1;
/** Most coils that one may have at a time. */
export const MOST_KEPT_COILS = 20;
/** Most bytes that their numbers may take together. */
export const MOST_KEPT_BYTES = 40_000_000;

const numbers = z
  .instanceof(Float64Array)
  .refine((values) => values.length > 0 && values.length % 3 === 0 && values.length <= 300_000 && values.every(Number.isFinite));
const length = z.looseObject({ value: z.number().positive().max(1), unit: z.literal('m') });
/** What an own coil must be that another visit or another hand wrote down. */
export const ownCoilSchema = z.looseObject({
  id: z.string().max(64).refine(isOwnCoilId),
  name: z.string().min(1).max(60),
  manufacturer: z.string().max(60),
  fieldPattern: z.enum(['figure8', 'circular']),
  description: z.string().max(2000),
  wings: z.array(z.never()).length(0),
  conductor: z.looseObject({ width: length, height: length }),
  casing: z.looseObject({ margin: length, thickness: length }),
  focality: z.looseObject({}),
  notes: z.array(z.string().max(2000)).max(50),
  largestRate: z.looseObject({ value: z.number().positive(), unit: z.literal('A/s') }).optional(),
  dipoleCloud: z
    .looseObject({ positions: numbers, moments: numbers })
    .refine(({ positions, moments }) => positions.length === moments.length),
  contact: z.looseObject({ points: numbers, margin: z.number().min(0).max(0.1), windings: numbers }),
});
const keptSchema = z.looseObject({ form: z.literal(FORM), at: z.number(), coil: ownCoilSchema });

/** Bytes that the numbers of a coil take. */
const bytesOf = ({ dipoleCloud, contact }: CoilDescription): number =>
  [dipoleCloud?.positions, dipoleCloud?.moments, contact?.points, contact?.windings].reduce(
    (sum, part) => sum + (part?.byteLength ?? 0),
    0,
  );

/** Own coils of earlier visits, oldest first; what another version of the program or another hand left there in another form is passed over. */
export async function loadKeptCoils(shelf: CoilShelf | null): Promise<readonly CoilDescription[]> {
  try {
    const entries = ((await shelf?.all()) ?? []).filter((entry): entry is KeptCoil => keptSchema.safeParse(entry).success);
    return entries
      .sort((a, b) => a.at - b.at)
      .slice(0, MOST_KEPT_COILS)
      .map(({ coil }) => coil);
  } catch {
    return [];
  }
}

const NOT_KEPT = 'This browser does not keep the coil that was opened: it is gone when the page is closed.';
const NO_ROOM = `Own coils may take ${MOST_KEPT_BYTES / 1e6} MB together: the one that was opened is gone when the page is closed, unless others are removed and it is opened again.`;

/** Keeps own coils for later visits as they are opened, and forgets those that are removed; a refusal is said once, and work goes on. */
export function keepOwnCoils(session: Session, shelf: CoilShelf | null, say: (sentence: string) => void): () => void {
  const said = new Set<string>();
  const sayOnce = (sentence: string): void => {
    if (said.has(sentence)) return;
    said.add(sentence);
    // After the success of opening, which takes earlier sentences back.
    setTimeout(() => say(sentence), 0);
  };
  const put = async (coil: CoilDescription, held: readonly CoilDescription[]): Promise<void> => {
    if (held.reduce((sum, one) => sum + bytesOf(one), 0) > MOST_KEPT_BYTES) return sayOnce(NO_ROOM);
    try {
      if (!shelf) return sayOnce(NOT_KEPT);
      await shelf.put(coil.id, { form: FORM, at: Date.now(), coil });
    } catch {
      sayOnce(NOT_KEPT);
    }
  };
  return session.subscribe((now, before) => {
    if (now.ownCoils === before.ownCoils && now.removedCoils === before.removedCoils) return;
    const [held, former] = [heldCoils(now), new Set(heldCoils(before))];
    for (const coil of held) if (!former.delete(coil)) void put(coil, held);
    // A coil that cannot be forgotten is in the list again at the next visit.
    for (const { id } of former) void shelf?.remove(id).catch(() => undefined);
  });
}

/** Own coils that were not removed. */
export const heldCoils = ({ ownCoils, removedCoils }: OwnCoilState): readonly CoilDescription[] =>
  ownCoils.filter(({ id }) => !removedCoils.has(id));

interface OwnCoilState {
  readonly ownCoils: readonly CoilDescription[];
  readonly removedCoils: ReadonlySet<string>;
}
