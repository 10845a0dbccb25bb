import { Injectable } from '@nestjs/common';
import { approvalPlaces, openPlaces, partyId, signaturesOfRound } from '../../domain/permits/approval-chain';
import { partiesOf } from '../../domain/permits/people';
import type { PermitRules } from '../../domain/permits/permit-rules';
import type { Instant } from '../../kernel/time';
import type { DomainEvent } from '../../platform/audit/journal';
import type { Tx } from '../../platform/database/unit-of-work';
import type { StoredPermit } from './permit.row';

const AUDIENCE = `
  with asked as (
    select id from users where disabled_at is null and (welder_id = any($1::text[]) or (enterprise_id = any($2::text[]) and roles && $3::text[]))
  )
  select id from asked
  union select d.to_user from approval_delegations d join asked a on a.id = d.from_user
    where d.from_at <= $4 and $4 < d.to_at and d.revoked_at is null`;

/** Who is named on a permit. */
type Named = Pick<StoredPermit, 'welderIds' | 'applicantId' | 'fireWatchId'>;

/** Which roles are waited for: the next approvers while it is submitted, whoever issues once it is approved. */
function rolesWaitedFor(permit: StoredPermit, rules: PermitRules): { roles: string[]; parties: string[] } {
  if (permit.state === 'approved')
    return { roles: ['safety-officer', ...permit.signatures.map(({ role }) => role)], parties: partiesOf(permit) };
  if (permit.state !== 'submitted') return { roles: [], parties: [] };
  const open = openPlaces(approvalPlaces(permit, rules), signaturesOfRound(permit));
  return {
    roles: open.flatMap(({ roles }) => [...roles]),
    parties: open.map(({ of }) => partyId(of, permit)).filter((id) => id !== null),
  };
}

/** News of permits, and who hears of it: the parties, who asked, who watches, who is to sign, the welders named. */
@Injectable()
export class PermitNews {
  async changed(tx: Tx, permit: StoredPermit, rules: PermitRules, command: string, at: Instant): Promise<DomainEvent> {
    const userIds = await this.audience(tx, permit, rolesWaitedFor(permit, rules), at);
    return this.event('permit.changed', permit, userIds, { state: permit.state, command });
  }

  /** Of a draft nobody has to sign yet. */
  draftAudience(tx: Tx, draft: Named, at: Instant): Promise<string[]> {
    return this.audience(tx, draft, { roles: [], parties: [] }, at);
  }

  private async audience(
    tx: Tx,
    { welderIds, applicantId, fireWatchId }: Named,
    { roles, parties }: { readonly roles: readonly string[]; readonly parties: readonly string[] },
    at: Instant,
  ): Promise<string[]> {
    const rows = await tx.named<{ id: string }>('permit-audience', AUDIENCE, [welderIds, parties, roles, new Date(at)]);
    const named = [applicantId, fireWatchId].filter((id) => id !== null);
    return [...new Set([...named, ...rows.map(({ id }) => id)])];
  }

  event(type: string, permit: StoredPermit, userIds: readonly string[], data: Record<string, unknown>): DomainEvent {
    return {
      type,
      entity: 'permit',
      entityId: permit.id,
      regionCode: permit.regionCode,
      enterpriseIds: [...new Set(partiesOf(permit))],
      userIds,
      data: { number: permit.number, ...data },
    };
  }
}
