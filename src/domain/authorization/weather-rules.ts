import { isStrictest } from '../permits/raise-level';
import { asVariant, blocking, warning } from './finding';
import { rulesFor } from './permit-rules';
import type { PermitRule } from './rule';

/** The measure of a construction permit that stands for reliable windbreaks (GB 50720, 6.3.1). */
const WINDBREAK = 'windbreak';

/**
 * Open air in strong wind (rule `weather.wind-grade`): chemical work must be raised (GB 30871-2022), construction needs
 * windbreaks, everything else stops.
 */
export const windCalm: PermitRule = (permit, facts, at) => {
  if (!permit.openAir || !facts.wind) return [];
  const rules = rulesFor(permit, facts, at);
  const limit = rules.place.windGrade;
  const { grade } = facts.wind;
  if (grade < limit) return [];
  const guarded =
    (permit.regime === 'chemical' && (permit.level !== permit.proposedLevel || isStrictest(permit.level, rules))) ||
    (permit.regime === 'construction' && permit.measures.some((m) => m.code === WINDBREAK && m.confirmed));
  const params = { grade, limit };
  return [guarded ? asVariant('guarded', warning('weather.wind', params)) : blocking('weather.wind', params)];
};
