import { Injectable } from '@nestjs/common';
import { agreedSecret } from '../../domain/wire/secret-agreement';
import type { Instant } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import { systemActor } from '../../platform/auth/caller';
import { Sealer } from '../../platform/database/sealer';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { SupersedeCodes } from '../jobs/chip-power/supersede-codes';
import { CHIP_SECRET, ChipSecretsReader } from '../registry/chip-secrets.reader';
import { ReplaceSecret } from '../registry/chips/replace-secret';
import { SECRET_HALF, sharedWith } from './offer-secret';
import { SecretChangeStore, type OpenChange } from './secret-change.store';

/** What a chip says to a new secret. */
export interface SecretReply {
  readonly chipNo: string;
  readonly commandId: string;
  readonly ok: boolean;
  readonly error: string | null;
  /** Its half. */
  readonly x?: string | null;
}

const CHIP = systemActor('chip');

/** A change of a secret goes on: the chip has answered, or has come back under the new one. */
@Injectable()
export class SettleSecret {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly changes: SecretChangeStore,
    private readonly secrets: ChipSecretsReader,
    private readonly replace: ReplaceSecret,
    private readonly codes: SupersedeCodes,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
  ) {}

  /** True where both agree now: the chip has to connect anew. */
  async answered(tx: Tx, reply: SecretReply, at: Instant): Promise<boolean> {
    const change = await this.changes.lockOpen(tx, reply.chipNo);
    if (change?.state !== 'waiting' || change.commandId !== reply.commandId) return false;
    if (!reply.ok) return this.refuse(tx, change, reply.error ?? 'refused', at);
    const secretSealed = await this.agreedOn(tx, change, reply.x ?? '');
    if (secretSealed === null) return this.refuse(tx, change, 'bad-key', at);
    await this.changes.agree(tx, change, secretSealed, at);
    return true;
  }

  /** The chip showed the new secret at the door: from now on no other is good. */
  async confirm(chipNo: string, at: Instant): Promise<void> {
    await this.uow.run(systemScope('chip-login'), async (tx) => {
      const change = await this.changes.lockOpen(tx, chipNo);
      if (!change || change.secretSealed === null) return;
      const { no, secretSealed } = change;
      await this.replace.execute(tx, chipNo, { no, secretSealed });
      await this.changes.end(tx, change, { error: null }, at);
      await this.codes.execute(tx, chipNo, at);
      this.record(tx, change, 'chip.secret-changed', null, at);
    });
  }

  /** Ends it without a new secret. Always false: nothing was agreed. */
  async refuse(tx: Tx, change: OpenChange, error: string, at: Instant): Promise<false> {
    await this.changes.end(tx, change, { error }, at);
    this.record(tx, change, 'chip.secret-refused', error, at);
    return false;
  }

  private async agreedOn(tx: Tx, { chipNo, no, halfSealed }: OpenChange, x: string): Promise<string | null> {
    const chip = await this.secrets.find(tx, chipNo);
    const shared = halfSealed === null ? null : sharedWith(this.sealer.open(SECRET_HALF, halfSealed), x);
    if (!chip || shared === null) return null;
    const secret = agreedSecret({ chipNo, no, oldSecret: chip.secret }, shared);
    return this.sealer.seal(CHIP_SECRET, secret.toString('hex'));
  }

  private record(tx: Tx, { chipNo, no }: OpenChange, action: string, error: string | null, at: Instant): void {
    const after = error === null ? { no } : { no, error };
    this.journal.record(tx, CHIP, at, [{ action, entity: 'chip', entityId: chipNo, after }]);
  }
}
