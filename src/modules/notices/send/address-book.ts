import { Injectable } from '@nestjs/common';
import type { Language } from '../../../kernel/language';
import { LANGUAGES } from '../../../kernel/language';
import { Sealer } from '../../../platform/database/sealer';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { addressOf } from './address.view';

export const MAIL_SEAL = 'user.mail';
const PHONE_SEAL = 'user.phone';

/** Where somebody is reached, opened for one message and kept nowhere. */
export interface Address {
  readonly mail: string | null;
  readonly phone: string | null;
  readonly language: Language;
}

@Injectable()
export class AddressBook {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  /** Null: there is no such person any more, or they are shut out. */
  async addressOf(userId: string): Promise<Address | null> {
    const row = await this.uow.run(systemScope('address-book'), (tx) => addressOf(tx, userId));
    return (
      row && {
        mail: row.mailSealed === null ? null : this.sealer.open(MAIL_SEAL, row.mailSealed),
        phone: row.phoneSealed === null ? null : this.sealer.open(PHONE_SEAL, row.phoneSealed),
        language: LANGUAGES.find((one) => one === row.language) ?? 'zh-CN',
      }
    );
  }
}
