import type { Caller } from '../auth/caller';
import { isWithin } from '../../kernel/region-code';
import { type Cursor, cursorText } from './outbox.cursor';
import type { OutboxRow } from '../../schema/platform/outbox.row';

/** A domain event as it was kept. The lists say who may hear of it. */
export interface StoredEvent extends Pick<OutboxRow, 'type' | 'at' | 'entity' | 'entityId' | 'regionCode'> {
  readonly cursor: Cursor;
  readonly enterpriseIds: Readonly<OutboxRow['enterpriseIds']>;
  readonly userIds: Readonly<OutboxRow['userIds']>;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What the event stream and the change feed show. The event's own fields stand beside the fixed ones, and once more under `data`. */
export interface EventMessage {
  readonly id: string;
  readonly type: string;
  readonly at: string;
  readonly entity: { readonly kind: string; readonly id: string };
  readonly data: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

export const messageOf = (event: StoredEvent): EventMessage => ({
  ...event.data,
  id: cursorText(event.cursor),
  type: event.type,
  at: new Date(event.at).toISOString(),
  entity: { kind: event.entity, id: event.entityId },
  data: event.data,
});

/** Officials hear of their region's subtree, an enterprise of what names it, everyone of what names them. */
export function mayHear({ scope, userId }: Caller, event: StoredEvent): boolean {
  if (event.userIds.includes(userId)) return true;
  if (scope.kind === 'region') return isWithin(event.regionCode, scope.regionCode);
  return scope.kind === 'enterprise' && event.enterpriseIds.includes(scope.enterpriseId);
}
