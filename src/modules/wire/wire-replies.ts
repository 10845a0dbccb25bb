import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import type { CommandKind } from '../jobs/chip-command';
import { ChipSettingsStore } from './chip-settings.store';
import { SettleSecret, type SecretReply } from './settle-secret';

/** What chips answer to commands of the wire. The command itself is settled before. */
@Injectable()
export class WireReplies {
  constructor(
    private readonly settings: ChipSettingsStore,
    private readonly secret: SettleSecret,
  ) {}

  /** True where the chip has to connect anew, under a secret that it has just agreed on. */
  async take(tx: Tx, kind: CommandKind | null, reply: SecretReply, at: Instant): Promise<boolean> {
    if (kind === 'secret') return this.secret.answered(tx, reply, at);
    if (kind === 'configure' && !reply.ok)
      await this.settings.refused(tx, reply.chipNo, reply.commandId, reply.error ?? 'refused');
    return false;
  }
}
