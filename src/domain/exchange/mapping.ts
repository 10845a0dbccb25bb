import type { ExchangeKind } from './exchange-kinds';
import { FIELDS, type Field } from './fields';
import { FORMATS, type Format } from './formats';
import { PURPOSES } from './agreement';

/** One field of ours under its name, format and code list on the other side. */
export interface FieldRow {
  readonly field: string;
  readonly name: string;
  readonly format: Format;
  /** Their code for each member of our vocabulary; several of ours may share one of theirs. */
  readonly codes?: Readonly<Record<string, string>>;
  /** Of personal data: what it is needed for. Without an agreement for it the value leaves masked. */
  readonly purpose?: string;
}

/** How one kind is written, from a day on until the next row of the kind begins. */
export interface Mapping {
  readonly kind: ExchangeKind;
  /** `YYYY-MM-DD`. */
  readonly validFrom: string;
  readonly fields: readonly FieldRow[];
}

export interface MappingObjection {
  readonly row: number;
  readonly code: string;
  /** The members of the vocabulary that have no code. */
  readonly missing?: readonly string[];
}

const NAME = /^[\p{L}_][\p{L}\p{N}_.-]{0,59}$/u;

/** The row that holds on a day; null before the first. */
export function mappingOn(mappings: readonly Mapping[], kind: ExchangeKind, day: string): Mapping | null {
  const begun = mappings.filter((one) => one.kind === kind && one.validFrom <= day);
  return begun.reduce<Mapping | null>((best, one) => (best && best.validFrom >= one.validFrom ? best : one), null);
}

/** All that is wrong with the rows of one kind; nothing: they may be used. */
export function objectionsTo(kind: ExchangeKind, rows: readonly FieldRow[]): MappingObjection[] {
  return rows.flatMap((row, i) => {
    const twice = (key: 'field' | 'name'): boolean => rows.findIndex((one) => one[key] === row[key]) < i;
    if (twice('field')) return [{ row: i, code: 'exchange.field-twice' }];
    if (twice('name')) return [{ row: i, code: 'exchange.name-twice' }];
    return objections(Object.entries(FIELDS[kind]).find(([name]) => name === row.field)?.[1], row).map((one) => ({
      row: i,
      ...one,
    }));
  });
}

function objections(field: Field | undefined, row: FieldRow): Omit<MappingObjection, 'row'>[] {
  if (field === undefined) return [{ code: 'exchange.field-unknown' }];
  if (!NAME.test(row.name)) return [{ code: 'exchange.name-malformed' }];
  if (!(FORMATS[field.type] as readonly Format[]).includes(row.format)) return [{ code: 'exchange.format-unfit' }];
  if (field.personal && !(PURPOSES as readonly string[]).includes(row.purpose ?? ''))
    return [{ code: 'exchange.purpose-missing' }];
  if (!field.personal && row.purpose !== undefined) return [{ code: 'exchange.purpose-unfit' }];
  return codeObjections(field, row.codes);
}

function codeObjections(field: Field, codes: FieldRow['codes']): Omit<MappingObjection, 'row'>[] {
  if (field.type !== 'code' && field.type !== 'codes') return codes ? [{ code: 'exchange.codes-unfit' }] : [];
  if (codes === undefined) return []; // our own words
  if (Object.keys(codes).some((one) => !field.values.includes(one))) return [{ code: 'exchange.code-not-ours' }];
  if (Object.values(codes).some((one) => one.trim() === '')) return [{ code: 'exchange.code-empty' }];
  const missing = field.values.filter((one) => !Object.hasOwn(codes, one));
  return missing.length > 0 ? [{ code: 'exchange.codes-missing', missing }] : [];
}
