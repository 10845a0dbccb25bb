import { scopeSettings } from '../../platform/database/scope';
import type { Caller } from '../../platform/auth/caller';

/**
 * Whom a permit concerns, for queries under the system's scope: officials of its region, people of its parties, who
 * asked for it, who watches, and the welders it names (a table's policy cannot ask for these without slowing every list).
 */
export const concerns = (first: number): string => {
  const [scope, from, to, enterprise, user, welder] = Array.from({ length: 6 }, (_, i) => `$${first + i}::text`);
  return `(${scope} = 'region' and p.region_code >= ${from} and p.region_code < ${to}
    or ${enterprise} in (p.enterprise_id, p.contractor_id, p.occupier_enterprise_id)
    or ${user} in (p.applicant_id, p.fire_watch_id)
    or exists (select 1 from permit_welders cw where cw.permit_id = p.id and cw.welder_id = ${welder}))`;
};

/** The parameters of `concerns`. */
export function concernsValues({ scope, userId, welderId }: Caller): (string | null)[] {
  const { scope: kind = '', region_from: from = '', region_to: to = '', enterprise } = scopeSettings(scope);
  return [kind, from, to, enterprise || null, userId, welderId];
}
