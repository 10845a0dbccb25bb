import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../../platform/database/unit-of-work';
import { MessageRow } from '../../../schema/notices/message.row';
import { NoticeSettingsRow } from '../../../schema/notices/notice-settings.row';

/** Address, settings and notices of a forgotten person, and notices to others that name them. */
@Injectable()
export class ForgetReceiver {
  async erase(tx: Tx, userIds: readonly string[], names: readonly string[], pseudonym: string): Promise<void> {
    await tx.rows(MessageRow).delete({ userId: In([...userIds]) });
    await tx.rows(NoticeSettingsRow).delete({ userId: In([...userIds]) });
    for (const name of names)
      await tx.query(
        `update messages set params = replace(params::text, to_json($1::text)::text, to_json($2::text)::text)::jsonb
         where strpos(params::text, to_json($1::text)::text) > 0`,
        [name, pseudonym],
      );
  }
}
