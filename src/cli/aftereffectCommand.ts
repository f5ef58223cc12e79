import { z } from 'zod';
import { inputError } from '../core/inputError';
import { readInput } from '../core/readInput';
import { aftereffectData } from '../dose/aftereffect/aftereffectData';
import { thetaBurstAftereffect } from '../dose/aftereffect/thetaBurstAftereffect';

const MOST_BURSTS = 100_000;
const MOST_TIMES = 200_000;

const countRule = `be a whole number from 1 to ${MOST_BURSTS}`;
const count = z.number({ error: countRule }).int(countRule).min(1, countRule).max(MOST_BURSTS, countRule);
const gapRule = 'be a number of seconds from 0 to 86400';
const timeRule = 'be a number of seconds, at least 0';

const sceneSchema = z.strictObject(
  {
    pattern: z.strictObject(
      {
        burstsInTrain: count,
        trains: count,
        gapBetweenTrains: z.number({ error: gapRule }).min(0, gapRule).max(86_400, gapRule).optional(),
      },
      { error: 'be an object with burstsInTrain, trains and gapBetweenTrains' },
    ),
    priorContraction: z.boolean({ error: 'be true or false' }),
    laterContraction: z.boolean({ error: 'be true or false' }).default(false),
    times: z
      .array(z.number({ error: timeRule }).min(0, timeRule), { error: 'be a list of times' })
      .max(MOST_TIMES, `have at most ${MOST_TIMES} times`)
      .default([]),
  },
  { error: 'be an object with pattern, priorContraction, laterContraction and times' },
);

const UNITS = {
  facilitation: 'units of the model, about 10 % of MEP amplitude each',
  inhibition: 'units of the model',
  net: 'units of the model',
  timeToPeak: 's',
  peak: 'units of the model',
  curve: 'units of the model, one value per time',
};

/** The terminal's `aftereffect`: the revised Huang model of theta burst stimulation, with its limits. */
export function aftereffectCommand(scene: unknown): object {
  const { pattern, times, ...conditions } = readInput(sceneSchema as z.ZodType<z.output<typeof sceneSchema>>, scene, 'aftereffect');
  if (pattern.trains > 1 && pattern.gapBetweenTrains === undefined) {
    throw inputError('pattern.gapBetweenTrains', 'be given, because there is more than one train', pattern.gapBetweenTrains);
  }
  const effect = thetaBurstAftereffect({ ...conditions, pattern: { ...pattern, gapBetweenTrains: pattern.gapBetweenTrains ?? 0 } });
  return {
    facilitation: effect.facilitation,
    inhibition: effect.inhibition,
    net: effect.net,
    timeToPeak: effect.timeToPeak,
    peak: effect.peak,
    curve: times.map(effect.at),
    limits: aftereffectData.limits.map((limit) => limit.text),
    units: UNITS,
  };
}
