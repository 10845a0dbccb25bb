/** Trades an enterprise may have (行业); the law of hot work differs by trade. */
export const INDUSTRIES = ['chemical', 'construction', 'manufacturing', 'commerce', 'catering', 'repair', 'public', 'other'] as const; // prettier-ignore
export type Industry = (typeof INDUSTRIES)[number];
