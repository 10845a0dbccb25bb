import { REGIMES } from '@domain/permits/permit';

/** Where the words of a code may stand; the field it was found in comes first, because `one` is a quorum and a level. */
const DICTIONARIES = [
  ...REGIMES.map((regime) => `level.${regime}`),
  'role',
  'process',
  'operation',
  'circumstance',
  'violation.kind',
  'violation.grade',
  'industry',
  'rules.rollOut.modes',
];

/** The keys under which the word of a rule's code may stand, the nearest first. */
export function wordKeysOf(code: string, field = ''): string[] {
  const nearest = field === 'with' ? ['neighbour', ...DICTIONARIES] : DICTIONARIES;
  return [`rules.choice.${field}_${code}`, ...nearest.map((dictionary) => `${dictionary}.${code}`)];
}
