import { deflateSync, inflateSync } from 'fflate';
import { fromBase64Url, toBase64Url } from '../../core/base64';
import { crc32 } from '../../core/crc32';
import { isAsPublished, type ProtocolChoice, protocolChoiceFromPreset } from '../../dose/protocol/protocolChoice';
import { isProtocolId } from '../../dose/protocol/protocolPresets';
import type { KnownIds } from '../../state/storedChoices';
import { KEPT_SHORT, LINK_TABLE, LINK_WORDS_1, type LinkRow } from './linkTable';
import { isRecord, type ReadScene, readScene, unreadable } from './readScene';
import { LINK_START, type Scene } from './scene';

/** Longest link part that is read, in characters; those of scenes made of shipped parts have at most 2 000. */
const LONGEST = 8000;
const LINK_VERSION = 1;
/** The version of scenes that the bases of the table are of. */
const BASE_VERSION = 1;
/** Version and checksum. */
const HEAD = 5;

const CHOICE_ROWS = LINK_TABLE.filter(({ part }) => part === 'choices');
const words = new TextEncoder().encode(LINK_WORDS_1);

type Entries = Record<string, unknown>;

/**
 * The part of a link that holds the scene, from `#s=` on: what differs from the bases of `LINK_TABLE`, as JSON with short names, deflated with known
 * words, with version and CRC-32 before it, in base64url. Own coils and the pulses of a hunt stay behind.
 */
export function writeSceneLink(scene: Scene): string {
  const text = new TextEncoder().encode(JSON.stringify(packScene(scene)));
  const packed = deflateSync(text, { level: 9, dictionary: words });
  const bytes = new Uint8Array(HEAD + packed.length);
  bytes[0] = LINK_VERSION;
  new DataView(bytes.buffer).setUint32(1, crc32(text));
  bytes.set(packed, HEAD);
  return LINK_START + toBase64Url(bytes);
}

/** Reads the scene of a link: the whole address, or its part from `#s=` on. */
export function readSceneLink(link: string, known: KnownIds, what = 'The link'): ReadScene {
  const at = link.indexOf(LINK_START);
  const code = at < 0 ? '' : link.slice(at + LINK_START.length).split('&', 1)[0];
  if (code === '') return unreadable(what, `it must hold a scene after ${LINK_START}; instead nothing came`);
  if (code.length > LONGEST) return unreadable(what, `its scene must have at most ${LONGEST} characters; instead ${code.length} came`);
  const bytes = fromBase64Url(code);
  if (!bytes || bytes.length <= HEAD)
    return unreadable(what, 'it must be copied as a whole, of letters, digits, - and _; instead something else came');
  if (bytes[0] > LINK_VERSION)
    return unreadable(what, `its version must be at most ${LINK_VERSION}; instead ${bytes[0]} came, damaged or from a newer Coilscope`);
  const values = byName(unpackLink(bytes));
  if (!values) return unreadable(what, 'it must be whole; instead its checksum does not fit, as after a lost or changed character');
  return readScene(unpackScene(values), known, what);
}

/** The value in a link; undefined where it was damaged. */
function unpackLink(bytes: Uint8Array<ArrayBuffer>): unknown {
  try {
    const text = inflateSync(bytes.subarray(HEAD), { dictionary: words });
    if (crc32(text) !== new DataView(bytes.buffer).getUint32(1)) return undefined;
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text));
  } catch {
    return undefined;
  }
}

/** What of the scene differs from the bases: their short names as one text, and their values in the same order. */
function packScene(scene: Scene): unknown[] {
  const out: unknown[] = [''];
  for (const row of LINK_TABLE) {
    const packed = pack((scene[row.part] as unknown as Entries)[row.key], row);
    if (JSON.stringify(packed) !== JSON.stringify(pack(row.base, { ...row, form: 'plain' }))) add(out, row.short, packed);
  }
  const { kept } = scene.comparison;
  if (kept) add(out, KEPT_SHORT, packKept(kept as Entries, scene.choices as unknown as Entries));
  return out;
}

function packKept(kept: Entries, choices: Entries): unknown[] {
  const out: unknown[] = [''];
  for (const row of CHOICE_ROWS) {
    if (row.key in kept && JSON.stringify(kept[row.key]) !== JSON.stringify(choices[row.key]))
      add(out, row.short, pack(kept[row.key], row));
  }
  return out;
}

function add(out: unknown[], short: string, packed: unknown): void {
  out[0] += short;
  out.push(packed);
}

/** Packed values by their short names; null where names and values do not fit together. */
function byName(packed: unknown): Map<string, unknown> | null {
  if (!Array.isArray(packed)) return null;
  const [names, ...values] = packed;
  if (typeof names !== 'string' || names.length !== values.length) return null;
  return new Map(values.map((value, n) => [names[n], value]));
}

/** The scene as files hold it. */
function unpackScene(values: Map<string, unknown>): Entries {
  const scene: Record<LinkRow['part'], Entries> = { choices: {}, view: {}, levels: {}, hunt: {}, comparison: {} };
  for (const row of LINK_TABLE) scene[row.part][row.key] = unpack(values.has(row.short) ? values.get(row.short) : row.base, row);
  const kept = byName(values.get(KEPT_SHORT));
  if (kept) scene.comparison.kept = unpackKept(kept, scene.choices);
  return { version: BASE_VERSION, ...scene };
}

function unpackKept(kept: Map<string, unknown>, choices: Entries): Entries {
  const out: Entries = { ...choices };
  for (const row of CHOICE_ROWS) if (kept.has(row.short)) out[row.key] = unpack(kept.get(row.short), row);
  return out;
}

const DEGREE = Math.PI / 180;
/** Parts of a radian and of a metre in which the camera's place is counted. */
const CAMERA_PARTS = 1e5;

function pack(value: unknown, { form, base }: LinkRow): unknown {
  if (typeof base === 'boolean') return Number(value);
  if (form === 'degree' && typeof value === 'number') {
    const degrees = Math.round(value / DEGREE);
    return degrees * DEGREE === value ? degrees : [value];
  }
  if (form === 'place' && isRecord(value))
    return [value.azimuth, value.elevation, value.distance].map((n) => Math.round((n as number) * CAMERA_PARTS));
  if (form === 'protocol' && isRecord(value)) {
    const choice = value as unknown as ProtocolChoice;
    return choice.name === undefined && isAsPublished(choice) ? choice.presetId : value;
  }
  return value;
}

function unpack(value: unknown, { form, base }: LinkRow): unknown {
  if (typeof base === 'boolean') return value === 1 ? true : value === 0 ? false : value;
  if (form === 'degree') return Array.isArray(value) ? value[0] : typeof value === 'number' ? value * DEGREE : value;
  if (form === 'place' && Array.isArray(value)) {
    const [azimuth, elevation, distance] = value.map((n) => (typeof n === 'number' ? n / CAMERA_PARTS : n));
    return { azimuth, elevation, distance };
  }
  if (form === 'protocol' && isProtocolId(value)) return protocolChoiceFromPreset(value);
  return value;
}
