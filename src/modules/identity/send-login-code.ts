import { Injectable, Logger } from '@nestjs/common';
import { normalPhone } from '../../kernel/phone';
import { invalid, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { DAY, HOUR, SECOND } from '../../kernel/time';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { Catalogue } from '../../platform/i18n/catalogue';
import { networkOf } from '../../platform/http/network';
import { type Allowance, TextAllowance } from '../../platform/messaging/text-allowance';
import { TextMessages } from '../../platform/messaging/text-messages';
import { Sealer } from '../../platform/database/sealer';
import { Clock } from '../../platform/time/clock';
import type { LoginCodeRequest, LoginCodeSent } from './auth.dto';
import { CODE_LIFE, CODE_PAUSE, LoginCodes } from './login-codes';
import { KnownDevices, type Origin } from './known-devices';
import { tooSoon, usedUp } from './phone-codes';
import { UserStore } from './user.store';
import { PHONE_SEAL } from './user.mapper';

/** Every phone gets the same answer; only a phone with an account gets a message. */
@Injectable()
export class SendLoginCode {
  private readonly logger = new Logger('identity');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly users: UserStore,
    private readonly codes: LoginCodes,
    private readonly devices: KnownDevices,
    private readonly allowance: TextAllowance,
    private readonly messages: TextMessages,
    private readonly catalogue: Catalogue,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  async execute(request: LoginCodeRequest, from: Origin): Promise<Result<LoginCodeSent, Refusal>> {
    const phone = normalPhone(request.phone);
    if (phone === null)
      return refused(invalid('request.invalid', { errors: [{ path: 'phone', code: 'field.phone' }] }));
    const at = this.clock.now();
    return this.uow.run(systemScope('login'), async (tx) => {
      const phoneHash = this.sealer.fingerprint(PHONE_SEAL, phone);
      const found = await this.users.credentials(tx, '', phoneHash);
      const known = (await this.devices.known(tx, found?.user.id ?? '', from)) === 'device';
      const sentAt = await this.codes.lastSent(tx, phoneHash, at);
      if (sentAt !== null) return refused(tooSoon(sentAt, at));
      const wait = await this.allowance.spend(tx, allowancesOf(phone, from, known), at);
      if (wait !== null) return refused(usedUp(wait));
      const made = await this.codes.make(tx, phoneHash, at);
      if ('sentAt' in made) return refused(tooSoon(made.sentAt, at));
      if (found && found.user.disabledAt === null) this.deliver(tx, phone, made.code);
      return ok({ validFor: CODE_LIFE / SECOND, retryAfter: CODE_PAUSE / SECOND });
    });
  }

  private deliver(tx: Tx, phone: string, code: string): void {
    const text = this.catalogue.text('message.login-code', 'zh-CN', { code });
    tx.afterCommit(() => {
      this.messages.send(phone, text).catch((err: unknown) => this.logger.error({ event: 'login-code.not-sent', err }));
    });
  }
}

/** Strangers cannot use up what the owner needs: a device that signed in before has an allowance of its own. */
function allowancesOf(phone: string, { address, device }: Origin, known: boolean): Allowance[] {
  if (known) return [{ subject: `login-code device ${device} ${phone}`, most: 10, per: DAY }];
  return [
    { subject: `login-code address ${networkOf(address)}`, most: 30, per: HOUR },
    { subject: 'login-code all', most: 3_000, per: HOUR },
    { subject: `login-code phone ${phone}`, most: 10, per: DAY },
  ];
}
