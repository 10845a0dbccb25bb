import { DAY } from '../../../src/kernel/time';
import type { Tx } from '../../../src/platform/database/unit-of-work';
import { bulkInsert } from '../bulk-insert';
import * as county from '../county';
import { iso, range, type DemoContext, type DemoCounty } from '../demo-context';

/** Welders below this number without a certificate still wait for somebody to ask. */
const ASKED_FROM = 100;
const REASONS = {
  revoked: '演示：证件已撤销，本人已转岗，不再从事焊接',
  none: '演示：学徒，不独立作业，已报名取证',
} as const;

/** Of the welders without a certificate most were asked already, and the grid worker wrote down why. */
export async function acceptFindings(tx: Tx, { now, ids }: DemoContext, made: DemoCounty): Promise<void> {
  const { welderIds, enterpriseIds, userIds } = made;
  const rows = range(county.WELDERS).flatMap((n) => {
    const which = county.certificateCase(n);
    if ((which !== 'revoked' && which !== 'none') || n < ASKED_FROM) return [];
    const employer = county.enterpriseOf(n, county.WELDERS);
    const at = now - (1 + (n % 6)) * DAY;
    return [
      {
        ...{ id: ids.next(at), kind: 'welder-certificate-missing', subject_id: welderIds[n], reason: REASONS[which] },
        ...{ facts: county.selfEmployed(n) ? '' : enterpriseIds[employer], accepted_at: iso(at) },
        region_code: county.enterprise(employer).regionCode,
        accepted_by: userIds[n % 3 === 0 ? 'grid-b' : 'grid'],
      },
    ];
  });
  await bulkInsert(tx, 'quality_acceptances', rows);
}
