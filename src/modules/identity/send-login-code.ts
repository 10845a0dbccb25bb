import { Injectable, Logger } from '@nestjs/common';
import { invalid, tooMany, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { SECOND, type Instant } from '../../kernel/time';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { Catalogue } from '../../platform/i18n/catalogue';
import { TextMessages } from '../../platform/messaging/text-messages';
import { Sealer } from '../../platform/database/sealer';
import { Clock } from '../../platform/time/clock';
import type { LoginCodeRequest, LoginCodeSent } from './auth.dto';
import { CODE_LIFE, CODE_PAUSE, LoginCodes } from './login-codes';
import { LoginPatience } from './login-patience';
import { normalPhone } from './phone';
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
    private readonly patience: LoginPatience,
    private readonly messages: TextMessages,
    private readonly catalogue: Catalogue,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  async execute(request: LoginCodeRequest, address: string): Promise<Result<LoginCodeSent, Refusal>> {
    const phone = normalPhone(request.phone);
    if (phone === null)
      return refused(invalid('request.invalid', { errors: [{ path: 'phone', code: 'field.phone' }] }));
    const at = this.clock.now();
    return this.uow.run(systemScope('login'), async (tx) => {
      // Messages cost money and annoy: each counts against the address like a failed attempt.
      const sender = { account: `code:${address}`, address: `code:${address}` };
      const delayed = await this.patience.refusal(tx, sender, at);
      if (delayed) return refused(delayed);
      const phoneHash = this.sealer.fingerprint(PHONE_SEAL, phone);
      const made = await this.codes.make(tx, phoneHash, at);
      if ('sentAt' in made) return refused(tooSoon(made.sentAt, at));
      await this.deliver(tx, phone, phoneHash, made.code);
      return ok({ validFor: CODE_LIFE / SECOND, retryAfter: CODE_PAUSE / SECOND });
    });
  }

  private async deliver(tx: Tx, phone: string, phoneHash: string, code: string): Promise<void> {
    const found = await this.users.credentials(tx, '', phoneHash);
    if (!found || found.user.disabledAt !== null) return;
    const text = this.catalogue.text('message.login-code', 'zh-CN', { code });
    tx.afterCommit(() => {
      this.messages.send(phone, text).catch((err: unknown) => this.logger.error({ event: 'login-code.not-sent', err }));
    });
  }
}

function tooSoon(sentAt: Instant, at: Instant): Refusal {
  const retryAfter = Math.ceil((sentAt + CODE_PAUSE - at) / SECOND);
  return tooMany('login.code-too-soon', { params: { seconds: retryAfter }, extra: { retryAfter } });
}
