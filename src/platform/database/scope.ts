import { subtreeRange, type RegionCode } from '../../kernel/region-code';

/**
 * Says which rows a transaction may see; row level security compares every row with it. `system` sees all rows. It is
 * for work without a caller (authorisation, ingest, public codes); each query must then limit its rows itself.
 */
export type Scope =
  | { readonly kind: 'system'; readonly name: string }
  | { readonly kind: 'region'; readonly regionCode: RegionCode; readonly userId: string }
  | { readonly kind: 'enterprise'; readonly enterpriseId: string; readonly userId: string }
  | { readonly kind: 'person'; readonly userId: string; readonly welderId: string | null };

/** The scope of work that belongs to no caller; `name` says which work it is. */
export const systemScope = (name: string): Scope => ({ kind: 'system', name });

/** What tells a scope from another: the policies read it as session settings (`hanan.*`), tables without policies are asked with it. */
export function scopeSettings(scope: Scope): Record<string, string> {
  const range = scope.kind === 'region' ? subtreeRange(scope.regionCode) : { from: '', to: '' };
  return {
    scope: scope.kind,
    region_from: range.from,
    region_to: range.to,
    enterprise: scope.kind === 'enterprise' ? scope.enterpriseId : '',
    welder: scope.kind === 'person' ? (scope.welderId ?? '') : '',
    user: scope.kind === 'system' ? '' : scope.userId,
  };
}
