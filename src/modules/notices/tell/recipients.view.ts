import type { Audience } from '../../../domain/notices/notices-of-event';
import { lineage } from '../../../kernel/region-code';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { NoticeSettingsRow } from '../../../schema/notices/notice-settings.row';

/** Somebody who is told: what they chose, and what reaches them. The choices are null where they chose nothing. */
export interface Recipient extends Readonly<Pick<NoticeSettingsRow, 'userId' | 'quietFrom' | 'quietTo'>> {
  readonly hasPhone: boolean;
  readonly hasMail: boolean;
  readonly digest: boolean | null;
  readonly choices: NoticeSettingsRow['choices'] | null;
}

/** A province hears of its counties by figures, not by notices. */
const COUNTY_DIGITS = 6;

/** The people of an audience, each once; who is shut out hears nothing. As the system. */
export const recipientsOf = (tx: Tx, { userIds, atEnterprises, overPlace }: Audience): Promise<Recipient[]> =>
  tx.prepared<Recipient>(
    `select u.id as "userId", u.phone_sealed is not null as "hasPhone", s.mail_confirmed_at is not null as "hasMail",
       s.quiet_from as "quietFrom", s.quiet_to as "quietTo", s.digest, s.choices
     from users u left join notice_settings s on s.user_id = u.id
     where u.disabled_at is null and (u.id = any($1)
       or (u.enterprise_id = any($2) and u.roles && $3) or (u.region_code = any($4) and u.roles && $5))
     order by u.id`,
    [
      userIds,
      atEnterprises?.ids ?? [],
      atEnterprises?.roles ?? [],
      overPlace ? lineage(overPlace.regionCode).filter((code) => code.length >= COUNTY_DIGITS) : [],
      overPlace?.roles ?? [],
    ],
  );
