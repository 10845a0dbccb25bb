import { Injectable } from '@nestjs/common';
import { maskPhone } from '../../kernel/phone';
import { isoTimeOrNull } from '../../kernel/time';
import { Sealer } from '../../platform/database/sealer';
import type { UserView } from './user.dto';
import type { User } from './user';

export const PHONE_SEAL = 'user.phone';

/** A user as others see one: the phone masked, never a hash. */
@Injectable()
export class UserViews {
  constructor(private readonly sealer: Sealer) {}

  of(user: User): UserView {
    return {
      id: user.id,
      username: user.username,
      name: user.name,
      roles: [...user.roles],
      phone: user.phoneSealed === null ? null : maskPhone(this.sealer.open(PHONE_SEAL, user.phoneSealed)),
      regionCode: user.regionCode,
      enterpriseId: user.enterpriseId,
      welderId: user.welderId,
      trades: [...user.trades],
      disabled: user.disabledAt !== null,
      accessTemporary: user.passwordTemporary,
      version: user.version,
      createdAt: new Date(user.createdAt).toISOString(),
      seatWaitingSince: isoTimeOrNull(user.seat.waitingSince),
      seatSource: user.seat.source,
    };
  }
}
