import { hasRole, OFFICIALS } from './roles';

export const FACTOR_POLICIES = ['nobody', 'officials', 'everyone'] as const;
/** Whom an installation asks for a second factor; whoever has one is always asked. */
export type FactorPolicy = (typeof FACTOR_POLICIES)[number];

/** Officials decide over others, a tip officer sees who reported, an administrator opens everything. */
export function needsSecondFactor(policy: FactorPolicy, roles: readonly string[]): boolean {
  if (policy === 'everyone') return true;
  return policy === 'officials' && hasRole({ roles }, 'admin', 'tip-officer', ...OFFICIALS);
}
