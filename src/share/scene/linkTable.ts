/** How a value is written in a link; what is true or false is written as 1 or 0. `degree`: in whole degrees where it is one. `place`: where the camera stands. `protocol`: by its id if published. */
export type LinkForm = 'plain' | 'degree' | 'place' | 'protocol';

export interface LinkRow {
  /** The name in links: one character. */
  readonly short: string;
  readonly part: 'choices' | 'view' | 'levels' | 'hunt' | 'comparison';
  readonly key: string;
  /** What is left out of links, in the form in which it would be written. It never changes, even where the first value of the entry does. */
  readonly base: unknown;
  readonly form: LinkForm;
}

const row = (short: string, part: LinkRow['part'], key: string, base: unknown, form: LinkForm = 'plain'): LinkRow => ({
  short,
  part,
  key,
  base,
  form,
});

/**
 * Every entry of a scene as links have it. Rows are added, never changed or used again: links of every age are read by this table. A new entry gets
 * as its base the value that scenes had before it came (a test asks for a row for every entry).
 */
export const LINK_TABLE: readonly LinkRow[] = [
  row('a', 'choices', 'offsetForward', 0),
  row('b', 'choices', 'offsetRight', 0),
  row('c', 'choices', 'handleAngle', 45, 'degree'),
  row('d', 'choices', 'tiltPitch', 0, 'degree'),
  row('e', 'choices', 'tiltRoll', 0, 'degree'),
  row('f', 'choices', 'coilDistance', 0.004),
  row('g', 'choices', 'dIdt', 75000000),
  row('h', 'choices', 'pulseWidth', 0.000083),
  row('i', 'choices', 'fieldLimit', 110),
  row('j', 'choices', 'fluxLimit', 0.6),
  row('k', 'choices', 'thresholdField', 60),
  row('l', 'choices', 'cutX', -0.03),
  row('m', 'choices', 'cutY', 0.03),
  row('n', 'choices', 'cutZ', 0.03),
  row('o', 'choices', 'scalpOpacity', 0.6),
  row('p', 'choices', 'tapeTragus', 0.393),
  row('q', 'choices', 'tapeNasionInion', 0.39),
  row('r', 'choices', 'tapeCircumference', 0.62),
  row('s', 'choices', 'editedWings', 2),
  row('t', 'choices', 'editedInnerRadius', 0.028),
  row('u', 'choices', 'editedOuterRadius', 0.044),
  row('v', 'choices', 'editedTurns', 9),
  row('w', 'choices', 'editedLayers', 1),
  row('x', 'choices', 'editedLayerSpacing', 0.004),
  row('y', 'choices', 'editedWingSpacing', 0.09),
  row('z', 'choices', 'editedWingAngle', 0, 'degree'),
  row('A', 'choices', 'coilId', 'magstim-d70'),
  row('B', 'choices', 'currentReversed', false),
  row('C', 'choices', 'stimulatorId', 'magstim-rapid-d70'),
  row('D', 'choices', 'targetId', 'left-dlpfc-weigand2018'),
  row('E', 'choices', 'anchorId', 'target'),
  row('F', 'choices', 'fieldModel', 'modes'),
  row('G', 'choices', 'pulseShape', 'biphasic'),
  row('H', 'choices', 'pulseExpression', 'cos(2*pi*t/0.0003)*exp(-t/0.0005)'),
  row('I', 'choices', 'pulseDuration', 0.0003),
  row('J', 'choices', 'theme', 'stage'),
  row('K', 'choices', 'colorMap', 'viridis'),
  row('L', 'choices', 'showCoil', true),
  row('M', 'choices', 'showScalp', true),
  row('N', 'choices', 'showMarks', true),
  row('O', 'choices', 'fieldComponent', 'magnitude'),
  row('P', 'choices', 'logScale', false),
  row('Q', 'choices', 'greyBelowThreshold', false),
  row('R', 'choices', 'showContours', false),
  row('S', 'choices', 'showElectrodes', false),
  row('T', 'choices', 'showMethods', false),
  row('U', 'choices', 'showArrows', false),
  row('V', 'choices', 'showFluxLines', false),
  row('W', 'choices', 'cutSagittal', false),
  row('X', 'choices', 'cutCoronal', false),
  row('Y', 'choices', 'cutAxial', false),
  row('Z', 'choices', 'protocol', 'itbs600', 'protocol'),
  row('0', 'view', 'camera', [283571, 6015, 68000], 'place'),
  row('1', 'view', 'stripTab', 'plots'),
  row('2', 'view', 'level', null),
  row('3', 'view', 'pulseTime', null),
  row('4', 'view', 'currentDirection', 'posterior-anterior'),
  row('5', 'view', 'probe', null),
  row('6', 'view', 'segment', 0),
  row('7', 'levels', 'patternId', 'itbs600'),
  row('8', 'levels', 'ownPattern', { burstsInTrain: 10, trains: 40, gapBetweenTrains: 8 }),
  row('9', 'levels', 'priorContraction', true),
  row('!', 'levels', 'laterContraction', false),
  row('#', 'levels', 'courseId', 'hf10-standard'),
  row('$', 'levels', 'coursePart', null),
  row('%', 'levels', 'studyId', 'blumberger-2018'),
  row('&', 'levels', 'cohortSeed', 1),
  row("'", 'levels', 'benefitId', 'berlim-2014'),
  row('(', 'levels', 'benefitOutcome', 'response'),
  row(')', 'levels', 'safetyPage', 'seizures'),
  row('*', 'levels', 'seizureId', 'us-clinics-sessions'),
  row('+', 'levels', 'effectId', 'headache-sham-trial'),
  row(',', 'levels', 'seizureSeed', 1),
  row('-', 'levels', 'ringDistance', 0.05),
  row('.', 'levels', 'ringRadius', 0.01),
  row('/', 'levels', 'ringMaterial', 'titanium'),
  row(':', 'levels', 'patientId', 'p01'),
  row(';', 'levels', 'asked', []),
  row('<', 'levels', 'chapter', 'all'),
  row('=', 'levels', 'verdict', 'all'),
  row('>', 'levels', 'turned', []),
  row('?', 'levels', 'guesses', {}),
  row('@', 'hunt', 'seed', 2),
  row('[', 'hunt', 'motorThreshold', { value: 0.5, found: false }),
  row(']', 'comparison', 'shown', 'b'),
  row('^', 'comparison', 'differenceLimit', 40),
  row('_', 'choices', 'conductivityFluid', 1.654),
  row('`', 'choices', 'conductivityGray', 0.275),
  row('{', 'choices', 'conductivityWhite', 0.126),
];

