import type { Tx } from '../../../platform/database/unit-of-work';
import type { NoticeSettingsRow } from '../../../schema/notices/notice-settings.row';
import type { UserRow } from '../../../schema/identity/user.row';

export type SealedAddress = Pick<UserRow, 'phoneSealed'> &
  Pick<NoticeSettingsRow, 'mailSealed'> & { readonly language: string | null };

/** As the system. */
export async function addressOf(tx: Tx, userId: string): Promise<SealedAddress | null> {
  const [row] = await tx.query<SealedAddress>(
    `select u.phone_sealed as "phoneSealed", case when s.mail_confirmed_at is not null then s.mail_sealed end as "mailSealed", s.language
     from users u left join notice_settings s on s.user_id = u.id where u.id = $1 and u.disabled_at is null`,
    [userId],
  );
  return row ?? null;
}
