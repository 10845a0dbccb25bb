import { Injectable } from '@nestjs/common';
import { INVITATION_LIFE, invitationState } from '../../../domain/people/invitation';
import { conflict, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { isoTime } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { Sealer } from '../../../platform/database/sealer';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { InvitationMade, InvitationView } from './invitation.dto';
import { InvitationLinks } from './invitation-link';
import { invitationView, phoneOf } from './invitation.mapper';
import { type Invitation, InvitationStore } from './invitation.store';

/** An invitation is sent again, under a new link, or taken back. Both end with its acceptance. */
@Injectable()
export class ChangeInvitation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly invitations: InvitationStore,
    private readonly link: InvitationLinks,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
  ) {}

  /** The earlier link opens nothing any more. */
  resend(request: Request, id: string): Promise<Result<InvitationMade, Refusal>> {
    return this.change(request, id, async (call, invitation) => {
      const { token, tokenHash, url } = this.link.make();
      const expiresAt = call.at + INVITATION_LIFE;
      await this.invitations.renew(call.tx, id, tokenHash, expiresAt);
      const { roles } = invitation;
      const sent = await this.link.send(call, { phone: phoneOf(invitation, this.sealer), roles, url });
      if (!sent.ok) return sent;
      this.record(call, 'invitation.sent-again', invitation);
      return ok({ id, token, url, expiresAt: isoTime(expiresAt) });
    });
  }

  withdraw(request: Request, id: string): Promise<Result<InvitationView, Refusal>> {
    return this.change(request, id, async (call, invitation) => {
      const { caller, tx, at } = call;
      await this.invitations.withdraw(tx, id, caller.userId, at);
      this.record(call, 'invitation.withdrawn', invitation);
      return ok(invitationView({ ...invitation, withdrawnAt: at, withdrawnBy: caller.userId }, this.sealer, at));
    });
  }

  private change<T>(
    request: Request,
    id: string,
    work: (call: Call, invitation: Invitation) => Promise<Result<T, Refusal>>,
  ): Promise<Result<T, Refusal>> {
    return this.uow.attempt(request.caller.scope, async (tx) => {
      const invitation = await this.invitations.lock(tx, id);
      if (!invitation) return refused(notFound('invitation.not-found'));
      const state = invitationState(invitation, request.at);
      if (state === 'used' || state === 'withdrawn') return refused(conflict(`invitation.${state}`));
      return work({ ...request, tx }, invitation);
    });
  }

  private record({ tx, caller, at }: Call, action: string, { id, regionCode }: Invitation): void {
    this.journal.record(tx, caller, at, [{ action, entity: 'invitation', entityId: id, regionCode }]);
  }
}
