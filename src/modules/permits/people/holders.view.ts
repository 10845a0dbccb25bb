import type { Approver } from '../../../domain/permits/living-approvers';
import type { Recipient } from '../../../domain/permits/steps/step';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { inForce } from '../delegations/delegations.view';

/** Somebody with a duty. */
export interface NamedHolder extends Approver {
  readonly name: string;
}

/** Where duties are looked for. */
export interface DutiesAsked {
  readonly roles: readonly string[];
  readonly enterpriseIds: readonly string[];
  readonly regionCodes: readonly string[];
}

/** Everybody with an account who has one of these duties, in these enterprises or as an official of these regions. */
export const holdersOfDuties = (tx: Tx, { roles, enterpriseIds, regionCodes }: DutiesAsked): Promise<NamedHolder[]> =>
  tx.prepared<NamedHolder>(
    `select id as "userId", name, roles, enterprise_id as "enterpriseId", region_code as "regionCode", welder_id as "welderId",
       seat_waiting_since is not null as "seatWaiting"
     from users where disabled_at is null and (enterprise_id = any($1) or region_code = any($3)) and roles && $2::text[]
     order by id`,
    [enterpriseIds, roles, regionCodes],
  );

type Concerned = Extract<Recipient, { kind: 'concerned' }>;

const CONCERNED = `
  with on_duty as (select id from users where disabled_at is null and enterprise_id = any($2::text[]) and roles && $3::text[])
  select id from users where disabled_at is null and welder_id = any($1::text[])
  union select id from on_duty
  union select d.to_user from approval_delegations d join on_duty a on a.id = d.from_user where ${inForce('$4')}`;

/** These welders, those with a duty in these enterprises, and who signs for them while they are away. */
export async function concernedBy(tx: Tx, { welderIds, parties, roles }: Concerned, at: Instant): Promise<string[]> {
  const rows = await tx.prepared<{ id: string }>(CONCERNED, [welderIds, parties, roles, new Date(at)]);
  return rows.map(({ id }) => id);
}
