const ROLES = ['enterprise-manager', 'safety-officer', 'enterprise-head'];
const PLACE_KINDS = [
  'small-venue', 'mixed-use', 'crowded', 'live-in-business', 'sandwich-panel', 'public-entertainment', 'public-assembly', 'height', 'confined-space',
]; // prettier-ignore
const BY_FIELD: Readonly<Record<string, readonly string[]>> = {
  roles: ROLES,
  role: ROLES,
  of: ['enterprise', 'contractor', 'occupier'],
  quorum: ['all', 'one'],
  severity: ['warn', 'block'],
  certainty: ['A', 'B', 'default'],
  placeKinds: PLACE_KINDS,
};
const BY_RULE: Readonly<Record<string, readonly string[]>> = {
  'permit.gas-test': ['none', 'optional', 'required'],
  'permit.fire-watch': ['required', 'occupier-may'],
  'permit.watcher-training': ['observe', 'warn', 'enforce'],
  'permit.raise-on': ['legal-holiday', 'rest-day', 'night', 'special-period'],
  'certificate.kinds': ['special-operation', 'construction', 'special-equipment'],
  'certificate.operation-for-process': ['fusion', 'pressure', 'brazing'],
};

/** The codes a field of a rule may hold, where it may hold only some; `null`: free text. */
export function choicesFor(rule: string, field: string, value: unknown): readonly string[] | null {
  if (field !== '' && BY_FIELD[field]) return BY_FIELD[field];
  const own = BY_RULE[rule];
  // Only where the rule is the choice itself, or a table of choices; not its free texts.
  return own && (typeof value === 'string' || Array.isArray(value)) ? own : null;
}
