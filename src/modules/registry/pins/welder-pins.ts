import { Injectable } from '@nestjs/common';
import { pinRests, recentWrong, type PinAnswer } from '../../../domain/registry/welder-pin';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { PinHashes } from './pin-hashes';
import { KnownPinsReader, type KnownPin } from './known-pins.reader';
import { PinStore } from './pin.store';

const SCOPE = systemScope('welder-pin');

/** Whether a PIN that was typed at a machine is the welder's. Runs outside any transaction, for hashing takes long. */
@Injectable()
export class WelderPins {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly known: KnownPinsReader,
    private readonly pins: PinStore,
    private readonly hashes: PinHashes,
    private readonly journal: Journal,
  ) {}

  async judge(request: Request, welderId: string, pin: string): Promise<PinAnswer> {
    const known = await this.begin(request, welderId);
    if (known === null) return 'unset';
    if (pinRests(known.wrongAt, request.at)) return 'resting';
    const right = await this.hashes.matches(known.userId, pin, known.pinHash);
    await (right ? this.forgive(known) : this.recordWrong(request, known));
    return right ? 'right' : 'wrong';
  }

  /** Counts the attempt as wrong until it has shown to be right: many at once gain nothing. */
  private begin({ at }: Request, welderId: string): Promise<KnownPin | null> {
    return this.uow.run(SCOPE, async (tx) => {
      const known = await this.known.ofWelder(tx, welderId);
      if (known && !pinRests(known.wrongAt, at))
        await this.pins.keepWrong(tx, known.userId, [...recentWrong(known.wrongAt, at), at]);
      return known;
    });
  }

  private forgive({ userId }: KnownPin): Promise<void> {
    return this.uow.run(SCOPE, (tx) => this.pins.keepWrong(tx, userId, []));
  }

  /** On record is who typed it, and whether it rests from now on; never what was typed. */
  private recordWrong({ caller, at }: Request, { userId, regionCode, wrongAt }: KnownPin): Promise<void> {
    return this.uow.run(SCOPE, (tx) => {
      const rests = pinRests([...wrongAt, at], at);
      this.journal.record(tx, caller, at, [
        { action: 'pin.wrong', entity: 'user', entityId: userId, regionCode, after: { rests } },
      ]);
      return Promise.resolve();
    });
  }
}
