/** A `timestamptz` as milliseconds since 1970, for values that travel inside JSON or computed columns. */
export const epochMs = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;