/** The name of the kept scene in links: its choices as far as they differ from the present ones. */
export const KEPT_SHORT = '~';

/** Words that scenes use, which a link need not spell out. It belongs to version 1 of links and never changes. */
export const LINK_WORDS_1 = [
  '"wischnewski"levkovitz-2015cole-2022blumberger-2018berlim-2014magventure-cool-b65magventure-mcf-b65magventure-mc-b70magventure-c-b60',
  'deymed-70bfdeymed-120bfvneurosoft-mag-9225brainsway-h1magstim-90mm-circularmagstim-70mm-figure8magstim-dcc"magstim-d70magstim-rapid-d70',
  'magpro-x100-mc-b70magpro-x100-cool-b65magstim-200"edited"own-m1-handleft-dlpfc-weigand2018left-dlpfc-fox2012right-dlpfc',
  '"aftereffect""course""threshold""protocol""pulse""safety""claims""regions""coils""compare""target"',
  '"projector""cividis""tangential""normal""primaryField""magneticFluxDensity""sphere""rectangular""halfsine""monophasic""typed"',
  '"difference""both"anterior-posterior"corrected""qualified""supported""remission"',
  'hf10-standardhf10-dashitbs600sntdeep-h1lf1-rightctbs300ctbs600imtbs600bilateral-sequentialbilateral-tbs',
  '{"presetId":null,"segments":[{"side":"right","target":"left dorsolateral prefrontal cortex","intensity":1.2,"intensityReference":"aMT"',
  '"intensityReference":"rMT","timing":{"pulsesInBurst":3,"interPulseInterval":0.02,"burstsInTrain":10,"interBurstInterval":0.2,"trains":20,',
  '"interTrainInterval":10}}],"plan":{"sessionsPerDay":1,"interSessionInterval":3600,"phases":[{"daysPerWeek":5,"weeks":6}]}}',
  '"cos(2*pi*t/0.0003)*exp(-t/0.0005)""sin(t)*exp(-t/1e-4)",[283571,6015,68000],[0.0,-0.0,45,null,75000000,0.00,["ABabcdefghijklmnop',
].join('');
