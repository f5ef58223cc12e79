import type { z } from 'zod';
import safety from '../../../models/evidence/safety.json';
import type { safetySchema } from './safetySchema';

export type SafetyData = z.output<typeof safetySchema>;
export type SeizureFigure = SafetyData['seizures'][number];
export type SideEffect = SafetyData['sideEffects'][number];
export type SoundLevel = SafetyData['sound'][number];
export type RingMaterial = SafetyData['ringMaterials'][number];

export const safetyData = safety as unknown as SafetyData;
