type Branch = Record<string, unknown>;

export const isBranch = (value: unknown): value is Branch =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list whose items are objects with the same few fields. */
export const isRows = (value: unknown): value is Branch[] => Array.isArray(value) && value.some(isBranch);

export const withItem = (list: unknown, index: number, item: unknown): unknown[] =>
  (list as unknown[]).map((one, i) => (i === index ? item : one));

export const withoutItem = (list: unknown, index: number): unknown[] =>
  (list as unknown[]).filter((_, i) => i !== index);

/** One more line of the last one's form, with nothing in it. */
export function withRow(list: unknown): unknown[] {
  const rows = list as Branch[];
  return [...rows, emptied(rows.at(-1) ?? {})];
}

function emptied(like: unknown): unknown {
  if (typeof like === 'number') return like;
  if (typeof like === 'boolean') return false;
  if (Array.isArray(like)) return [...(like as unknown[])];
  if (isBranch(like)) return Object.fromEntries(Object.entries(like).map(([name, one]) => [name, emptied(one)]));
  return '';
}
