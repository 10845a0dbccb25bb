import { createHash } from 'node:crypto';
import { blankPhoto } from '../../src/simulator/photo';
import { shanghaiDate, DAY } from '../../src/kernel/time';
import type { Tx } from '../../src/platform/database/unit-of-work';
import { bulkInsert } from './bulk-insert';
import { enterprise } from './county';
import { iso, type DemoContext } from './demo-context';
import { staffUsername } from './staff';

/** Every demo watcher holds a training certificate, recorded by the safety officer of the enterprise. */
export async function insertWatcherCertificates(
  tx: Tx,
  { now, ids }: DemoContext,
  enterpriseIds: readonly string[],
  userIds: Readonly<Record<string, string>>,
): Promise<void> {
  const photo = { id: ids.next(now), bytes: blankPhoto() };
  await tx.query(
    `insert into files (id, media_type, sha256, bytes, width, height, uploaded_by, uploaded_at) values ($1, 'image/png', $2, $3, 64, 64, $4, $5)`,
    [photo.id, createHash('sha256').update(photo.bytes).digest('hex'), photo.bytes, userIds['safety'], iso(now)],
  );
  const watchersOf = (n: number): string[] =>
    n === 0
      ? ['firewatch', 'firewatch-b', 'firewatch-c', 'firewatch-d', 'firewatch-e']
      : [staffUsername('firewatch', n)];
  const rows = enterpriseIds.flatMap((enterpriseId, n) =>
    watchersOf(n).map((username, i) => ({
      id: ids.next(now),
      user_id: userIds[username],
      enterprise_id: enterpriseId,
      region_code: enterprise(n).regionCode,
      number: `演示-JH-${String(n + 1).padStart(3, '0')}-${i + 1}`,
      valid_to: shanghaiDate(now + 400 * DAY),
      photo_id: photo.id,
      recorded_by: userIds[staffUsername('safety', n)],
      recorded_at: iso(now),
    })),
  );
  await bulkInsert(tx, 'watcher_certificates', rows);
}
