import { ok, refused, type Result } from '../../kernel/result';
import { FIELDS } from './fields';
import { WAYS, type Plain } from './formats';
import type { FieldRow, Mapping } from './mapping';

/** Personal data as it may be shown to everybody, and in clear where it was opened. */
export interface Personal {
  readonly masked: string;
  readonly clear: string | null;
}

/** A registration of ours by the names of `FIELDS`; what is not known is null. */
export type OurRecord = Readonly<Record<string, Plain | Personal>>;

/** `name`: the field as the other side calls it. */
export interface FieldFault {
  readonly name: string;
  readonly code: string;
}

const isPersonal = (value: Plain | Personal | undefined): value is Personal =>
  typeof value === 'object' && value !== null && 'masked' in value;

/** The fields that have to be opened for these purposes; all others leave masked. */
export const fieldsToOpen = ({ kind, fields }: Mapping, purposes: ReadonlySet<string>): string[] =>
  fields.filter((row) => isOpen(row, kind, purposes)).map(({ field }) => field);

const isOpen = ({ field, purpose }: FieldRow, kind: Mapping['kind'], purposes: ReadonlySet<string>): boolean =>
  FIELDS[kind][field]?.personal === true && purpose !== undefined && purposes.has(purpose);

/**
 * A registration as the other side reads it. What is unknown is left out. A member of a vocabulary that came after the
 * code list was written is a fault: somebody has to say what it is called there.
 */
export function mapOut(
  mapping: Mapping,
  record: OurRecord,
  purposes: ReadonlySet<string>,
): Result<Record<string, unknown>, FieldFault> {
  const written: Record<string, unknown> = {};
  for (const row of mapping.fields) {
    const held = record[row.field];
    const value = isPersonal(held) ? shown(held, isOpen(row, mapping.kind, purposes)) : held;
    if (value === null || value === undefined) continue;
    const coded = toTheirs(value, row.codes);
    if (coded === null) return refused({ name: row.name, code: 'exchange.code-unmapped' });
    written[row.name] = WAYS[row.format].write(coded);
  }
  return ok(written);
}

const shown = ({ masked, clear }: Personal, open: boolean): string => (open && clear !== null ? clear : masked);

function toTheirs(value: Plain, codes: FieldRow['codes']): Plain {
  if (codes === undefined) return value;
  if (!Array.isArray(value)) return codes[String(value)] ?? null;
  const all = (value as readonly string[]).map((one) => codes[one]);
  return all.includes(undefined) ? null : [...new Set(all as string[])];
}

/** What the other side sent, by our names. Fields that the mapping does not name are left out, and so is null. */
export function mapIn(mapping: Mapping, theirs: Readonly<Record<string, unknown>>): Result<Record<string, Plain>, FieldFault> {
  const ours: Record<string, Plain> = {};
  for (const { field, name, format, codes } of mapping.fields) {
    const given = Object.hasOwn(theirs, name) ? theirs[name] : null;
    if (given === null || given === undefined || given === '') continue;
    const value = WAYS[format].read(given);
    if (value === undefined) return refused({ name, code: 'exchange.value-malformed' });
    const read = toOurs(value, codes);
    if (!read.ok) return refused({ name, code: read.refusal });
    ours[field] = read.value;
  }
  return ok(ours);
} // prettier-ignore

/** A code that stands for several words of ours cannot be read back. */
function toOurs(value: Plain, codes: FieldRow['codes']): Result<Plain, string> {
  if (codes === undefined) return ok(value);
  const all = (Array.isArray(value) ? (value as readonly string[]) : [String(value)]).map((one) =>
    Object.keys(codes).filter((ours) => codes[ours] === one),
  );
  if (all.some((ours) => ours.length === 0)) return refused('exchange.code-unknown');
  if (all.some((ours) => ours.length > 1)) return refused('exchange.code-ambiguous');
  return ok(Array.isArray(value) ? all.map(([one]) => one!) : all[0]![0]!);
}
