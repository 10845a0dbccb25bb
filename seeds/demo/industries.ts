/** The trades that the demo county's enterprises take turns in. */
export const INDUSTRIES = [
  'manufacturing',
  'construction',
  'repair',
  'commerce',
  'catering',
  'chemical',
  'public',
  'other',
] as const;
export type Industry = (typeof INDUSTRIES)[number];
