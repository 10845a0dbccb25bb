import { Injectable } from '@nestjs/common';
import { invitationState } from '../../../domain/people/invitation';
import { type Role } from '../../../domain/people/roles';
import { normalPhone } from '../../../kernel/phone';
import { conflict, forbidden, invalid, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import type { Caller } from '../../../platform/auth/caller';
import { Sealer } from '../../../platform/database/sealer';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { Clock } from '../../../platform/time/clock';
import type { Newcomer } from '../admission';
import { AdmitPerson } from '../admit-person';
import type { LoginCodeSent } from '../auth.dto';
import { PasswordHasher } from '../password-hasher';
import { UserStore } from '../user.store';
import type { AcceptInvitationRequest, InvitationAccepted } from './invitation.dto';
import { InvitationLinks } from './invitation-link';
import { phoneOf } from './invitation.mapper';
import { JoinCodes } from './join-codes';
import { type Invitation, InvitationStore } from './invitation.store';

const SCOPE = systemScope('accept-invitation');

/** Who holds the link: from where, and signed in as whom. */
export interface Holder {
  readonly token: string;
  readonly address: string;
  readonly caller: Caller | null;
}

/** Takes an invitation up. The link alone opens nothing: the owner of the phone shows a code sent to it, or signs in with its account. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly invitations: InvitationStore,
    private readonly link: InvitationLinks,
    private readonly users: UserStore,
    private readonly codes: JoinCodes,
    private readonly admit: AdmitPerson,
    private readonly passwords: PasswordHasher,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  sendCode({ token, address }: Holder): Promise<Result<LoginCodeSent, Refusal>> {
    const at = this.clock.now();
    return this.uow.run(SCOPE, async (tx) => {
      const found = await this.open(tx, token, at);
      if (!found.ok) return found;
      return this.codes.send(tx, found.value, address, at);
    });
  }

  async execute(holder: Holder, body: AcceptInvitationRequest): Promise<Result<InvitationAccepted, Refusal>> {
    const at = this.clock.now();
    const found = await this.uow.run(SCOPE, (tx) => this.open(tx, holder.token, at));
    if (!found.ok) return found;
    const newcomer = await this.newcomerIn(body, phoneOf(found.value, this.sealer));
    if (!newcomer.ok) return newcomer;
    return this.uow.run(SCOPE, async (tx) => {
      const open = await this.open(tx, holder.token, at, 'lock');
      if (!open.ok) return open;
      const account = await this.prove(tx, open.value, holder, body, at);
      return account.ok ? this.take(tx, open.value, body, newcomer.value, account.value, at) : account;
    });
  }

  private async open(tx: Tx, token: string, at: Instant, lock?: 'lock'): Promise<Result<Invitation, Refusal>> {
    const hash = this.link.hashOf(token);
    const found =
      hash && (lock ? await this.invitations.lockByToken(tx, hash) : await this.invitations.byToken(tx, hash));
    if (!found) return refused(notFound('invitation.not-found'));
    const state = invitationState(found, at);
    return state === 'open' ? ok(found) : refused(conflict(`invitation.${state}`));
  }

  /** Only where a new account is asked for; what is missing is found when one has to be made. */
  private async newcomerIn(body: AcceptInvitationRequest, phone: string): Promise<Result<Newcomer | null, Refusal>> {
    const { name, username, password, phoneCode } = body;
    if (phoneCode === undefined || username === undefined || password === undefined) return ok(null);
    const named = normalPhone(username.normalize('NFKC'));
    if (named !== null && named !== phone) return refused(wrongField('username', 'user.username-is-phone'));
    const weakness = await this.passwords.weakness(password, [username, phone]);
    if (weakness) return refused(wrongField('password', weakness));
    if (name === undefined) return refused(wrongField('name', 'user.newcomer-incomplete'));
    return ok({ name: name.trim(), username, passwordHash: await this.passwords.hash(password) });
  }

  /** The account that was signed in with, if any. A forwarded link fails here. */
  private async prove(
    tx: Tx,
    invitation: Invitation,
    { caller, address }: Holder,
    { phoneCode }: AcceptInvitationRequest,
    at: Instant,
  ): Promise<Result<string | null, Refusal>> {
    const own = caller && (await this.users.phoneHash(tx, caller.userId)) === invitation.phoneHash;
    if (caller && own)
      return caller.userId === invitation.invitedBy ? refused(forbidden('invitation.to-self')) : ok(caller.userId);
    if (phoneCode === undefined)
      return refused(caller ? forbidden('invitation.other-phone') : invalid('invitation.code-needed'));
    if (await this.codes.holds(tx, invitation, phoneCode, address, at)) return ok(null);
    return refused(wrongField('phoneCode', 'invitation.wrong-code'));
  }

  private async take(
    tx: Tx,
    invitation: Invitation,
    { idNumber = null }: { idNumber?: string | null },
    newcomer: Newcomer | null,
    account: string | null,
    at: Instant,
  ): Promise<Result<InvitationAccepted, Refusal>> {
    const { id, roles, regionCode, enterpriseId, welderId, trades } = invitation;
    const offer = { roles: roles as Role[], regionCode: regionCode || null, enterpriseId };
    const phone = phoneOf(invitation, this.sealer);
    const admission = { phone, offer, trades, welderId, idNumber, newcomer, seenBy: null };
    const own = account === null ? null : { id: account };
    const admitted = await this.admit.execute({ tx, at, actor: null }, { ...admission, account: own });
    if (!admitted.ok) return admitted;
    await this.invitations.use(tx, id, admitted.value, at);
    const user = await this.users.byId(tx, admitted.value);
    return ok({ userId: admitted.value, waitsForConfirmation: user?.seatWaiting === true });
  }
}
