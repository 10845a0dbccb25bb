import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';

const ERASED = `phone_sealed = '', phone_hash = 'erased:' || id, id_number_sealed = '', id_number_hash = 'erased:' || id, id_number_masked = ''`;

/** What people typed to register themselves. Once it is settled the register has what it needs. */
@Injectable()
export class ForgetRegistrations {
  /** Numbers of registrations that were settled long ago. */
  async older(tx: Tx, before: Instant, most: number): Promise<number> {
    const gone = await tx.query(
      `update registrations set ${ERASED} where id in (select id from registrations
         where settled_at < $1 and id_number_sealed <> '' order by settled_at limit $2) returning 1`,
      [new Date(before), most],
    );
    return gone.length;
  }

  async erase(
    tx: Tx,
    person: { userIds: readonly string[]; welderIds: readonly string[] },
    pseudonym: string,
  ): Promise<void> {
    await tx.query(`update registrations set ${ERASED}, name = $3 where user_id = any($1) or welder_id = any($2)`, [
      person.userIds,
      person.welderIds,
      pseudonym,
    ]);
  }
}
