/** One text for one value: members in order of their names, no spaces (in the spirit of RFC 8785). */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, inOrder) ?? 'null';

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
