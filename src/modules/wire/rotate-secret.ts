import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { Journal } from '../../platform/audit/journal';
import type { Call, Request } from '../../platform/auth/request';
import { Sealer } from '../../platform/database/sealer';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Ids } from '../../platform/time/ids';
import { ChipCommandQueue } from '../jobs/chip-command-queue';
import { ChipDispatcher, pokeAfterCommit } from '../jobs/chip-dispatcher.port';
import { ChipSecretsReader } from '../registry/chip-secrets.reader';
import { newHalf, SECRET_HALF } from './offer-secret';
import { SecretChangeStore, type SecretChange } from './secret-change.store';
import { ShowWire } from './show-wire';
import { secretCommand } from './wire-commands';
import type { WireView } from './wire.dto';

/**
 * A chip is to get another secret. The old one holds until the chip has connected under the new one, so that a chip that is
 * away, or loses its power half-way, is never locked out.
 */
@Injectable()
export class RotateSecret {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly secrets: ChipSecretsReader,
    private readonly changes: SecretChangeStore,
    private readonly commands: ChipCommandQueue,
    private readonly dispatcher: ChipDispatcher,
    private readonly show: ShowWire,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  /** Asked for again while a change is open, nothing new begins. */
  execute(request: Request, chipNo: string, reason: string): Promise<Result<WireView, Refusal>> {
    return this.uow.run(request.caller.scope, async (tx) => {
      const call = { ...request, tx };
      const regionCode = await this.show.regionOf(tx, chipNo);
      const chip = regionCode === null ? null : await this.secrets.find(tx, chipNo);
      if (regionCode === null || chip === null) return refused(notFound('chip.unknown'));
      const half = newHalf();
      const change = this.begin(call, chipNo, chip.secretNo + 1, { reason: reason.trim(), kept: half.kept });
      if (await this.changes.insert(tx, change)) await this.ask(call, change, half.x, regionCode);
      return ok(await this.show.within(tx, chipNo));
    });
  }

  private begin(
    { caller, at }: Call,
    chipNo: string,
    no: number,
    { reason, kept }: { readonly reason: string; readonly kept: string },
  ): SecretChange {
    return {
      ...{ id: this.ids.next(at), chipNo, no, state: 'waiting', askedBy: caller.userId, reason, askedAt: at },
      ...{ commandId: this.ids.next(at), tries: 0, halfSealed: this.sealer.seal(SECRET_HALF, kept) },
      ...{ secretSealed: null, agreedAt: null, endedAt: null, error: null },
    };
  }

  private async ask({ tx, caller, at }: Call, change: SecretChange, x: string, regionCode: string): Promise<void> {
    const { chipNo, no, reason } = change;
    await this.commands.enqueue(tx, [secretCommand(change, x)], at);
    this.journal.record(tx, caller, at, [
      { action: 'chip.secret-asked', entity: 'chip', entityId: chipNo, regionCode, after: { no, reason } },
    ]);
    pokeAfterCommit(tx, this.dispatcher, [chipNo]);
  }
}
