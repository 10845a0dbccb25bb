/** GB/T 2260 tree: province 2 digits, prefecture 4, county 6, town 9, village 12. A code's prefixes are its ancestors. */
export type RegionCode = string;

const LENGTHS = [2, 4, 6, 9, 12];

/**
 * A code as a person sends it. Some DTOs repeat it as a literal, because the API document shows literals alone;
 * `test/architecture/vocabularies.spec.ts` holds them to this one.
 */
export const REGION_CODE = new RegExp(`^(${LENGTHS.map((length) => `\\d{${length}}`).join('|')})$`);

/** A code's ancestors and itself, the widest first: 411003 → 41, 4110, 411003. */
export const lineage = (code: RegionCode): RegionCode[] =>
  LENGTHS.filter((length) => length <= code.length).map((length) => code.slice(0, length));

/** Digits of the parts of a region; a village has none and answers with its own. */
export const partLength = (code: RegionCode): number => LENGTHS.find((length) => length > code.length) ?? code.length;

export const isWithin = (code: RegionCode, ancestor: RegionCode): boolean => code.startsWith(ancestor);

/**
 * The subtree of a code as a half-open range of strings in byte order, for SQL: equality and ranges stay indexable
 * under row level security, `LIKE` does not. The empty code is the whole country.
 */
export const subtreeRange = (code: RegionCode): { from: string; to: string } => ({ from: code, to: `${code}:` });

/** One level up, never above `top`, the empty code being the whole country; null if there is none. */
export function oneLevelUp(code: RegionCode, top: RegionCode): RegionCode | null {
  if (code === '' || code === top) return null;
  const up = lineage(code).at(-2) ?? '';
  return isWithin(up, top) ? up : null;
}
