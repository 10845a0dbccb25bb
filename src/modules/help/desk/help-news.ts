import type { HelpState } from '../../../domain/help/help-life-cycle';
import type { DomainEvent } from '../../../platform/audit/journal';
import type { StoredTicket } from './help.store';

/** The duty desk hears of it by its region, whoever asked by name. */
export const helpNews = (
  type: 'help.asked' | 'help.changed',
  { id, regionCode, askedBy, enterpriseId }: StoredTicket,
  state: HelpState,
): DomainEvent => ({
  type,
  entity: 'help-ticket',
  entityId: id,
  regionCode,
  enterpriseIds: enterpriseId === null ? [] : [enterpriseId],
  userIds: [askedBy],
  data: { state },
});
