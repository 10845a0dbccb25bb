import { del, get, post } from './http';
import type { Page, PageQuery } from './page';

export interface Delegation {
  id: string;
  fromUserId: string;
  fromName: string;
  toUserId: string;
  toName: string;
  enterpriseId: string;
  from: string;
  to: string;
  reason: string;
  createdAt: string;
  revokedAt: string | null;
}
export const listDelegations = (query: PageQuery): Promise<Page<Delegation>> =>
  get('/approval-delegations', { ...query });
export const delegateApproval = (body: {
  fromUserId?: string;
  toUserId: string;
  from?: string;
  to: string;
  reason: string;
}): Promise<Delegation> => post('/approval-delegations', body);
export const revokeDelegation = (id: string): Promise<Delegation> => del(`/approval-delegations/${id}`);
