import type { Instant } from '../../../../kernel/time';
import { columnsOf } from '../../../../platform/database/columns';
import type { Tx } from '../../../../platform/database/unit-of-work';
import { CertificateRow } from '../../../../schema/certificates/certificate.row';
import { WelderRow } from '../../../../schema/registry/welder.row';

const OF_CARD = ['welderId', 'numberMasked', 'photoId', 'revokeReason'] as const;
const OF_WELDER = ['regionCode', 'enterpriseId'] as const;

export interface ForgedCard
  extends
    Readonly<Pick<CertificateRow, (typeof OF_CARD)[number]>>,
    Readonly<Pick<WelderRow, (typeof OF_WELDER)[number]>> {
  readonly certificateId: string;
  readonly markedAt: Instant;
  readonly jobs: number;
  /** Of the lookups and the decision, the newest first. */
  readonly screenshotIds: string[];
  /** What the public lookup answered last; null where nobody looked it up. */
  readonly answer: string | null;
}

const MOST_SCREENSHOTS = 8;

/** Cards that were marked as forged, and how many jobs were begun while they counted. */
export const forgedCards = (tx: Tx, since: Instant): Promise<ForgedCard[]> =>
  tx.prepared<ForgedCard>(
    `select c.id as "certificateId", c.revoked_at as "markedAt", ${columnsOf(CertificateRow, 'c', OF_CARD)}, ${columnsOf(WelderRow, 'w', OF_WELDER)},
       (select count(*)::int from jobs j where j.welder_id = c.welder_id and j.state <> 'failed'
         and j.reserved_at >= c.valid_from and j.reserved_at < c.revoked_at) as jobs,
       array(select k.screenshot_id from certificate_checks k where k.certificate_id = c.id and k.screenshot_id is not null
         order by k.id desc limit ${MOST_SCREENSHOTS}) as "screenshotIds",
       (select k.answer from certificate_checks k where k.certificate_id = c.id and k.kind = 'lookup' order by k.id desc limit 1) as answer
     from certificates c join welders w on w.id = c.welder_id
     where c.status = 'forged' and c.revoked_at >= $1`,
    [new Date(since)],
  );
