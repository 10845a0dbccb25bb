import { Injectable } from '@nestjs/common';
import { offerFault, type Offer, type OfferFault } from '../../../domain/people/giving-roles';
import { INVITATION_LIFE } from '../../../domain/people/invitation';
import { hasRole, OF_A_REGION } from '../../../domain/people/roles';
import { normalPhone } from '../../../kernel/phone';
import { conflict, forbidden, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { isoTime } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { Sealer } from '../../../platform/database/sealer';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { AccountLinks } from '../account-links.view';
import { enterpriseServed } from '../caller-of-user';
import { PHONE_SEAL } from '../user.mapper';
import { UserStore } from '../user.store';
import type { InvitationMade, InvitePersonRequest } from './invitation.dto';
import { InvitationLinks } from './invitation-link';
import { InvitationStore } from './invitation.store';

/** As the register of welders finds a phone. */
const WELDER_PHONE = 'welder.phone';

/** Offers roles to the owner of a phone. Nobody gives a role that is not theirs to give, nor one to themselves. */
@Injectable()
export class InvitePerson {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly invitations: InvitationStore,
    private readonly link: InvitationLinks,
    private readonly users: UserStore,
    private readonly places: AccountLinks,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  execute(request: Request, body: InvitePersonRequest): Promise<Result<InvitationMade, Refusal>> {
    const phone = normalPhone(body.phone);
    if (phone === null) return Promise.resolve(refused(wrongField('phone', 'field.phone')));
    return this.uow.attempt(systemScope('invite'), async (tx) => {
      const call = { ...request, tx };
      const offer = await this.offerOf(call, body);
      if (!offer.ok) return offer;
      const fault = offerFault(request.caller, offer.value);
      if (fault) return refused(faultOf(fault));
      const refusal = await this.objection(call, body, phone, offer.value);
      return refusal ? refused(refusal) : this.save(call, body, phone, offer.value);
    });
  }

  /** An enterprise invites for itself, a region for itself, unless something else is said. */
  private async offerOf({ tx, caller }: Call, body: InvitePersonRequest): Promise<Result<Offer, Refusal>> {
    const forRegion = hasRole(body, ...OF_A_REGION, 'admin');
    const enterpriseId = body.enterpriseId ?? (forRegion ? null : enterpriseServed(caller));
    const home = enterpriseId === null ? null : await this.places.homeOfEnterprise(tx, enterpriseId);
    if (home === undefined) return refused(wrongField('enterpriseId', 'user.enterprise-unknown'));
    if (home !== null) return ok({ roles: body.roles, enterpriseId, regionCode: home });
    return ok({
      roles: body.roles,
      enterpriseId,
      regionCode: body.regionCode ?? (forRegion ? caller.regionCode : null),
    });
  }

  private async objection(
    { tx, caller }: Call,
    { roles, welderId }: InvitePersonRequest,
    phone: string,
    { enterpriseId }: Offer,
  ): Promise<Refusal | null> {
    const own = await this.users.phoneHash(tx, caller.userId);
    if (own === this.sealer.fingerprint(PHONE_SEAL, phone)) return forbidden('invitation.to-self');
    if (!hasRole({ roles }, 'welder')) return null;
    const welder = welderId === undefined ? null : await this.places.welder(tx, welderId);
    if (!welder || welder.enterpriseId !== enterpriseId)
      return wrongField('welderId', 'invitation.welder-not-employed');
    // the phone of the register: otherwise an employer could be the welder
    const registered = welder.phoneHash === this.sealer.fingerprint(WELDER_PHONE, phone);
    return registered ? null : wrongField('phone', 'invitation.welder-phone');
  }

  private async save(
    call: Call,
    { name, trades = [], roles, welderId }: InvitePersonRequest,
    phone: string,
    { regionCode, enterpriseId }: Offer,
  ): Promise<Result<InvitationMade, Refusal>> {
    const { tx, caller, at } = call;
    const { token, tokenHash, url } = this.link.make();
    const id = this.ids.next(at);
    const expiresAt = at + INVITATION_LIFE;
    const made = await this.invitations.insert(tx, {
      ...{ id, tokenHash, roles, trades, name: name?.trim() ?? null, regionCode: regionCode ?? '', enterpriseId },
      ...{ phoneSealed: this.sealer.seal(PHONE_SEAL, phone), phoneHash: this.sealer.fingerprint(PHONE_SEAL, phone) },
      ...{ welderId: welderId ?? null, invitedBy: caller.userId, createdAt: at, expiresAt },
      ...{ usedAt: null, usedBy: null, withdrawnAt: null, withdrawnBy: null },
    });
    if (!made) return refused(conflict('invitation.open-already'));
    const sent = await this.link.send(call, { phone, roles, url });
    if (!sent.ok) return sent;
    this.journal.record(tx, caller, at, [
      { action: 'invitation.sent', entity: 'invitation', entityId: id, regionCode, after: { roles, enterpriseId, regionCode } },
    ]); // prettier-ignore
    return ok({ id, token, url, expiresAt: isoTime(expiresAt) });
  }
}

const FIELD = {
  'role.two-sides': 'roles',
  'role.enterprise-needed': 'enterpriseId',
  'role.region-needed': 'regionCode',
} as const;

const faultOf = (fault: OfferFault): Refusal =>
  fault === 'role.not-yours-to-give' || fault === 'role.outside-reach'
    ? forbidden(fault)
    : wrongField(FIELD[fault], fault);
