import type { DomainEvent } from '../../platform/audit/journal';

interface Registered {
  readonly id: string;
  readonly regionCode: string;
  readonly enterpriseId?: string | null;
}

/** News that something in the register is not what it was; whoever shows it reads it again. */
export const registryEvent = (
  entity: 'enterprise' | 'welder' | 'machine',
  row: Registered,
  data = {},
): DomainEvent => ({
  type: `${entity}.changed`,
  entity,
  entityId: row.id,
  regionCode: row.regionCode,
  enterpriseIds: row.enterpriseId ? [row.enterpriseId] : [],
  data,
});
