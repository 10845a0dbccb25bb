import { Injectable } from '@nestjs/common';
import { isoTime, isoTimeOrNull, type Instant } from '../../kernel/time';
import type { Request } from '../../platform/auth/request';
import { lastBackup, type LastBackup } from '../../platform/backup/last-backup';
import { Config } from '../../platform/config/config';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { isBackupOld } from '../../platform/doctor/judge';
import { OutboxConsumers } from '../../platform/outbox/outbox-consumers';
import { queueStates } from '../../platform/queue/queue-states.view';
import { pausedReceivers } from '../notices/send/paused-receivers.view';
import { ChainState } from './chain-state';
import type { BackupView, OperationsView } from './operations.dto';
import { chipCounts, messageCounts, partitions } from './operations.view';

/** How the platform itself is: what waits, what does not answer, what lies dead. */
@Injectable()
export class ReadOperations {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly consumers: OutboxConsumers,
    private readonly chain: ChainState,
    private readonly config: Config,
  ) {}

  execute({ at }: Request): Promise<OperationsView> {
    return this.uow.run(systemScope('operations'), async (tx) => {
      const [lags, queues, counts, paused] = await Promise.all([
        this.consumers.lags(tx),
        queueStates(tx),
        messageCounts(tx, at),
        pausedReceivers(tx),
      ]);
      return {
        at: isoTime(at),
        chain: await this.chain.read(tx),
        backup: backupShown(lastBackup(this.config.dataDir), at),
        consumers: lags.map((one) => ({
          ...one,
          oldestAt: isoTimeOrNull(one.oldestAt),
          movedAt: isoTime(one.movedAt),
        })),
        queues,
        messages: { ...counts, oldestDueAt: isoTimeOrNull(counts.oldestDueAt) },
        receivers: paused.map(({ pausedUntil, ...one }) => ({ ...one, pausedUntil: isoTime(pausedUntil) })),
        partitions: await partitions(tx),
        chips: await chipCounts(tx, at),
      };
    });
  }
}

const backupShown = (backup: LastBackup | null, at: Instant): BackupView | null =>
  backup && {
    takenAt: backup.takenAt,
    folder: backup.folder,
    verifiedAt: backup.verifiedAt ?? null,
    rows: backup.rows ?? null,
    bytes: backup.bytes ?? null,
    encrypted: backup.encrypted ?? null,
    old: isBackupOld(Date.parse(backup.takenAt), at),
  };
