import { Injectable } from '@nestjs/common';
import { targetFault, type Target } from '../../../domain/inventory/target';
import { conflict, forbidden, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { isWithin } from '../../../kernel/region-code';
import { ok, refused, type Result } from '../../../kernel/result';
import { shanghaiDate } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { reaches } from '../../../platform/database/reaches';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { regionInCharge } from '../../identity/caller-of-user';
import { UsersReader } from '../../identity/users.reader';
import { RegionsReader } from '../../regions/regions.reader';
import { CountTargets } from './count-targets';
import { FindTargets } from './find-targets';
import type { SetTargetRequest, TargetView } from './target.dto';
import { TargetStore, type StoredTarget } from './target.store';
import { targetOf } from './targets.view';

/** The authority says how many by when, in its region and below. Counters are the system's, so the reach is asked here. */
@Injectable()
export class SetTargets {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly targets: TargetStore,
    private readonly regions: RegionsReader,
    private readonly users: UsersReader,
    private readonly count: CountTargets,
    private readonly find: FindTargets,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  make(request: Request, body: SetTargetRequest): Promise<Result<TargetView, Refusal>> {
    const { caller, at } = request;
    return this.uow.attempt(systemScope('targets'), async (tx) => {
      const call = { ...request, tx };
      const objection = await this.objectionTo(call, body);
      if (objection) return refused(objection);
      const { kind, regionCode, goal, dueOn, userId = null } = body;
      const startOn = shanghaiDate(at);
      const counted = { kind, regionCode, userId, startOn };
      const baseline = await this.count.now(tx, counted, startOn);
      const target: Target = { ...counted, goal, dueOn, baseline };
      const fault = targetFault(target);
      if (fault) return refused(wrongField(FIELDS[fault], fault, { value: baseline }));
      const id = this.ids.next(at);
      const row: StoredTarget = { ...target, id, regionCode, madeBy: caller.userId, madeAt: at, endedBy: null, endedAt: null };
      if (!(await this.targets.insert(tx, row))) return refused(conflict('target.open-already'));
      this.record(call, 'target.set', row, { kind, userId, goal, dueOn, baseline });
      return ok(await this.find.show(tx, (await targetOf(tx, id))!, startOn));
    });
  }

  end(request: Request, id: string): Promise<Result<null, Refusal>> {
    const { caller, at } = request;
    return this.uow.attempt(systemScope('targets'), async (tx) => {
      const target = await this.targets.lock(tx, id);
      if (!target || target.endedAt !== null || !reaches(caller.scope, { regionCode: target.regionCode }))
        return refused(notFound('target.not-found'));
      await this.targets.end(tx, id, caller.userId, at);
      this.record({ ...request, tx }, 'target.ended', target, undefined);
      return ok(null);
    });
  }

  private async objectionTo({ tx, caller }: Call, { regionCode, userId }: SetTargetRequest): Promise<Refusal | null> {
    if (!(await this.regions.exists(tx, regionCode))) return wrongField('regionCode', 'region.unknown');
    if (!reaches(caller.scope, { regionCode })) return forbidden('target.outside-region');
    if (userId === undefined) return null;
    const user = await this.users.activeById(tx, userId);
    const inCharge = user === null ? null : regionInCharge(user);
    const serves = inCharge !== null && isWithin(regionCode, inCharge);
    return serves ? null : wrongField('userId', 'target.person-unfit');
  }

  private record({ tx, caller, at }: Call, action: string, { id, regionCode }: StoredTarget, after: unknown): void {
    this.journal.record(tx, caller, at, [{ action, entity: 'target', entityId: id, regionCode, after }]);
  }
} // prettier-ignore

const FIELDS = {
  'target.due-over': 'dueOn',
  'target.reached-already': 'goal',
  'target.not-of-a-person': 'userId',
} as const;
