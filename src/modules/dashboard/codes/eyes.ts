import { isWithin } from '../../../kernel/region-code';
import type { Instant } from '../../../kernel/time';
import type { Caller } from '../../../platform/auth/caller';
import type { Language } from '../../../kernel/language';
import { holds } from '../../identity/permissions';

/** Who looks at a scanned code; null: anyone with a phone. */
export interface Eyes {
  readonly caller: Caller | null;
  readonly language: Language;
  readonly at: Instant;
}

/** Officials who check on site. They also have to check machines and welders of other regions. */
export const isOfficial = ({ caller }: Eyes): boolean =>
  caller !== null && caller.scope.kind === 'region' && holds(caller.roles, 'code.inspect');

/** Cases of other regions are not theirs to read. */
export const servesThere = ({ caller }: Eyes, regionCode: string): boolean =>
  caller?.scope.kind === 'region' && isWithin(regionCode, caller.scope.regionCode);

/** May read a person's full name: officials, the person, and those of the person's enterprise. */
export const knows = (eyes: Eyes, welder: { readonly id: string; readonly enterpriseId: string | null }): boolean => {
  const { caller } = eyes;
  if (caller === null) return false;
  const ofTheSameEnterprise = caller.enterpriseId !== null && caller.enterpriseId === welder.enterpriseId;
  return (
    isOfficial(eyes) || caller.welderId === welder.id || (ofTheSameEnterprise && holds(caller.roles, 'welder.read'))
  );
};
