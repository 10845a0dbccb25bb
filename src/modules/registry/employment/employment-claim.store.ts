import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';

/** A claim with the record of the person it names. */
export interface EmploymentClaim {
  readonly id: string;
  readonly welderId: string;
  readonly name: string;
  readonly enterpriseId: string | null;
  readonly enterpriseName: string | null;
  readonly regionCode: string;
  readonly code: string;
  readonly askedAt: Instant;
  /** Of the known person: they decide who may read and settle the claim. */
  readonly personRegion: string;
  readonly personEnterprise: string | null;
}

const OPEN = `select c.id, p.id as "welderId", p.name, c.enterprise_id as "enterpriseId", e.name as "enterpriseName",
  c.region_code as "regionCode", c.code, c.created_at as "askedAt", p.region_code as "personRegion", p.enterprise_id as "personEnterprise"
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
    const rows = await tx.query<{ id: string }>('select id from welders where id = any($1)', [claimed]);
    return rows.map(({ id }) => id);
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
    const when = new Date(at);
    await tx.query(
      `update employments set until = $2 where until is null and welder_id = any(array[$1::text, $3::text])`,
      [claim.welderId, when, claim.id],
    );
    if (claim.enterpriseId !== null)
      await tx.query('insert into employments (welder_id, enterprise_id, since) values ($1, $2, $3)', [
        claim.welderId,
        claim.enterpriseId,
        when,
      ]);
    await tx.query('update welders set enterprise_id = $2, version = version + 1 where id = $1', [
      claim.welderId,
      claim.enterpriseId,
    ]);
    await this.settle(tx, claim.id, by, at, null);
    await tx.query('update codes set entity_id = $2 where code = $1', [claim.code, claim.welderId]);
  }

  async refuse(tx: Tx, claim: EmploymentClaim, by: string, at: Instant, reason: string): Promise<void> {
    await tx.query(`update employments set until = $2 where until is null and welder_id = $1`, [
      claim.id,
      new Date(at),
    ]);
    await this.settle(tx, claim.id, by, at, reason);
  }

  /** Nobody works under a settled claim. */
  private async settle(tx: Tx, id: string, by: string, at: Instant, reason: string | null): Promise<void> {
    await tx.query(
      `update welders set claim_settled_at = $2, claim_settled_by = $3, claim_refused_for = $4, status = 'suspended' where id = $1`,
      [id, new Date(at), by, reason],
    );
  }
}
