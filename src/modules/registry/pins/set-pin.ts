import { Injectable } from '@nestjs/common';
import { pinFault } from '../../../domain/registry/welder-pin';
import { conflict, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { type Instant, isoTimeOrNull } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { Sealer } from '../../../platform/database/sealer';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { ProveSelf } from '../../identity/prove-self';
import { WELDER_ID_NUMBER, WELDER_PHONE } from '../welders/welder.mapper';
import { WelderStore } from '../welders/welder.store';
import type { PinView, SetPinRequest } from './pin.dto';
import { PinHashes } from './pin-hashes';
import { PinStore } from './pin.store';

const SCOPE = systemScope('set-pin');

/** A welder's own PIN, by which they confirm at a machine that it is they. A new one replaces the old one. */
@Injectable()
export class SetPin {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly welders: WelderStore,
    private readonly sealer: Sealer,
    private readonly proveSelf: ProveSelf,
    private readonly pins: PinStore,
    private readonly hashes: PinHashes,
    private readonly journal: Journal,
  ) {}

  find({ caller }: Request): Promise<PinView> {
    return this.uow.run(SCOPE, async (tx) => toView(await this.pins.setAt(tx, caller.userId)));
  }

  async execute(request: Request, { pin, ...proof }: SetPinRequest): Promise<Result<PinView, Refusal>> {
    const { caller, at } = request;
    const own = await this.ownNumbers(caller.welderId);
    if (own === null) return refused(conflict('pin.not-a-welder'));
    const fault = pinFault(pin, own);
    if (fault) return refused(wrongField('pin', fault));
    const proven = await this.proveSelf.execute(request, proof);
    if (!proven.ok) return proven;
    const pinHash = await this.hashes.hash(caller.userId, pin);
    return this.uow.run(SCOPE, async (tx) => {
      await this.pins.save(tx, caller.userId, pinHash, at);
      const { userId: entityId, regionCode } = caller;
      this.journal.record(tx, caller, at, [{ action: 'pin.set', entity: 'user', entityId, regionCode }]);
      return ok(toView(at));
    });
  }

  private async ownNumbers(welderId: string | null): Promise<string[] | null> {
    const welder = welderId && (await this.uow.run(SCOPE, (tx) => this.welders.find(tx, welderId)));
    return welder
      ? [this.sealer.open(WELDER_ID_NUMBER, welder.idNumberSealed), this.sealer.open(WELDER_PHONE, welder.phoneSealed)]
      : null;
  }
}

const toView = (setAt: Instant | null): PinView => ({
  set: setAt !== null,
  setAt: isoTimeOrNull(setAt),
});
