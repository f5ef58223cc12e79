import { useEffect, useMemo, useState } from 'react';
import { bestMotorField, fieldPerRateAt, MOTOR_TARGET } from '../../../field/measures/motorField';
import type { FieldResult } from '../../../field/simulation/fieldMessages';
import { unitOfModel } from '../../../field/simulation/modelLadder';
import type { SimulationSnapshot } from '../../../field/simulation/sceneSnapshot';
import { useApp, useSnapshot } from '../../appContext';

/** |E| for 1 A/s at the hand area; null until it is known, or where the model has no electric field. */
export interface MotorField {
  /** Whether this head has a hand area. */
  readonly inHead: boolean;
  /** With the coil where it stands. */
  readonly present: number | null;
  /** With the coil in its place over the hand area. */
  readonly best: number | null;
  /** The first over the second. */
  readonly coupling: number | null;
}

interface Best {
  readonly coil: SimulationSnapshot['coil'];
  readonly model: FieldResult['model'];
  readonly value: number | null;
}

export function useMotorField(): MotorField {
  const { simulation } = useApp();
  const field = useSnapshot('field');
  const grid = useSnapshot('grid');
  const coil = useSnapshot('coil');
  const model = field?.model;
  const [best, setBest] = useState<Best | null>(null);
  useEffect(() => {
    // A restarted worker brings a new grid, and is asked again for what the lost one could not answer.
    if (!grid || !model || unitOfModel(model) === 'T') return;
    let current = true;
    void bestMotorField(simulation).then((value) => {
      if (current) setBest({ coil, model, value });
    });
    return () => {
      current = false;
    };
  }, [simulation, coil, model, grid]);
  const place = useMemo(() => simulation.targetPlace(MOTOR_TARGET), [simulation]);
  const present = useMemo(
    () => place && fieldPerRateAt(place.cortex, simulation.head.cortex, field, grid),
    [place, simulation, field, grid],
  );
  // Another coil or model has another best; until it comes there is none.
  const known = best && best.coil === coil && best.model === model ? best.value : null;
  return { inHead: place !== null, present, best: known, coupling: known && present !== null ? present / known : null };
}
