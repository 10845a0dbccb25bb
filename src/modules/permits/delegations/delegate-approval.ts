import { Injectable } from '@nestjs/common';
import { arrangesFor, deputyRefusal, type DeputyParty } from '../../../domain/permits/naming-deputies';
import { forbidden, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import type { UserFacts } from '../../identity/caller-of-user';
import { UsersReader } from '../../identity/users.reader';
import { RegistryReader } from '../../registry/registry.reader';
import type { DelegateRequest, DelegationView } from './delegation.dto';
import { DelegationStore, type Delegation } from './delegation.store';
import { delegationView } from './delegation.mapper';

interface People {
  readonly from: UserFacts;
  readonly to: UserFacts;
}

/** Somebody who will be away names who signs permits in their name, from when to when; a leader may name a third person. */
@Injectable()
export class DelegateApproval {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly delegations: DelegationStore,
    private readonly users: UsersReader,
    private readonly registry: RegistryReader,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async execute(request: Request, body: DelegateRequest): Promise<Result<DelegationView, Refusal>> {
    const { at } = request;
    const from = body.from === undefined ? at : Date.parse(body.from);
    const to = Date.parse(body.to);
    if (to <= from) return refused(wrongField('to', 'delegation.times-reversed'));
    if (to <= at) return refused(wrongField('to', 'delegation.past'));
    return this.uow.run(systemScope('delegate-approval'), async (tx) => {
      const call = { ...request, tx };
      const people = await this.peopleOf(call, body);
      if (!people.ok) return people;
      const delegation = await this.make(call, people.value, { from, to, reason: body.reason.trim() });
      if (!delegation) return refused(wrongField('fromUserId', 'delegation.no-enterprise'));
      return ok(delegationView(delegation));
    });
  }

  private async peopleOf({ tx, caller }: Call, body: DelegateRequest): Promise<Result<People, Refusal>> {
    const fromUserId = body.fromUserId ?? caller.userId;
    if (fromUserId === body.toUserId) return refused(wrongField('toUserId', 'delegation.to-oneself'));
    const found = await this.users.byIds(tx, [fromUserId, body.toUserId]);
    const from = found.find(({ id }) => id === fromUserId);
    const to = found.find(({ id }) => id === body.toUserId);
    if (!from) return refused(wrongField('fromUserId', 'delegation.user-unknown'));
    const away = asParty(from);
    if (!arrangesFor(caller, away)) return refused(forbidden('delegation.not-yours'));
    if (from.enterpriseId === null) return refused(wrongField('fromUserId', 'delegation.no-enterprise'));
    if (!to || to.enterpriseId !== from.enterpriseId) return refused(wrongField('toUserId', 'delegation.user-unknown'));
    const against = deputyRefusal(caller, away, asParty(to));
    return against ? refused(against) : ok({ from, to });
  }

  private async make(
    { tx, caller, at }: Call,
    { from, to }: People,
    terms: Pick<Delegation, 'from' | 'to' | 'reason'>,
  ): Promise<Delegation | null> {
    const enterprise = from.enterpriseId === null ? null : await this.registry.enterpriseById(tx, from.enterpriseId);
    if (!enterprise) return null;
    const delegation: Delegation = {
      ...terms,
      id: this.ids.next(at),
      fromUserId: from.id,
      fromName: from.name,
      toUserId: to.id,
      toName: to.name,
      enterpriseId: enterprise.id,
      regionCode: enterprise.regionCode,
      createdBy: caller.userId,
      createdAt: at,
      revokedAt: null,
    };
    await this.delegations.insert(tx, delegation);
    const { fromName: _from, toName: _to, ...after } = delegation;
    this.journal.record(
      tx,
      caller,
      at,
      [
        {
          action: 'delegation.made',
          entity: 'delegation',
          entityId: delegation.id,
          regionCode: enterprise.regionCode,
          after,
        },
      ],
      [
        {
          type: 'delegation.changed',
          entity: 'delegation',
          entityId: delegation.id,
          regionCode: enterprise.regionCode,
          userIds: [from.id, to.id],
          data: { fromUserId: from.id, toUserId: to.id },
        },
      ],
    );
    return delegation;
  }
}

const asParty = ({ id: userId, ...user }: UserFacts): DeputyParty => ({ ...user, userId });
