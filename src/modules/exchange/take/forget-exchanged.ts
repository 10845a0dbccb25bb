import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { plantPermitsNaming } from '../plants/papers-naming.view';

/** What other platforms and plants have sent about people. That it came, and its fingerprint, stay: it is not taken in anew. */
@Injectable()
export class ForgetExchanged {
  /** `entityIds`: what the registrations of a forgotten person became here. */
  async erase(
    tx: Tx,
    { userIds, welderIds }: { readonly userIds: readonly string[]; readonly welderIds: readonly string[] },
    entityIds: readonly string[],
  ): Promise<void> {
    await tx.query(
      `update exchange_taken set record_sealed = null, verdict = 'taken', code = null, differing = '{}'
       where entity_id = any($1) and record_sealed is not null`,
      [entityIds],
    );
    const permitIds = await plantPermitsNaming(tx, { userIds, welderIds });
    await tx.query('update exchange_papers set paper_sealed = null where permit_id = any($1)', [permitIds]);
  }

  /** Signed papers and records that wait for somebody, once they are older. */
  async older(tx: Tx, before: Instant, most: number): Promise<number> {
    const papers = await tx.query(
      `update exchange_papers set paper_sealed = null where (partner_id, number, version) in (
         select partner_id, number, version from exchange_papers where taken_at < $1 and paper_sealed is not null
         order by taken_at limit $2) returning 1 as one`,
      [new Date(before), most],
    );
    const records = await tx.query(
      `update exchange_taken set record_sealed = null, verdict = 'taken', code = null, differing = '{}'
       where (partner_id, kind, their_id) in (
         select partner_id, kind, their_id from exchange_taken where taken_at < $1 and record_sealed is not null
         order by taken_at limit $2) returning 1 as one`,
      [new Date(before), most],
    );
    return papers.length + records.length;
  }
}
