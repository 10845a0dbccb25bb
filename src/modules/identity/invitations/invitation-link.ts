import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { roleNames } from '../../../domain/people/words';
import { tooMany, type Refusal } from '../../../kernel/refusal';
import { refused, ok, type Result } from '../../../kernel/result';
import { DAY } from '../../../kernel/time';
import type { Call } from '../../../platform/auth/request';
import { Config } from '../../../platform/config/config';
import { Catalogue } from '../../../platform/i18n/catalogue';
import { TextAllowance } from '../../../platform/messaging/text-allowance';
import { PhoneCodes } from '../phone-codes';
import { hashOfToken } from '../sessions';

const TOKEN = /^[\w-]{43}$/;

export interface InvitationLink {
  readonly token: string;
  readonly tokenHash: string;
  readonly url: string;
}

/** The link of an invitation: 256 random bits, of which the platform keeps the hash alone. */
@Injectable()
export class InvitationLinks {
  constructor(
    private readonly config: Config,
    private readonly allowance: TextAllowance,
    private readonly codes: PhoneCodes,
    private readonly catalogue: Catalogue,
  ) {}

  make(): InvitationLink {
    const token = randomBytes(32).toString('base64url');
    return { token, tokenHash: hashOfToken(token), url: `${this.config.publicUrl}/m/join/${token}` };
  }

  /** Null where the text is no link of this platform. */
  hashOf(token: string): string | null {
    return TOKEN.test(token) ? hashOfToken(token) : null;
  }

  /** The receiver never asked for it: bounded for them, and for who invites. Holds no word that the inviter wrote. */
  async send(
    { tx, caller, at }: Call,
    { phone, roles, url }: { phone: string; roles: readonly string[]; url: string },
  ): Promise<Result<null, Refusal>> {
    const allowances = [
      { subject: `invitations by ${caller.userId}`, most: 200, per: DAY },
      { subject: `invitations to ${phone}`, most: 10, per: DAY },
    ];
    const retryAfter = await this.allowance.spend(tx, allowances, at);
    if (retryAfter !== null) return refused(tooMany('invitation.texts-used-up', { extra: { retryAfter } }));
    this.codes.deliver(
      tx,
      phone,
      this.catalogue.text('message.invitation', 'zh-CN', { ...roleNames(roles), link: url }),
    );
    return ok(null);
  }
}
