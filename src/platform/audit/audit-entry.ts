import { createHash } from 'node:crypto';
import { canonicalJson } from '../../kernel/canonical-json';

/** An audit entry as it is sealed: every value as the text PostgreSQL writes for it, so that no reading can change it. */
export interface SealedEntry {
  readonly id: string;
  readonly xid: string;
  readonly at: string;
  readonly actor_id: string | null;
  readonly actor_name: string;
  readonly address: string | null;
  readonly action: string;
  readonly entity: string;
  readonly entity_id: string;
  readonly region_code: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Instants as seconds since 1970 with all digits: they do not depend on a session's time zone. */
export const ENTRY_COLUMNS = `id::text, xid::text, extract(epoch from at)::text as at, actor_id, actor_name, address, action, entity,
  entity_id, region_code, before::text, after::text`;

export const hashOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('base64url');
