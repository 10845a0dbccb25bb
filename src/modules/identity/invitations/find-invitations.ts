import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Request } from '../../../platform/auth/request';
import { Sealer } from '../../../platform/database/sealer';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage, type PageQuery } from '../../../platform/http/page';
import { Clock } from '../../../platform/time/clock';
import { AccountLinks } from '../account-links.view';
import type { InvitationPage, OpenInvitationView } from './invitation.dto';
import { InvitationLinks } from './invitation-link';
import { invitationView, openInvitationView } from './invitation.mapper';
import { InvitationStore } from './invitation.store';

@Injectable()
export class FindInvitations {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly invitations: InvitationStore,
    private readonly link: InvitationLinks,
    private readonly places: AccountLinks,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  async list({ caller, at }: Request, query: PageQuery): Promise<InvitationPage> {
    const rows = await this.uow.run(caller.scope, (tx) => this.invitations.list(tx, query));
    const page = toPage(rows, query.limit, ({ id }) => id);
    return { ...page, items: page.items.map((one) => invitationView(one, this.sealer, at)) };
  }

  /** What a link offers, to whoever holds it. */
  async behind(token: string): Promise<Result<OpenInvitationView, Refusal>> {
    const tokenHash = this.link.hashOf(token);
    if (tokenHash === null) return refused(notFound('invitation.not-found'));
    return this.uow.run(systemScope('invitation'), async (tx) => {
      const invitation = await this.invitations.byToken(tx, tokenHash);
      if (!invitation) return refused(notFound('invitation.not-found'));
      const { enterpriseId } = invitation;
      const enterprise = enterpriseId === null ? null : await this.places.nameOfEnterprise(tx, enterpriseId);
      return ok(openInvitationView(invitation, enterprise, this.sealer, this.clock.now()));
    });
  }
}
