import { z } from 'zod';
import { sourcedNumber } from '../../core/sourcedSchema';

const pure = sourcedNumber('1');

/** The form of `models/evidence/recruitment.json`: the published statistics of the population of recruitment curves. */
export const recruitmentSchema = z.strictObject({
  p2: sourcedNumber('decades'),
  varianceP2: sourcedNumber('decades²'),
  logP3: pure,
  logP4: pure,
  logP5: sourcedNumber('log10(percent of output)'),
  varianceLogP3: pure,
  covarianceLogP3LogP4: pure,
  covarianceLogP3LogP5: pure,
  varianceLogP4: pure,
  covarianceLogP4LogP5: pure,
  varianceLogP5: pure,
  logPathwayScatter: sourcedNumber('log10(decades)'),
  logExcitabilityScatter: sourcedNumber('log10(percent of output)'),
  logBackground: sourcedNumber('log10(V)'),
  backgroundScale: sourcedNumber('V'),
  backgroundShape: pure,
});
