import type { AuditEntry } from '../../../platform/audit/journal';
import type { NearbyActivityView } from './nearby-activity.dto';

export const activityAudit = (what: 'declared' | 'withdrawn', activity: NearbyActivityView): AuditEntry => ({
  action: `nearby-activity.${what}`,
  entity: 'nearby-activity',
  entityId: activity.id,
  regionCode: activity.regionCode,
  after: activity,
});
