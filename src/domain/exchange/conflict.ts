import type { Plain } from './formats';
import type { OurRecord } from './map-record';
import { FIELDS } from './fields';
import type { ExchangeKind } from './exchange-kinds';

/** Said by the platform itself, or only shown there: another platform cannot contradict them. */
const NOT_COMPARED: ReadonlySet<string> = new Set([
  'status',
  'code',
  'welderCode',
  'registeredAt',
  'enterpriseName',
  'region',
]);

const folded = (value: Plain): string => {
  const text = Array.isArray(value) ? [...(value as readonly string[])].sort().join(',') : String(value);
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
};

/**
 * The fields in which another platform says something else than the register. Nothing is overwritten: somebody here looks.
 * What either side does not know is no contradiction; personal data is compared by its own way and never shown.
 */
export const differingFields = (kind: ExchangeKind, theirs: Readonly<Record<string, Plain>>, ours: OurRecord): string[] =>
  Object.entries(FIELDS[kind])
    .filter(([name, { personal }]) => !personal && !NOT_COMPARED.has(name))
    .map(([name]) => name)
    .filter((name) => differ(theirs[name] ?? null, (ours[name] ?? null) as Plain)); // prettier-ignore

const differ = (theirs: Plain, ours: Plain): boolean =>
  theirs !== null && ours !== null && folded(theirs) !== folded(ours);
