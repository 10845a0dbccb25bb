import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';

export interface OpenSession {
  readonly id: string;
  readonly deviceName: string | null;
  readonly begunAt: Instant;
  readonly usedAt: Instant;
}

const MOST = 100;

/** Sessions of one person that open something still, the one used last first. `openedAfter`: none lives longer. */
export const openSessions = (tx: Tx, userId: string, at: Instant, openedAfter: Instant): Promise<OpenSession[]> =>
  tx.query<OpenSession>(
    `select f.id, f.device_name as "deviceName", f.created_at as "begunAt", t.used as "usedAt"
     from refresh_families f, lateral (select max(issued_at) as used, max(expires_at) as until from refresh_tokens where family_id = f.id) t
     where f.user_id = $1 and f.revoked_at is null and t.until > $2 and f.created_at > $3 order by t.used desc, f.id limit ${MOST}`,
    [userId, new Date(at), new Date(openedAfter)],
  );
