import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Request } from '../../platform/auth/request';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { toPage } from '../../platform/http/page';
import type { UserFacts } from '../identity/caller-of-user';
import { ROLES } from '../../domain/people/roles';
import type { EnterpriseFacts } from '../registry/registry.reader';
import { Assignees } from './assignees';
import { ViolationDetails } from './violation-detail.view';
import type { ViolationQuery } from './violation-request.dto';
import type { AssigneeChoice, AssigneeChoices } from './case-parts.dto';
import type { ViolationDetail, ViolationPage } from './violation.dto';
import { ViolationStore } from './violation.store';
import { ViolationList } from './violation.view';

@Injectable()
export class FindViolations {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly list: ViolationList,
    private readonly details: ViolationDetails,
    private readonly store: ViolationStore,
    private readonly assignees: Assignees,
  ) {}

  async page({ caller, at }: Request, query: ViolationQuery): Promise<ViolationPage> {
    const rows = await this.uow.run(caller.scope, (tx) => this.list.rows(tx, caller, query, at));
    return toPage(rows, query.limit, ({ id }) => id);
  }

  async one(request: Request, id: string): Promise<Result<ViolationDetail, Refusal>> {
    const found = await this.uow.run(request.caller.scope, (tx) => this.details.find({ ...request, tx }, id));
    return found ? ok(found) : refused(notFound('violation.not-found'));
  }

  /** To whom a case may be given. */
  async choices({ caller, at }: Request, id: string, words: string): Promise<Result<AssigneeChoices, Refusal>> {
    return this.uow.run(caller.scope, async (tx) => {
      const violation = await this.store.byId(tx, id);
      if (!violation) return refused(notFound('violation.not-found'));
      const point = await this.store.pointOf(tx, id);
      const { people, enterprises } = await this.assignees.choices(tx, { ...violation, point, at }, words);
      return ok({ items: [...people.map(personChoice), ...enterprises.map(enterpriseChoice)] });
    });
  }
}

const personChoice = ({ id, name, roles, regionCode }: UserFacts): AssigneeChoice => ({
  kind: 'person',
  id,
  name,
  roles: ROLES.filter((role) => roles.includes(role)),
  regionCode,
});

const enterpriseChoice = ({ id, name, regionCode }: EnterpriseFacts): AssigneeChoice => ({
  kind: 'enterprise',
  id,
  name,
  roles: [],
  regionCode,
});
