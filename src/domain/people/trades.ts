/**
 * The trades of supervision (监管条线), each a department of its own: for which an official works. A case or a
 * registration is handed over from one to another. An account of an official may name several.
 */
export const TRADES = [
  'emergency',
  'fire',
  'housing',
  'market',
  'transport',
  'industry',
  'commerce',
  'culture',
  'education',
  'health',
  'agriculture',
  'urban',
] as const;

export type Trade = (typeof TRADES)[number];
