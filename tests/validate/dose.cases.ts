import { thetaBurstAftereffect } from '../../src/dose/aftereffect/thetaBurstAftereffect';
import { outcomeStudy } from '../../src/dose/course/outcomeData';
import { outcomeRates } from '../../src/dose/course/outcomeRates';
import { pulseTime } from '../../src/dose/protocol/courseClock';
import { clockOfProtocol } from '../../src/dose/protocol/protocol';
import { type ProtocolId, protocolFromPreset, protocolPreset } from '../../src/dose/protocol/protocolPresets';
import { summarizeProtocol } from '../../src/dose/protocol/protocolSummary';
import { ringEmf } from '../../src/dose/risk/ringCurrent';
import { courseRisk } from '../../src/dose/risk/riskArrays';
import { FIVE_OF_TEN } from '../../src/dose/threshold/huntThreshold';
import { MAXIMUM_LIKELIHOOD } from '../../src/dose/threshold/maximumLikelihoodThreshold';
import { noiseFreeAmplitude } from '../../src/dose/threshold/recruitment';
import { medianSubject } from '../../src/dose/threshold/recruitmentPopulation';
import { studyConvergence } from '../../src/dose/threshold/thresholdConvergence';
import { strengthDuration } from '../../src/physics/pulse/strengthDuration';

/** One row of `npm run validate`. Where 0 is expected, `relativeError` is the error itself. */
export interface ValidationCase {
  readonly case: string;
  readonly expected: number;
  readonly computed: number;
  readonly relativeError: number;
  readonly tolerance: number;
  readonly source: string;
}

function compare(name: string, expected: number, computed: number, tolerance: number, source: string): ValidationCase {
  const relativeError = expected === 0 ? Math.abs(computed) : Math.abs(computed / expected - 1);
  return { case: name, expected, computed, relativeError, tolerance, source };
}

const COUNTS: readonly (readonly [ProtocolId, number, number])[] = [
  ['hf10-standard', 3000, 2223.9],
  ['hf10-dash', 3000, 1113.9],
  ['itbs600', 600, 191.84],
  ['snt', 1800, 591.84],
  ['deep-h1', 1980, 1188 + 35 / 18],
  ['ctbs300', 300, 19.84],
  ['ctbs600', 600, 39.84],
  ['imtbs600', 600, 109.84],
];

function protocolCases(): ValidationCase[] {
  const rows = COUNTS.flatMap(([id, pulses, span]) => {
    const summary = summarizeProtocol(protocolFromPreset(protocolPreset(id)));
    return [
      compare(`${id}: pulses of a session`, pulses, summary.pulses, 0, 'published count'),
      compare(`${id}: first to last pulse, s`, span, summary.firstToLastPulse, 1e-10, 'published timing'),
    ];
  });
  const day = clockOfProtocol(protocolFromPreset(protocolPreset('snt')));
  return [...rows, compare('snt: onset of pulse 18 000 of the day, s', 32_991.84, pulseTime(day, 17_999), 0, 'published timing')];
}

const TABLE: readonly (readonly [string, number, number, number, boolean, boolean, number, number])[] = [
  ['iTBS600', 10, 20, 8, true, false, 5.494, 297],
  ['imTBS600', 25, 8, 10, true, false, 0.318, 297],
  ['cTBS600', 200, 1, 0, true, false, -5.337, 1485],
  ['cTBS300', 100, 1, 0, true, false, -3.682, 504],
  ['cTBS300 without prior contraction', 100, 1, 0, false, false, 4.48, 504],
  ['iTBS600 with contraction afterwards', 10, 20, 8, true, true, 10.09, 297],
  ['iTBS1800', 10, 60, 8, true, false, 5.494, 359],
];

function aftereffectCases(): ValidationCase[] {
  return TABLE.flatMap(([name, burstsInTrain, trains, gapBetweenTrains, priorContraction, laterContraction, peak, time]) => {
    const effect = thetaBurstAftereffect({ pattern: { burstsInTrain, trains, gapBetweenTrains }, priorContraction, laterContraction });
    return [
      compare(`${name}: peak of the after-effect`, peak, effect.peak, 0.01, 'revised Huang model, reference implementation'),
      compare(`${name}: time of the peak, s`, time, effect.timeToPeak, 0.01, 'revised Huang model, reference implementation'),
    ];
  });
}

function recruitmentCases(): ValidationCase[] {
  const { parameters } = medianSubject();
  const source = 'Goetz 2019, median subject';
  return (
    [
      [0.7255, 0.05e-3],
      [1.1 * 0.7255, 0.201e-3],
      [1.2 * 0.7255, 0.511e-3],
      [1.3 * 0.7255, 0.918e-3],
    ] as const
  ).map(([output, amplitude]) =>
    compare(
      `median subject: MEP at ${(100 * output).toFixed(1)} % of output, V`,
      amplitude,
      noiseFreeAmplitude(parameters, output),
      0.01,
      source,
    ),
  );
}

/** 500 seeded games of each rule: mean error and spread, fractions of the maximum output. */
function convergenceCases(): ValidationCase[] {
  const rules = [
    ['5 of 10', FIVE_OF_TEN],
    ['adaptive, 25 pulses', MAXIMUM_LIKELIHOOD],
  ] as const;
  return rules.flatMap(([name, rule]) => {
    const study = studyConvergence(rule, 500);
    const label = `${study.games} threshold games, ${name} (${study.meanPulses.toFixed(1)} pulses on average)`;
    return [
      compare(`${label}: mean error`, 0, study.mean, 0.01, 'seeded games against the model’s own threshold'),
      compare(`${label}: spread of the error`, 0, study.deviation, 0.02, 'seeded games against the model’s own threshold'),
    ];
  });
}

export function doseCases(): ValidationCase[] {
  const active = outcomeRates(outcomeStudy('cole-2022')).find((rate) => rate.kind === 'active' && rate.outcome === 'remission');
  return [
    ...protocolCases(),
    ...aftereffectCases(),
    ...recruitmentCases(),
    compare(
      'threshold at 60 µs over 100 µs, τ 231 µs',
      1.54,
      strengthDuration(60e-6, 231e-6, 1) / strengthDuration(100e-6, 231e-6, 1),
      0.005,
      "D'Ostilio 2016, arithmetic",
    ),
    compare(
      'emf of a loop of 0.0113 m² in 3e4 T/s, V',
      -339,
      ringEmf({ radius: Math.sqrt(0.0113 / Math.PI), wireRadius: 1e-3, resistivity: 1 }, 1, 3e4),
      1e-9,
      'textbook exercise',
    ),
    compare('chance of a seizure in 30 independent sessions', 9.3e-4, courseRisk(0.31e-4, 30), 0.005, 'Taylor 2021, arithmetic'),
    compare('lower Wilson limit of 11 of 14', 0.52, active?.interval[0] ?? Number.NaN, 0.01, 'Cole 2022, arithmetic'),
    ...convergenceCases(),
  ];
}
