import { types, type CustomTypesConfig } from 'pg';
import type { Instant } from '../../kernel/time';

const { TIMESTAMPTZ, DATE, INT8, NUMERIC } = types.builtins;
/** `timestamptz[]` and `date[]` have no name in `pg`. */
const TIMESTAMPTZ_ARRAY = 1185;
const DATE_ARRAY = 1182;
const TEXT_ARRAY = 1009;

type Parse = (text: string) => unknown;

const parserOf = (oid: number): Parse => types.getTypeParser(oid, 'text') as Parse;

const toDate = parserOf(TIMESTAMPTZ);
const toDates = parserOf(TIMESTAMPTZ_ARRAY);
const toInstant = (text: string): Instant => Number(toDate(text));
const asText = (text: string): string => text;

/**
 * What a value of PostgreSQL is in this program, in raw SQL as in entities: a time is milliseconds since 1970 (UTC), a
 * calendar day `YYYY-MM-DD`. `bigint` and `numeric` stay text, because a number would lose digits without a word.
 */
const PARSERS = new Map<number, Parse>([
  [TIMESTAMPTZ, toInstant],
  [TIMESTAMPTZ_ARRAY, (text) => (toDates(text) as (Date | null)[]).map((at) => (at === null ? null : Number(at)))],
  [DATE, asText],
  [DATE_ARRAY, parserOf(TEXT_ARRAY)],
  [INT8, asText],
  [NUMERIC, asText],
]);

/** For the option `types` of a pool: every connection of the program reads values alike. */
export const valueParsers: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : PARSERS.get(oid)) ??
    (types.getTypeParser(oid, format) as Parse)) as CustomTypesConfig['getTypeParser'],
};
