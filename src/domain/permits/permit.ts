/** Regimes name which rules hold (domain rules as data, keyed by regime and level). */
export const REGIMES = ['small', 'general', 'construction', 'chemical'] as const;
export type Regime = (typeof REGIMES)[number];

export const PERMIT_STATES = [
  'draft', 'submitted', 'approved', 'issued', 'active', 'suspended', 'fire_watch', 'closed', 'returned', 'rejected', 'cancelled', 'expired',
] as const; // prettier-ignore
export type PermitState = (typeof PERMIT_STATES)[number];
