import { ROLL_OUT_MODES } from '@domain/authorization/roll-out-modes';
import { CERTIFICATE_KINDS, OPERATIONS } from '@domain/certificates/certificate';
import { SEATS, SIGNERS } from '@domain/people/roles';
import { CIRCUMSTANCES, PARTIES } from '@domain/permits/permit';
import { FIRE_WATCH_RULES } from '@domain/permits/permit-rule-values';
import { CERTAINTIES } from '@domain/rules/certainty';

const PLACE_KINDS = [
  'small-venue', 'mixed-use', 'crowded', 'live-in-business', 'sandwich-panel', 'public-entertainment', 'public-assembly', 'never-closes', 'height', 'confined-space',
]; // prettier-ignore
const BY_FIELD: Readonly<Record<string, readonly string[]>> = {
  roles: SIGNERS,
  role: SEATS,
  of: PARTIES,
  quorum: ['all', 'one'],
  severity: ['warn', 'block'],
  certainty: CERTAINTIES,
  placeKinds: PLACE_KINDS,
};
const BY_RULE: Readonly<Record<string, readonly string[]>> = {
  'permit.gas-test': ['none', 'optional', 'required'],
  'permit.fire-watch': FIRE_WATCH_RULES,
  'permit.watcher-training': ROLL_OUT_MODES,
  'permit.raise-on': CIRCUMSTANCES,
  'certificate.kinds': CERTIFICATE_KINDS,
  'certificate.operation-for-process': OPERATIONS,
};

/** The codes a field of a rule may hold, where it may hold only some; `null`: free text. */
export function choicesFor(rule: string, field: string, value: unknown): readonly string[] | null {
  if (field !== '' && BY_FIELD[field]) return BY_FIELD[field];
  const own = BY_RULE[rule];
  // Only where the rule is the choice itself, or a table of choices; not its free texts.
  return own && (typeof value === 'string' || Array.isArray(value)) ? own : null;
}
