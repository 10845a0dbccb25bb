import { columnsOf } from '../../../platform/database/columns';
import type { Tx } from '../../../platform/database/unit-of-work';
import { CertificateRow } from '../../../schema/certificates/certificate.row';
import { WelderRow } from '../../../schema/registry/welder.row';

const OF_CARD = ['id', 'welderId', 'kind', 'validTo'] as const;
const OF_WELDER = ['name', 'enterpriseId', 'regionCode'] as const;

export interface EndingCard
  extends
    Readonly<Pick<CertificateRow, (typeof OF_CARD)[number]>>,
    Readonly<Pick<WelderRow, (typeof OF_WELDER)[number]>> {
  /** The smallest threshold that was told already; null: none. */
  readonly toldDays: number | null;
}

interface Question {
  readonly from: string;
  readonly until: string;
  readonly after: { readonly validTo: string; readonly id: string };
  readonly most: number;
}

/** Verified cards that end between two days and that no newer card follows, the next to end first. As the system. */
export const endingCards = (tx: Tx, { from, until, after, most }: Question): Promise<EndingCard[]> =>
  tx.query<EndingCard>(
    `select ${columnsOf(CertificateRow, 'c', OF_CARD)}, ${columnsOf(WelderRow, 'w', OF_WELDER)},
       (select min(n.days) from certificate_notices n where n.certificate_id = c.id) as "toldDays"
     from certificates c join welders w on w.id = c.welder_id
     where c.status = 'verified' and c.valid_to between $1 and $2 and (c.valid_to, c.id) > ($3::date, $4)
       and w.status = 'active' and w.same_person_as is null
       and not exists (select 1 from certificates n where n.welder_id = c.welder_id and n.status in ('verified', 'unverified')
         and n.valid_to > c.valid_to and n.operations @> c.operations)
     order by c.valid_to, c.id limit $5`,
    [from, until, after.validTo, after.id, most],
  );
