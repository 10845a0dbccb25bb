import { Injectable } from '@nestjs/common';
import { hasRole, OFFICIALS } from '../../../domain/people/roles';
import { forbidden, wrongField, type Refusal } from '../../../kernel/refusal';
import { isWithin } from '../../../kernel/region-code';
import { ok, refused, type Result } from '../../../kernel/result';
import { shanghaiDate } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { holds } from '../../identity/permissions';
import { UsersReader } from '../../identity/users.reader';
import { FindInspections } from './find-inspections';
import type { InspectionDetail, PlanInspectionRequest } from './inspection.dto';
import { InspectionStore, type Inspection } from './inspection.store';
import { InspectionTargets } from './inspection-targets';
import { BLANK } from './make-inspections';

/** A visit that the regulator plans for others, or that an inspector begins where they stand. */
@Injectable()
export class PlanInspection {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly inspections: InspectionStore,
    private readonly find: FindInspections,
    private readonly users: UsersReader,
    private readonly targets: InspectionTargets,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async execute(request: Request, body: PlanInspectionRequest): Promise<Result<InspectionDetail, Refusal>> {
    const { caller, at } = request;
    if (body.officerIds && !holds(caller.roles, 'inspection.plan')) return refused(forbidden('inspection.plan-others'));
    if (body.dueOn !== undefined && body.dueOn < shanghaiDate(at))
      return refused(wrongField('dueOn', 'inspection.due-passed'));
    const made = await this.uow.attempt(
      systemScope('plan-inspection'),
      async (tx): Promise<Result<string, Refusal>> => {
        const call = { ...request, tx };
        const target = await this.targets.find(call, body);
        if (!target.ok) return target;
        const officers = await this.officersOf(call, body.officerIds ?? [caller.userId], target.value.regionCode);
        if (!officers.ok) return officers;
        const inspection: Inspection = {
          ...BLANK,
          ...target.value,
          ...{ id: this.ids.next(at), source: body.officerIds ? 'planned' : 'on-spot', kind: body.kind, drawId: null },
          ...{ dueOn: body.dueOn ?? shanghaiDate(at), officerIds: officers.value },
          ...{ createdBy: caller.userId, createdAt: at },
        };
        await this.inspections.insert(tx, [inspection]);
        const { id: entityId, source, kind, regionCode, officerIds } = inspection;
        const entry = { action: 'inspection.planned', entity: 'inspection', entityId, regionCode };
        this.journal.record(tx, caller, at, [{ ...entry, after: { source, kind, officerIds } }]);
        return ok(entityId);
      },
    );
    return made.ok ? this.find.one(request, made.value) : made;
  }

  private async officersOf(
    { tx }: Call,
    ids: readonly string[],
    regionCode: string,
  ): Promise<Result<string[], Refusal>> {
    const people = (await this.users.activeByIds(tx, ids)).filter(
      (one) => hasRole(one, ...OFFICIALS) && isWithin(regionCode, (one.regionCode ?? '').slice(0, 6)),
    );
    return people.length === ids.length ? ok([...ids]) : refused(wrongField('officerIds', 'draw.officer-unfit'));
  }
}
