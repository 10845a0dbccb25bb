import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, statfsSync, type StatsFs } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { SECOND } from '../../kernel/time';
import { lastBackup, type LastBackup } from '../backup/last-backup';
import { Config } from '../config/config';
import { DatabaseServer } from '../database/server-state';
import { Metrics } from './metrics';

/** What a scrape asks of this machine without a query: disks, the last backup, the certificate, connections. */
@Injectable()
export class MachineFigures {
  constructor(
    private readonly config: Config,
    server: DatabaseServer,
    metrics: Metrics,
  ) {
    metrics.gauge('hanan_disk_free_bytes', 'Free on the disk of DATA_DIR', () => this.disk(({ bavail }) => bavail));
    metrics.gauge('hanan_disk_size_bytes', 'Size of the disk of DATA_DIR', () => this.disk(({ blocks }) => blocks));
    metrics.gauge('hanan_backup_taken_timestamp_seconds', 'The last backup of this machine; 0: none yet', () =>
      this.backupAt(({ takenAt }) => takenAt),
    );
    metrics.gauge('hanan_backup_verified_timestamp_seconds', 'The last backup that was read again; 0: none yet', () =>
      this.backupAt(({ verifiedAt }) => verifiedAt),
    );
    metrics.gauge('hanan_certificate_expires_timestamp_seconds', 'End of TLS_CERT; nothing without one', () =>
      certificateEnd(config.tlsCert),
    );
    metrics.gauge('hanan_database_connections', 'Connections of this process', () => server.pool.totalCount);
    metrics.gauge(
      'hanan_database_waiting',
      'Work of this process that waits for a connection',
      () => server.pool.waitingCount,
    );
  }

  private disk(blocksOf: (disk: StatsFs) => number): number | null {
    if (!existsSync(this.config.dataDir)) return null;
    const disk = statfsSync(this.config.dataDir);
    return blocksOf(disk) * disk.bsize;
  }

  private backupAt(timeOf: (backup: LastBackup) => string | undefined): number {
    const backup = lastBackup(this.config.dataDir);
    const time = backup && timeOf(backup);
    return time ? Date.parse(time) / SECOND : 0;
  }
}

/** Read anew each time: whoever renews the certificate puts a new file in its place. */
function certificateEnd(file: string | null): number | null {
  if (file === null || !existsSync(file)) return null;
  return Date.parse(new X509Certificate(readFileSync(file)).validTo) / SECOND;
}
