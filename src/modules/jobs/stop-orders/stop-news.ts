import type { StopStanding } from '../../../domain/jobs/stop-order';
import type { DomainEvent } from '../../../platform/audit/journal';
import type { StoredStopOrder } from './stop-order.store';

/** Officials of the region, the person who stopped the work, and the enterprise hear what became of the order. */
export const stopNews = (
  { jobId, regionCode, orderedBy }: StoredStopOrder,
  standing: StopStanding,
  enterpriseId: string | null,
): DomainEvent => ({
  type: 'job.stop-settled',
  entity: 'job',
  entityId: jobId,
  regionCode,
  enterpriseIds: enterpriseId === null ? [] : [enterpriseId],
  userIds: [orderedBy],
  data: { standing },
});
