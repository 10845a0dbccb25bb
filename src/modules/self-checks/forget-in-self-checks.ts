import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work';

interface Traces {
  readonly userIds: readonly string[];
  readonly names: readonly string[];
  /** Where the person worked: a namesake elsewhere keeps their name. */
  readonly enterpriseIds: readonly string[];
}

/** A forgotten person in what enterprises keep by themselves: who signed a check, took part in a drill, or reported. */
@Injectable()
export class ForgetInSelfChecks {
  async erase(tx: Tx, { userIds, names, enterpriseIds }: Traces, pseudonym: string): Promise<void> {
    await tx.query('update self_checks set signed_name = $2 where led_by = any($1) and signed_name is not null', [
      userIds,
      pseudonym,
    ]);
    for (const name of names)
      await tx.query(
        `update drills set people = array_replace(people, $2, $3) where enterprise_id = any($1) and people @> array[$2]::text[]`,
        [enterpriseIds, name, pseudonym],
      );
    await tx.query(
      `update internal_reports set reporter_name = $2 where reporter_name is not null
         and id in (select report_id from internal_reporters where user_id = any($1))`,
      [userIds, pseudonym],
    );
    await tx.query('delete from internal_reporters where user_id = any($1)', [userIds]);
  }
}
