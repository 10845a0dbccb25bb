import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Instant } from '../../../kernel/time';
import { columnsOf } from '../../../platform/database/columns';
import type { Tx } from '../../../platform/database/unit-of-work';
import { CodeRow } from '../../../schema/registry/code.row';
import { EmploymentRow } from '../../../schema/registry/employment.row';
import { WelderRow } from '../../../schema/registry/welder.row';

const OF_CLAIM = ['id', 'enterpriseId', 'regionCode', 'code'] as const;

/** A claim with the record of the person it names. */
export interface EmploymentClaim extends Readonly<Pick<WelderRow, (typeof OF_CLAIM)[number]>> {
  readonly welderId: string;
  readonly name: string;
  readonly enterpriseName: string | null;
  readonly askedAt: Instant;
  /** Of the known person: they decide who may read and settle the claim. */
  readonly personRegion: string;
  readonly personEnterprise: string | null;
}

const OPEN = `select ${columnsOf(WelderRow, 'c', OF_CLAIM)}, c.created_at as "askedAt", e.name as "enterpriseName",
  p.id as "welderId", p.name, p.region_code as "personRegion", p.enterprise_id as "personEnterprise"
  from welders c join welders p on p.id = c.same_person_as left join enterprises e on e.id = c.enterprise_id
  where c.claim_settled_at is null`;

/** Read as the system, for claim and person are hardly ever in one scope: the caller's reach is asked of each row. */
@Injectable()
export class EmploymentClaimStore {
  /** `people` is the known persons whom the caller may read. */
  openFor(tx: Tx, people: readonly string[]): Promise<EmploymentClaim[]> {
    return tx.query<EmploymentClaim>(`${OPEN} and p.id = any($1) order by c.id desc limit 100`, [people]);
  }

  /** Known persons with an open claim; the transaction's scope says which of them the caller may read. */
  async claimedPeople(tx: Tx, claimed: readonly string[]): Promise<string[]> {
    const seen = await tx.rows(WelderRow).find({ where: { id: In(claimed) } });
    return seen.map(({ id }) => id);
  }

  async everyClaimed(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select distinct same_person_as as id from welders where same_person_as is not null and claim_settled_at is null`,
    );
    return rows.map(({ id }) => id);
  }

  /** Claim and person are locked until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<EmploymentClaim | null> {
    const [row] = await tx.query<EmploymentClaim>(`${OPEN} and c.id = $1 for update of c, p`, [id]);
    return row ?? null;
  }

  /** The person works for the claiming side from now on; the claim's printed code leads to them. */
  async confirm(tx: Tx, claim: EmploymentClaim, by: string, at: Instant): Promise<void> {
    const { id, welderId, enterpriseId, code } = claim;
    const employments = tx.rows(EmploymentRow);
    await employments.update({ until: IsNull(), welderId: In([welderId, id]) }, { until: at });
    if (enterpriseId !== null) await employments.insert({ welderId, enterpriseId, since: at });
    await tx.query('update welders set enterprise_id = $2, version = version + 1 where id = $1', [
      welderId,
      enterpriseId,
    ]);
    await this.settle(tx, id, by, at, null);
    await tx.rows(CodeRow).update({ code }, { entityId: welderId });
  }

  async refuse(tx: Tx, claim: EmploymentClaim, by: string, at: Instant, reason: string): Promise<void> {
    await tx.rows(EmploymentRow).update({ until: IsNull(), welderId: claim.id }, { until: at });
    await this.settle(tx, claim.id, by, at, reason);
  }

  /** Nobody works under a settled claim. */
  private async settle(tx: Tx, id: string, by: string, at: Instant, reason: string | null): Promise<void> {
    const settled = { claimSettledAt: at, claimSettledBy: by, claimRefusedFor: reason, status: 'suspended' };
    await tx.rows(WelderRow).update({ id }, settled);
  }
}
