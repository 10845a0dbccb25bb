import { Injectable } from '@nestjs/common';
import type { Refusal } from '../../../kernel/refusal';
import type { Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import { Sealer } from '../../../platform/database/sealer';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { LoginCodeSent } from '../auth.dto';
import { type CodeSubject, PhoneCodes } from '../phone-codes';
import { phoneOf } from './invitation.mapper';
import type { Invitation } from './invitation.store';

/** Codes to the phone that was invited, whoever holds the link. */
@Injectable()
export class JoinCodes {
  constructor(
    private readonly codes: PhoneCodes,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
  ) {}

  send(tx: Tx, invitation: Invitation, address: string, at: Instant): Promise<Result<LoginCodeSent, Refusal>> {
    return this.codes.send(tx, this.subjectOf(invitation), 'message.join-code', address, at);
  }

  async holds(tx: Tx, invitation: Invitation, code: string, address: string, at: Instant): Promise<boolean> {
    const holds = await this.codes.holds(tx, this.subjectOf(invitation), code, address, at);
    const { id: entityId, regionCode } = invitation;
    if (!holds)
      this.journal.record(tx, { userId: null, name: 'invitation', address }, at, [
        { action: 'invitation.code-failed', entity: 'invitation', entityId, regionCode },
      ]);
    return holds;
  }

  private subjectOf(invitation: Invitation): CodeSubject {
    return { purpose: 'join', phone: phoneOf(invitation, this.sealer) };
  }
}
