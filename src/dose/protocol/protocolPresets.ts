import type { z } from 'zod';
import bilateralSequential from '../../../models/protocols/bilateral-sequential.json';
import bilateralTbs from '../../../models/protocols/bilateral-tbs.json';
import ctbs300 from '../../../models/protocols/ctbs300.json';
import ctbs600 from '../../../models/protocols/ctbs600.json';
import deepH1 from '../../../models/protocols/deep-h1.json';
import hf10Dash from '../../../models/protocols/hf10-dash.json';
import hf10Standard from '../../../models/protocols/hf10-standard.json';
import imtbs600 from '../../../models/protocols/imtbs600.json';
import itbs600 from '../../../models/protocols/itbs600.json';
import lf1Right from '../../../models/protocols/lf1-right.json';
import snt from '../../../models/protocols/snt.json';
import type { Sourced } from '../../core/sourced';
import type { CoursePlan } from './courseCalendar';
import type { protocolPresetSchema } from './presetSchema';
import type { Protocol, ProtocolSegment } from './protocol';
import type { BurstTiming, SessionPlan } from './protocolTiming';

type SourcedFields<T> = { readonly [K in keyof T]: Sourced<NonNullable<T[K]>> };

/** Ids of the published protocols, in the order in which they are offered. */
export const PROTOCOL_IDS = [
  'hf10-standard',
  'hf10-dash',
  'itbs600',
  'snt',
  'deep-h1',
  'lf1-right',
  'ctbs300',
  'ctbs600',
  'imtbs600',
  'bilateral-sequential',
  'bilateral-tbs',
] as const;

export type ProtocolId = (typeof PROTOCOL_IDS)[number];

/** A published protocol, every number with its source and how far it was checked. */
export type ProtocolPreset = Omit<z.output<typeof protocolPresetSchema>, 'id'> & { readonly id: ProtocolId };
export type PresetSegment = ProtocolPreset['segments'][number];

const FILES = [hf10Standard, hf10Dash, itbs600, snt, deepH1, lf1Right, ctbs300, ctbs600, imtbs600, bilateralSequential, bilateralTbs];

export const protocolPresets = FILES as unknown as readonly ProtocolPreset[];

export const isProtocolId = (id: unknown): id is ProtocolId => (PROTOCOL_IDS as readonly unknown[]).includes(id);

export function protocolPreset(id: ProtocolId): ProtocolPreset {
  const preset = protocolPresets.find((candidate) => candidate.id === id);
  if (preset === undefined) throw new Error(`no preset ${id}`);
  return preset;
}

/** The bare numbers of sourced fields. */
function valuesOf<T>(fields: SourcedFields<T>): T {
  return Object.fromEntries(Object.entries<Sourced<unknown>>(fields).map(([key, sourced]) => [key, sourced.value])) as T;
}

/** The protocol of a preset as plain numbers, ready for the editor and the clocks. */
export function protocolFromPreset(preset: ProtocolPreset): Protocol {
  const segments = preset.segments.map(
    (segment): ProtocolSegment => ({
      side: segment.side,
      target: segment.target,
      intensity: segment.intensity.value,
      intensityReference: segment.intensityReference,
      timing: valuesOf<BurstTiming>(segment.timing),
    }),
  );
  return preset.sessions === undefined ? { segments } : { segments, sessions: valuesOf<SessionPlan>(preset.sessions) };
}

/** The published course as plain numbers; undefined for laboratory protocols. */
export function coursePlanFromPreset(preset: ProtocolPreset): CoursePlan | undefined {
  const { course } = preset;
  if (course === undefined) return undefined;
  return {
    sessionsPerDay: course.sessionsPerDay.value,
    interSessionInterval: course.interSessionInterval?.value,
    phases: course.phases.map((phase) => ({ daysPerWeek: phase.daysPerWeek.value, weeks: phase.weeks.value })),
  };
}
