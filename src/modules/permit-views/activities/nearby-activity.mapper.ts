import { isoTime, isoTimeOrNull } from '../../../kernel/time';
import type { NearbyActivityRow } from '../../../schema/permit-views/nearby-activity.row';
import type { NearbyActivityView } from './nearby-activity.dto';

export const activityView = (row: NearbyActivityRow): NearbyActivityView => ({
  ...row,
  kind: row.kind as NearbyActivityView['kind'],
  startsAt: isoTime(row.startsAt),
  endsAt: isoTime(row.endsAt),
  createdAt: isoTime(row.createdAt),
  withdrawnAt: isoTimeOrNull(row.withdrawnAt),
});
