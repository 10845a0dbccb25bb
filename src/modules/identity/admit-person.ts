import { Injectable } from '@nestjs/common';
import { admitted, type Offer, type Standing } from '../../domain/people/giving-roles';
import { conflict, invalid, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Instant } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import type { Actor } from '../../platform/auth/caller';
import { Sealer } from '../../platform/database/sealer';
import type { Tx } from '../../platform/database/unit-of-work';
import { Ids } from '../../platform/time/ids';
import { accountAfter, type Admission, letIn, NOTHING, objection, seatIn, standingOf } from './admission';
import { type LockedUser, UserChangeStore } from './changes/user-change.store';
import { type Identity, SeatIdentities } from './seat-identities';
import { UserCallers } from './user-callers';
import { PHONE_SEAL } from './user.mapper';
import { UserStore } from './user.store';

interface Entry {
  readonly tx: Tx;
  readonly at: Instant;
  readonly actor: Actor | null;
}

/** Lets a person in who was invited or registered: a new account, or more in the one their phone has. One identity has one account. */
@Injectable()
export class AdmitPerson {
  constructor(
    private readonly users: UserStore,
    private readonly changes: UserChangeStore,
    private readonly identities: SeatIdentities,
    private readonly callers: UserCallers,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  /** Answers with the id of the account. */
  async execute(entry: Entry, admission: Admission): Promise<Result<string, Refusal>> {
    const phoneHash = this.sealer.fingerprint(PHONE_SEAL, admission.phone);
    const account = await this.changes.lockByPhone(entry.tx, phoneHash);
    const stranger = account && objection(account, admission);
    if (stranger) return refused(stranger);
    const identity = await this.identities.check(entry, account, admission);
    if (!identity.ok) return identity;
    return account
      ? this.extend(entry, account, admission, identity.value)
      : this.create(entry, phoneHash, admission, identity.value);
  }

  private async create(
    entry: Entry,
    phoneHash: string,
    admission: Admission,
    identity: Identity,
  ): Promise<Result<string, Refusal>> {
    const { phone, offer, trades, welderId, newcomer } = admission;
    if (!newcomer) return refused(invalid('user.newcomer-incomplete'));
    const user = {
      ...{ id: this.ids.next(entry.at), ...newcomer, username: newcomer.username.toLowerCase(), phoneHash },
      ...{ phoneSealed: this.sealer.seal(PHONE_SEAL, phone), roles: offer.roles, regionCode: offer.regionCode },
      ...{ enterpriseId: offer.enterpriseId, welderId, trades, createdAt: entry.at, ...identity },
      seat: seatIn(null, admission, entry.at),
    };
    if (!(await this.users.insert(entry.tx, user)))
      return refused(conflict(`user.${await this.users.taken(entry.tx, user)}-taken`));
    this.record(entry, 'user.admitted', user.id, NOTHING, offer, user.name);
    return ok(user.id);
  }

  private async extend(
    entry: Entry,
    account: LockedUser,
    admission: Admission,
    identity: Identity,
  ): Promise<Result<string, Refusal>> {
    const { tx, at } = entry;
    const before = standingOf(account);
    const standing = admitted(before, admission.offer);
    if (typeof standing === 'string') return refused(conflict(standing));
    const after = { ...accountAfter(account, admission, at), ...standing };
    const taken = await this.changes.save(tx, after);
    if (taken) return refused(conflict(`user.${taken}-taken`));
    const back = account.leftAt !== null;
    if (identity || back) await this.changes.takeUp(tx, account.id, { ...identity, ...(back && letIn(admission)) });
    this.record(entry, back ? 'user.came-back' : 'user.took-up-roles', account.id, before, standing, account.name);
    tx.afterCommit(() => this.callers.forget(account.id));
    return ok(account.id);
  }

  private record(
    { tx, actor, at }: Entry,
    action: string,
    entityId: string,
    before: Standing,
    after: Standing | Offer,
    name: string,
  ): void {
    const { roles, regionCode, enterpriseId } = after;
    this.journal.record(tx, actor ?? { userId: entityId, name, address: null }, at, [
      {
        ...{ action, entity: 'user', entityId, regionCode },
        before: { roles: before.roles, enterpriseId: before.enterpriseId },
        after: { roles, regionCode, enterpriseId },
      },
    ]);
  }
}
